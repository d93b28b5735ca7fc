import { useEffect, useState } from 'preact/hooks'
import { Problem } from '../../components/shared/Problem.tsx'
import type { Desk } from '../../utils/app/desk/index.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { OverviewPage } from './OverviewPage.tsx'

/** 概览, loaded with its charts only when someone looks at it, so that 问题 opens fast. */
export function OverviewTab({ desk }: { desk: Desk }) {
  const [Page, setPage] = useState<typeof OverviewPage | null>(null)
  const [problem, setProblem] = useState<Phrase | null>(null)
  useEffect(() => {
    import('./OverviewPage.tsx').then(
      (loaded) => setPage(() => loaded.OverviewPage),
      (error: unknown) => setProblem(phraseOf(error)),
    )
  }, [])
  if (problem) return <Problem says={problem} />
  return Page && <Page desk={desk} />
}
