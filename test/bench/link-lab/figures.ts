import { atLeast, atMost, below, exactly, type Measured } from '../report.ts'
import type { TasksWithAndWithout } from './page-tasks-runs.ts'
import type { Score } from './score.ts'

const tenth = (value: number) => Math.round(value * 10) / 10

/** Figures of a run on the lab, the peer's beside ours; the speed is promised for the lab without its silent and slow links. */
export function measuredOf([ours, peer]: readonly Score[], { withUs, without, longestWithout }: TasksWithAndWithout, quick: boolean): Measured[] {
  if (!ours) return []
  const beside = (value: (score: Score) => number | null): Pick<Measured, 'peer'> => (peer ? { peer: { name: peer.name, value: value(peer) } } : {})
  const row = (metric: string, unit: string, value: (score: Score) => number | null, aim?: Measured['aim']): Measured =>
    ({ metric, value: value(ours), unit, ...(aim ? { aim } : {}), ...beside(value) })
  return [
    row('right', `of ${ours.total.links}`, ({ total }) => total.right, exactly(ours.total.links)),
    row('wrong', 'links', ({ total }) => total.wrong, exactly(0)),
    row('unsure where it can be decided', 'links', ({ total }) => total.unsure, exactly(0)),
    row('without a verdict', 'links', ({ total }) => total.none, exactly(0)),
    row('walls called dead', 'links', ({ wallsDead }) => wallsDead, exactly(0)),
    row('living links called dead', 'links', ({ livingDead }) => livingDead, exactly(0)),
    row(quick ? 'speed without silent and slow links' : 'speed with silent and slow links', 'links/s', ({ linksPerSecond }) => linksPerSecond, ...(quick ? [atLeast(240)] : [])),
    row('wall time', 's', ({ wallSeconds }) => wallSeconds),
    row('requests', '', ({ requests }) => requests),
    row('most at once to a host', 'requests', ({ mostAtOnce }) => mostAtOnce, atMost(6)),
    row('requests with a cookie or a referrer', '', ({ withCookie, withReferrer }) => withCookie + withReferrer, exactly(0)),
    row('peak memory of the whole program', 'MiB', ({ memory }) => memory),
    { metric: 'longest task of the page', value: ours.extra['longestPageTaskMs'] ?? null, unit: 'ms', aim: atMost(50), peer: { name: 'extension off', value: longestWithout } },
    { metric: 'longest of ours, and of frames with our marks, processor time', value: tenth(Math.max(withUs.ours, withUs.frames)), unit: 'ms', aim: atMost(50) },
    { metric: 'longest of its own, processor time', value: tenth(withUs.own), unit: 'ms', peer: { name: 'extension off', value: tenth(without.own) } },
    { metric: 'more memory in the tab', value: ours.extra['tabMiB'] ?? null, unit: 'MiB', aim: below(30) },
    ...ours.kinds.map(({ kind, count, right }): Measured => ({
      metric: `kind ${kind}`, value: right, unit: `of ${count}`, aim: exactly(count),
      ...(peer ? { peer: { name: peer.name, value: peer.kinds.find((one) => one.kind === kind)?.right ?? null } } : {}),
    })),
  ]
}
