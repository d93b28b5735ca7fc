import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ROSTER_CSV } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import { session } from './kit/session.ts'

/** 单位, 轮次 and 概览 stand open in windows of their own while one works elsewhere: none shows what was. */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'
const UNIT = '青禾县人力资源和社会保障局'

const { running, person } = await session(await createCountyServer())
let windows: Record<'units' | 'rounds' | 'overview', Page>

beforeAll(async () => {
  await person.importRoster({ name: '台账.csv', buffer: Buffer.from(ROSTER_CSV) })
  const open = async (name: string) => {
    const page = await running.context.newPage()
    await page.goto(running.own(`ledger.html#/${name}`))
    return page
  }
  windows = { units: await open('units'), rounds: await open('rounds'), overview: await open('overview') }
}, 120_000)

const openOf = () => windows.units.getByRole('row', { name: UNIT }).getByRole('cell').first().innerText()
const toDo = () => windows.overview.getByRole('main').innerText()
const read = () => windows.rounds.getByRole('main').innerText()

test('what is read and recorded in one window is counted in the others, without reloading', async () => {
  await expect.poll(openOf).toBe('0')
  await expect.poll(read).toMatch(/0\/25 个栏目/)
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, COLUMN)
  await expect.poll(read).toMatch(/1\/25 个栏目/)
  await person.record(page, findings[0]!)
  await expect.poll(openOf).toBe('1')
  await expect.poll(toDo).toMatch(/待办问题\s*1\s/)
})

test('taken back in one window, it is gone in the others', async () => {
  const popup = await person.popup(running.context.pages().find((page) => page.url() === COLUMN)!)
  await popup.getByRole('button', { name: '撤销第 1 号' }).click()
  await expect.poll(openOf).toBe('0')
  await expect.poll(toDo).not.toMatch(/待办问题\s*1\s/)
})
