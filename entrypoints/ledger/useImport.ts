import { useRef, useState } from 'preact/hooks'
import type { Desk, RosterPlan } from '../../utils/app/desk/index.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { ImportChoice, Layout } from '../../utils/types/roster-import.ts'
import type { Doing } from './App.tsx'

/** The state of an import: what was read, what it would do, how far it is. */
export function useImport(desk: Desk, doing: Doing, undo: () => void, close: () => void) {
  const [plan, setPlan] = useState<RosterPlan | null>(null)
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const asked = useRef(0)
  /** Only the newest question's answer counts. */
  const planned = async (work: () => Promise<RosterPlan>) => {
    const mine = ++asked.current
    setBusy('reading')
    setProblem(null)
    try {
      const next = await work()
      if (mine === asked.current) setPlan(next)
    } catch (error) {
      if (mine === asked.current) setProblem(phraseOf(error))
    } finally {
      if (mine === asked.current) setBusy(null)
    }
  }
  const choose = (change: Partial<ImportChoice>) => {
    if (!plan) return
    const choice = { ...plan.choice, ...change }
    setPlan({ ...plan, choice })
    void planned(() => desk.planRoster(plan.source, choice))
  }
  const relayout = (table: number, header?: number) => {
    if (!plan) return
    const { site } = plan.choice.layout
    choose({ table, layout: { ...desk.layoutOfTable(plan.source, table, header), site } })
  }
  const cancel = () => {
    asked.current += 1
    setPlan(null)
    setBusy(null)
    setProblem(null)
  }
  const run = () => {
    if (!plan) return
    setBusy('importing')
    doing(async () => {
      try {
        const says = await desk.importRoster(plan, (done, total) => setProgress({ done, total }))
        cancel()
        close()
        return says
      } finally {
        setBusy(null)
        setProgress(null)
      }
    }, async () => (undo(), null))
  }
  return {
    read: (given: File | string) => {
      setPlan(null)
      void planned(() => desk.openRoster(given))
    },
    cancel,
    props: {
      open: plan && { ...plan, tables: plan.source.tables },
      busy, progress, problem,
      onTable: (table: number) => relayout(table),
      onHeader: (header: number) => plan && relayout(plan.choice.table, header),
      onLayout: (layout: Layout) => choose({ layout }),
      onSame: (name: string, unitName: string | null) => {
        if (!plan) return
        const { [name]: _, ...others } = plan.choice.same
        choose({ same: unitName === null ? others : { ...others, [name]: unitName } })
      },
      onImport: run,
    },
  }
}
