import { useEffect, useState } from 'preact/hooks'
import { RecheckProgress } from '../../components/ledger/recheck/RecheckProgress.tsx'
import { RecheckResults } from '../../components/ledger/recheck/RecheckResults.tsx'
import { RecheckStart, type RecheckChoice } from '../../components/ledger/recheck/RecheckStart.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { t } from '../../utils/locale.ts'
import type { RecheckResult } from '../../utils/types/issue.ts'
import type { Doing } from './App.tsx'

interface RecheckPageProps {
  desk: Desk
  doing: Doing
  /** Issues that the list or an issue named: `#/recheck?ids=a,b`. */
  ids: readonly string[]
  unitId: string | null
  captureAllowed: boolean
}

/** Lines that are drawn at once. */
const PAGE = 100

/** 复查: choose, watch, and follow what it proposes. */
export function RecheckPage({ desk, doing, ids, unitId, captureAllowed }: RecheckPageProps) {
  const [choice, setChoice] = useState<RecheckChoice>({ scope: ids.length === 1 ? 'one' : ids.length > 1 ? 'selection' : unitId !== null ? 'unit' : 'due', unitId: unitId ?? '', roundId: '' })
  const [fresh, setFresh] = useState(ids.length > 0 || unitId !== null)
  const [chosen, setChosen] = useState<RecheckResult | null>(null)
  const [shown, setShown] = useState(PAGE)
  const state = useLive(desk.recheck(chosen, shown), [chosen, shown])
  const units = useLive(desk.units, []) ?? []
  const rounds = useLive(desk.recheckRounds, []) ?? []
  const round = rounds.find(({ id }) => id === choice.roundId)
  const wish = { scope: choice.scope, unitId: choice.unitId || (units[0]?.id ?? ''), days: round ?? null, ids }
  const issues = useLive(desk.recheckCount(wish), [choice.scope, wish.unitId, round?.from, round?.to, ids.join()])
  useEffect(() => desk.settleRecheck(), [])
  if (state === null) return null
  const { job } = state
  const over = job === null || job.state === 'done' || job.state === 'stopped'
  return (
    <div class="sheet recheck-sheet">
      <header class="sheet-head">
        <h2>{t('recheck.title')}</h2>
        <button type="button" class="button" onClick={() => (location.hash = '#/issues')}>{t('recheck.back')}</button>
      </header>
      <p class="box-more">{t('recheck.intro')}</p>
      {over && (fresh || job === null) ? (
        <RecheckStart
          choice={{ ...choice, unitId: wish.unitId }}
          named={ids.length}
          units={units}
          rounds={rounds}
          issues={issues}
          captureAllowed={captureAllowed}
          onChoice={setChoice}
          onStart={(withShots) =>
            doing(async () => {
              setChosen(null)
              setFresh(false)
              return desk.startRecheck(wish, withShots)
            })
          }
        />
      ) : (
        job && (
          <>
            <RecheckProgress
              job={job}
              done={state.done}
              onPause={() => doing(() => desk.pauseRecheck(job.id))}
              onResume={() => doing(() => desk.resumeRecheck(job.id))}
              onStop={() => doing(() => desk.stopRecheck(job.id))}
              onAgain={() => setFresh(true)}
            />
            <RecheckResults
              {...state}
              chosen={chosen}
              onChoose={setChosen}
              onMore={() => setShown(shown + PAGE)}
              onFollow={(issue, to) => doing(() => desk.followRecheck(job.id, [issue.id], to), () => desk.unfollowRecheck(job.id, [issue.id]))}
              onFollowAll={(all, to) => doing(() => desk.followRecheck(job.id, all, to), () => desk.unfollowRecheck(job.id, all))}
              onOpenIssue={(id) => (location.hash = `#/issues/${id}`)}
              onOpenPage={(url) => doing(() => desk.openPage(url))}
            />
          </>
        )
      )}
    </div>
  )
}
