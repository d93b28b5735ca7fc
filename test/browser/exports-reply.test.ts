import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import type { Issue, IssueEvent } from '../../utils/types/issue.ts'
import { createCountyServer } from '../sites/server.ts'
import { readAll } from './kit/database.ts'
import { openExports, recordSome, saved } from './kit/exporting.ts'
import { session } from './kit/session.ts'

/** 回收: the list of a unit, filled in with another program and sent back. */
const { person } = await session(await createCountyServer())

beforeAll(async () => {
  await recordSome(person)
}, 180_000)

/** What the unit does: one issue done, one under way, one row of its own. */
async function filledIn(bytes: Uint8Array): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('问题清单')!
  const column = (title: string) => (sheet.getRow(2).values as unknown[]).findIndex((cell) => String(cell).startsWith(title))
  const fill = (row: number, cells: Record<string, string>) => {
    for (const [title, value] of Object.entries(cells)) sheet.getCell(row, column(title)).value = value
  }
  fill(3, { 整改措施: '已补充内容', 整改情况: '已整改', 整改时间: '2026-11-20', 责任人: '王禾' })
  fill(4, { 整改措施: '正在联系技术公司', 整改情况: '整改中' })
  fill(7, { 问题编号: '999', 整改情况: '已整改', 问题标识: '01JCZ000000000000000099999' })
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('a returned list is looked at, taken with history, and undone', async () => {
  const desk = await openExports(person)
  const before = (await person.issues()).toSorted((a, b) => a.number - b.number)
  const { unitName } = before[0]!
  const [first, second] = before.filter((issue) => issue.unitName === unitName) as [Issue, Issue]
  const { bytes } = await saved(desk, `XLSX：${unitName}`)
  await desk.locator('section[aria-labelledby=export-reply] input[type=file]').setInputFiles({ name: '回复.xlsx', mimeType: '', buffer: await filledIn(bytes) })
  await desk.getByText('回复.xlsx：有新内容 2 条', { exact: false }).waitFor()
  await desk.getByRole('list', { name: '需要留意的地方' }).getByText('999', { exact: false }).waitFor()
  expect(await person.issues()).toEqual(expect.arrayContaining(before))

  await desk.getByRole('button', { name: '写入 2 条' }).click()
  await desk.getByText('已写入 2 条回复，其中 1 条改为已整改').waitFor()
  const now = await person.issues()
  const find = (all: Issue[], { id }: Issue) => all.find((issue) => issue.id === id)!
  expect(find(now, first)).toMatchObject({ status: 'fixed', reply: { measures: '已补充内容', state: 'fixed', fixedOn: '2026-11-20', person: '王禾' } })
  expect(find(now, second)).toMatchObject({ status: 'open', reply: { state: 'working' } })
  const events = await desk.evaluate(readAll<IssueEvent>, 'events')
  expect(events.filter(({ kind }) => kind === 'reply').map(({ issueId }) => issueId).sort()).toEqual([first.id, second.id].sort())

  await desk.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => find(await person.issues(), first).status).toBe('open')
  await expect.poll(async () => find(await person.issues(), second).reply).toBe(null)
})

test('a file that is no such list is refused in one sentence', async () => {
  const desk = await person.desk()
  await desk.locator('section[aria-labelledby=export-reply] input[type=file]').setInputFiles({ name: '别的.xlsx', mimeType: '', buffer: Buffer.from('no workbook') })
  await desk.locator('section[aria-labelledby=export-reply] .problem').waitFor()
  expect(await desk.getByRole('button', { name: /^写入/ }).count()).toBe(0)
})
