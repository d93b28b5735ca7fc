import { useState } from 'preact/hooks'
import type { Desk } from '../../utils/app/desk/index.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { PageProposals, Proposal } from '../../utils/types/roster-import.ts'
import type { Doing } from './App.tsx'

/** The state of 从本页导入: the pages that are open, and what the chosen one proposes. */
export function usePageImport(desk: Desk, doing: Doing, undo: () => void, close: () => void) {
  const [pages, setPages] = useState<{ tabId: number; url: string }[]>([])
  const [found, setFound] = useState<PageProposals | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(phraseOf(error))
    } finally {
      setBusy(false)
    }
  }
  const look = () => void during(async () => setPages(await desk.openPages()))
  const take = (tabId: number) => {
    look()
    void during(async () => setFound(await desk.readPlaces(tabId)))
  }
  const cancel = () => {
    setFound(null)
    setProblem(null)
  }
  return {
    look,
    take,
    cancel,
    props: {
      pages, found, busy, problem,
      onLook: look,
      onPage: take,
      onOpen: (url: string) => doing(() => desk.openSite(url)),
      onImport: (from: PageProposals, chosen: Proposal[]) => doing(async () => {
        const says = await desk.importPlaces(from, chosen)
        cancel()
        close()
        return says
      }, async () => (undo(), null)),
    },
  }
}
