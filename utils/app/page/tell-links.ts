import { notIgnored } from '../../ledger/ignores.ts'
import type { PageReading } from '../../types/reading.ts'
import type { SessionDeps } from './session-deps.ts'
import type { PageState } from './state.ts'

/** What the reading log keeps of the page's links, once all have their verdict. */
export async function tellLinks({ links, verdict }: PageState, reading: PageReading, { ask, linkFindings }: Pick<SessionDeps, 'ask' | 'linkFindings'>): Promise<void> {
  if (!links || !verdict) return
  const verdicts = links.verdicts()
  const alarms = verdict.ignores.filter(({ kind }) => kind === 'false-alarm')
  const dead = notIgnored(linkFindings(reading, verdicts), alarms, reading.url).filter(({ check }) => check === 'links/dead')
  const confirmed = dead.filter(({ more }) => more?.key === 'links.history.confirmed').length
  const unsure = verdicts.filter(({ verdict }) => verdict === 'unsure').length
  await ask('links.checked', { url: reading.url, checked: verdicts.length, dead: dead.length, confirmed, unsure })
}
