import { WordingLevel } from '../../../components/ledger/words/WordingLevel.tsx'
import { Words } from '../Words.tsx'
import type { SectionProps } from './section.ts'

/** 表述与词库. */
export function WordsSection({ desk, doing, settings }: SectionProps) {
  return (
    <>
      <WordingLevel level={settings.wordingLevel} measured={desk.wordingMeasured} onLevel={(level) => doing(() => desk.setWordingLevel(level))} />
      <Words desk={desk} doing={doing} settings={settings} />
    </>
  )
}
