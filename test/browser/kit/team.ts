import type { Page } from 'playwright-core'
import type { CouchServer } from '../../couch/server.ts'
import type { Person } from './person.ts'
import { until } from './until.ts'

export interface Joining {
  server: Pick<CouchServer, 'url'>
  database: string
  user: string
  password: string
}

/** Goes to 团队 and enters the server. Nothing is written there by that. */
export async function enterServer(desk: Page, { server, database, user, password }: Joining): Promise<void> {
  await desk.goto(desk.url().replace(/#.*/, '#/team'))
  const form = desk.getByRole('form', { name: '服务器' })
  await form.getByLabel('服务器地址').fill(server.url)
  await form.getByLabel('数据库名').fill(database)
  await form.getByLabel('用户名').fill(user)
  await form.getByLabel('密码').fill(password)
  await form.getByRole('button', { name: '连接' }).click()
}

/** A person's ledger, from which a team was begun. */
export async function foundTeam(person: Person, joining: Joining): Promise<Page> {
  await person.speakChinese()
  const desk = await person.desk()
  await enterServer(desk, joining)
  await desk.getByRole('button', { name: '新建团队库' }).click()
  await waitForState(desk, /^已同步/)
  return desk
}

/** What the ledger's head says of the server. */
export function stateOf(desk: Page): Promise<string> {
  return desk.locator('.bar .sync-line').textContent({ timeout: 200 }).then((text) => (text ?? '').replace('⚠ ', ''), () => '')
}

export function waitForState(desk: Page, wanted: RegExp, timeout = 25_000): Promise<string> {
  let last = ''
  return until(async () => (wanted.test((last = await stateOf(desk))) ? last : null), () => `the state never was ${wanted}; it is: ${last}`, timeout)
}

/** 立即同步, and waits until a pass has ended since. @returns the state afterwards */
export async function syncNow(desk: Page, wanted = /^已同步/): Promise<string> {
  if (!desk.url().endsWith('#/team')) await desk.goto(desk.url().replace(/#.*/, '#/team'))
  const button = desk.getByRole('button', { name: '立即同步' })
  await button.click()
  await desk.getByRole('button', { name: '同步中…' }).waitFor({ state: 'detached' })
  return waitForState(desk, wanted)
}
