import type { RecheckJob } from '../../../utils/types/recheck.ts'
import { readAll } from './database.ts'
import type { Person } from './person.ts'
import { until } from './until.ts'

export async function recheckJobs(person: Person): Promise<RecheckJob[]> {
  const jobs = await (await person.desk()).evaluate(readAll<RecheckJob>, 'rechecks')
  return jobs.sort((a, b) => (a.id < b.id ? 1 : -1))
}

/** Starts a re-check of what a choice of the start form names. @returns its id */
export async function startRecheck(person: Person, scope: string): Promise<string> {
  const desk = await person.desk()
  const before = (await recheckJobs(person))[0]?.id
  await desk.bringToFront()
  await desk.goto(person.running.own('ledger.html#/recheck'))
  const again = desk.getByRole('button', { name: '再做一次复查' })
  const start = desk.getByRole('button', { name: '开始复查' })
  await again.or(start).first().waitFor()
  if (await again.isVisible()) await again.click()
  await desk.getByText(scope).click()
  await start.click()
  const job = await until(async () => (await recheckJobs(person)).find(({ id }) => id !== before && id > (before ?? '')), () => 'no re-check began')
  return job.id
}

/** Starts a re-check and waits until everything is looked at. */
export async function recheck(person: Person, scope: string, timeout = 300_000): Promise<RecheckJob> {
  const id = await startRecheck(person, scope)
  return until(async () => (await recheckJobs(person)).find((job) => job.id === id && job.state === 'done' && job.tabId === null), () => 'the re-check never ended', timeout)
}
