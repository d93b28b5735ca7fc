import { t } from '../../../utils/locale.ts'
import type { RoundFacts } from '../../../utils/types/round-facts.ts'
import { ReaderTable } from './ReaderTable.tsx'
import { RoundFigures } from './RoundFigures.tsx'
import { RoundHead, type RoundHeadProps } from './RoundHead.tsx'
import { RouteBox, type RouteBoxProps } from './RouteBox.tsx'
import { UnreadByUnit, type UnreadByUnitProps } from './UnreadByUnit.tsx'

export interface RoundsViewProps extends Omit<RoundHeadProps, 'facts'>, Omit<RouteBoxProps, 'facts'>, Omit<UnreadByUnitProps, 'coverage'> {
  /** null while it is counted. */
  facts: RoundFacts | null
}

/** 轮次: what was read in a round, by whom, what was not, and the way through it. */
export function RoundsView(props: RoundsViewProps) {
  const { facts } = props
  if (facts === null) return <p class="sheet-busy" role="status">{t('rounds.loading')}</p>
  return (
    <>
      <RoundHead {...props} facts={facts} />
      <RoundFigures facts={facts} />
      {facts.coverage && <RouteBox facts={facts} place={props.place} busy={props.busy} onStart={props.onStart} onStep={props.onStep} />}
      <UnreadByUnit coverage={facts.coverage} onOpen={props.onOpen} onRoster={props.onRoster} />
      <ReaderTable readers={facts.readers} />
    </>
  )
}
