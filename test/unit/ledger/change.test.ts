import { expect, test } from 'vitest'
import { deleteIssue, editIssue, restoreIssue, setStatus } from '../../../utils/ledger/change.ts'
import { historyOf, issuesBetween, standingIssues } from '../../../utils/ledger/query.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { mayBecome, NEXT } from '../../../utils/ledger/transitions.ts'
import { STATUSES } from '../../../utils/types/issue.ts'
import { newIssue, testLedger } from './kit.ts'

test('an edit keeps what stood before in the history', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null)
  ledger.clock.at = '2026-11-19T02:00:00.000Z'
  const edited = await editIssue(ledger, id, { severity: 'serious', note: '已电话告知' })
  expect(edited).toMatchObject({ severity: 'serious', note: '已电话告知', updatedAt: '2026-11-19T02:00:00.000Z' })
  const [, event] = await historyOf(ledger.db, id)
  expect(event).toMatchObject({ kind: 'edited', by: '王小青', changes: { severity: ['general', 'serious'], note: ['', '已电话告知'] } })
})

test('an edit that changes nothing leaves no line', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null)
  await editIssue(ledger, id, { severity: 'general' })
  expect(await historyOf(ledger.db, id)).toHaveLength(1)
})

test('the life goes along allowed steps only, each with its reason', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null)
  await expect(setStatus(ledger, id, 'closed', '')).rejects.toMatchObject({ says: { key: 'app.error.bad-step' } })
  await setStatus(ledger, id, 'fixed', '单位已回复')
  expect(await setStatus(ledger, id, 'closed', '复查合格')).toMatchObject({ status: 'closed' })
  expect((await historyOf(ledger.db, id)).map(({ reason }) => reason)).toEqual(['', '单位已回复', '复查合格'])
})

test('every end can be opened again, and nothing is closed unseen', () => {
  for (const status of STATUSES.filter((status) => status !== 'open')) expect(mayBecome(status, 'open')).toBe(true)
  expect(STATUSES.filter((status) => NEXT[status].includes('closed'))).toEqual(['fixed'])
})

test('a deleted issue leaves the lists and comes back by undo', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null)
  await deleteIssue(ledger, id)
  expect(await standingIssues(ledger.db)).toEqual([])
  expect(await issuesBetween(ledger.db, '2026-11-01', '2026-12-01')).toEqual([])
  await restoreIssue(ledger, id)
  expect((await standingIssues(ledger.db)).map((issue) => issue.id)).toEqual([id])
})

test('changing an issue that is gone is said', async () => {
  await expect(editIssue(testLedger(), '01GONE00000000000000000000', { note: '' })).rejects.toMatchObject({ says: { key: 'app.error.issue-gone' } })
})
