import { expect, test } from 'vitest'
import { askToRecord } from '../../../utils/app/ask-to-record.ts'
import type { AskBackground } from '../../../utils/app/page/state.ts'
import { record, type RecordDeps } from '../../../utils/app/record.ts'
import { PlainError } from '../../../utils/errors.ts'
import type { Recorded } from '../../../utils/types/record.ts'
import { newShot, testLedger } from '../ledger/kit.ts'

const WANTED = { issueId: '01JD0000000000000000000000', target: { kind: 'manual', type: 'manual/other', severity: 'minor', description: '电话打不通', unitId: null, anchor: null } as const, tabId: 1 }
const GONE = new PlainError({ key: 'app.error.background-gone' })
const TAB = { id: 1, windowId: 1, url: 'http://www.qinghe.gov.cn/', title: '青禾县人民政府', active: true, private: false }

function backgroundOf(answers: ((...asked: unknown[]) => Promise<Recorded>)[]) {
  const asked: unknown[] = []
  const ask = ((_: string, data: unknown) => (asked.push(data), answers.shift()!())) as unknown as AskBackground
  return { ask, asked }
}

test('a lost answer is asked for once more, with the same id', async () => {
  const recorded: Recorded = { issueId: WANTED.issueId, number: 1, duplicateOf: null, shot: 'taken' }
  const { ask, asked } = backgroundOf([() => Promise.reject(GONE), () => Promise.resolve(recorded)])
  expect(await askToRecord(ask, WANTED)).toBe(recorded)
  expect(asked).toEqual([WANTED, WANTED])
})

test.each([['background-gone', 2], ['tab-gone', 1]])('%s is told after %i asking', async (key, times) => {
  const { ask, asked } = backgroundOf([1, 2, 3].map(() => () => Promise.reject(new PlainError({ key: `app.error.${key}` }))))
  await expect(askToRecord(ask, WANTED)).rejects.toMatchObject({ says: { key: `app.error.${key}` } })
  expect(asked).toHaveLength(times)
})

test('asked again after the answer was lost, one issue stands, and a picture that was taken is not denied', async () => {
  const ledger = testLedger()
  const deps = { ledger, askPage: () => Promise.reject(new PlainError({ key: 'app.error.no-page' })), stillComes: async () => false, zoomOf: async () => 1, browser: '' } as unknown as RecordDeps
  const before = await record(deps, WANTED.issueId, WANTED.target, TAB, async () => ({ picture: newShot(), shot: 'taken' }))
  const again = await record(deps, WANTED.issueId, WANTED.target, TAB, async () => ({ picture: null, shot: 'missed' }))
  expect(again).toEqual(before)
  expect(await ledger.db.issues.count()).toBe(1)
})

test('and one that was missed the first time is there then', async () => {
  const ledger = testLedger()
  const deps = { ledger, askPage: () => Promise.reject(new PlainError({ key: 'app.error.no-page' })), stillComes: async () => false, zoomOf: async () => 1, browser: '' } as unknown as RecordDeps
  expect(await record(deps, WANTED.issueId, WANTED.target, TAB, async () => ({ picture: null, shot: 'missed' }))).toMatchObject({ shot: 'missed' })
  expect(await record(deps, WANTED.issueId, WANTED.target, TAB, async () => ({ picture: newShot(), shot: 'taken' }))).toMatchObject({ shot: 'taken' })
  expect((await ledger.db.issues.toArray()).map(({ shots }) => shots.length)).toEqual([1])
})
