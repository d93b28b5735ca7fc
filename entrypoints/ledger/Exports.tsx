import { useState } from 'preact/hooks'
import { ExportView, type ExportProgress } from '../../components/ledger/export/ExportView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { UnitsPreview } from '../../utils/app/desk/exports.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { Doing } from './App.tsx'

/** 导出: choose weeks, look at what would be written, write it. */
export function Exports({ desk }: { desk: Desk; doing: Doing }) {
  const week = desk.thisWeek()
  const [range, setRange] = useState({ from: week, to: week })
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const [result, setResult] = useState<Phrase | null>(null)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const [abort, setAbort] = useState<AbortController | null>(null)
  const weeks = useLive(desk.weeks, [])
  const preview = useLive<UnitsPreview>((tell) => desk.preview(range, tell), [range.from, range.to])
  const writing = async (work: () => Promise<Phrase>) => {
    setResult(null)
    setProblem(null)
    setProgress({ done: 0, total: 1 })
    try {
      setResult(await work())
    } catch (error) {
      setProblem(error instanceof DOMException && error.name === 'AbortError' ? { key: 'app.cancelled' } : phraseOf(error))
    } finally {
      setProgress(null)
      setAbort(null)
    }
  }
  if (weeks === null) return null
  return (
    <ExportView
      weeks={weeks}
      from={range.from}
      to={range.to}
      preview={preview}
      progress={progress}
      result={result}
      problem={problem}
      onRange={(from, to) => setRange({ from, to })}
      onExportWeek={() => void writing(() => desk.exportWeeks(range))}
      onExportUnits={() => {
        const controller = new AbortController()
        setAbort(controller)
        void writing(() => desk.exportUnits(range, setProgress, controller.signal))
      }}
      onCancel={() => abort?.abort()}
      onShowWithoutUnit={() => (location.hash = '#/issues?unit=')}
    />
  )
}
