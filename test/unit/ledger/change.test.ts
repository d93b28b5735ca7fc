import { describe, expect, test } from 'vitest'
import { addNote, deleteIssue, editIssue, restoreIssue, setStatus, undoEvent } from '../../../utils/ledger/change.ts'
import { historyOf, issuesBetween, standingIssues } from '../../../utils/ledger/query.ts'
import { milestonesOf } from '../../../utils/lists/life.ts'
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

test('the unit’s answer is edited field by field; the address takes its host along', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null)
  await editIssue(ledger, id, { reply: { measures: '已更换附件', state: 'fixed' } })
  expect(await editIssue(ledger, id, { reply: { person: '王小青' }, url: 'http://jyj.qinghe.gov.cn/a.html' })).toMatchObject({
    host: 'jyj.qinghe.gov.cn', reply: { measures: '已更换附件', state: 'fixed', fixedOn: null, person: '王小青' },
  })
  expect((await historyOf(ledger.db, id)).map(({ changes }) => Object.keys(changes))).toEqual([[], ['reply'], ['url', 'host', 'reply']])
})

describe('two windows with one issue', () => {
  test('write beside each other where they changed different fields', async () => {
    const ledger = testLedger()
    const base = await recordIssue(ledger, newIssue(), null)
    await editIssue(ledger, base.id, { note: '甲写的', reply: { person: '王小青' } }, base)
    expect(await editIssue(ledger, base.id, { severity: 'minor', reply: { measures: '已改' } }, base)).toMatchObject({
      note: '甲写的', severity: 'minor', reply: { person: '王小青', measures: '已改' },
    })
  })

  test('nothing of an edit is written where one field was changed by both', async () => {
    const ledger = testLedger()
    const base = await recordIssue(ledger, newIssue(), null)
    await editIssue(ledger, base.id, { note: '甲写的', reply: { person: '王小青' } }, base)
    await expect(editIssue(ledger, base.id, { severity: 'minor', note: '乙写的', reply: { person: '李复查' } }, base)).rejects.toMatchObject({
      fields: ['note', 'reply.person'], says: { key: 'issue.conflict.refused' },
    })
    expect(await ledger.db.issues.get(base.id)).toMatchObject({ note: '甲写的', severity: 'general' })
  })

  test('the same words written twice are no conflict', async () => {
    const ledger = testLedger()
    const base = await recordIssue(ledger, newIssue(), null)
    await editIssue(ledger, base.id, { note: '已电话告知' }, base)
    expect(await editIssue(ledger, base.id, { note: '已电话告知', severity: 'minor' }, base)).toMatchObject({ severity: 'minor' })
  })

  test('a note is added to what stands', async () => {
    const ledger = testLedger()
    const { id } = await recordIssue(ledger, newIssue(), null)
    await Promise.all([addNote(ledger, id, '一'), addNote(ledger, id, '二')])
    expect((await ledger.db.issues.get(id))!.note.split('\n').sort()).toEqual(['一', '二'])
  })
})

describe('undo', () => {
  test('takes a step back as a step of its own, whatever the life allows', async () => {
    const ledger = testLedger()
    const { id } = await recordIssue(ledger, newIssue(), null)
    await setStatus(ledger, id, 'fixed', '单位已回复')
    ledger.clock.at = '2026-11-20T02:00:00.000Z'
    await setStatus(ledger, id, 'closed', '复查合格')
    const closing = (await historyOf(ledger.db, id))[2]!
    expect(await undoEvent(ledger, closing.id)).toMatchObject({ status: 'fixed', fixedOn: '2026-11-18' })
    const history = await historyOf(ledger.db, id)
    expect(history.map(({ kind }) => kind)).toEqual(['recorded', 'status', 'status', 'undone'])
    // For the lists the closing never was.
    expect(milestonesOf(history)).toMatchObject({ fixedAt: '2026-11-18T02:00:00.000Z', closedAt: null, review: null })
  })

  test('leaves alone what was changed again since', async () => {
    const ledger = testLedger()
    const { id } = await recordIssue(ledger, newIssue(), null)
    await editIssue(ledger, id, { note: '一', severity: 'minor' })
    const edit = (await historyOf(ledger.db, id))[1]!
    await editIssue(ledger, id, { note: '二' })
    expect(await undoEvent(ledger, edit.id)).toMatchObject({ note: '二', severity: 'general' })
  })
})

test('the day of mending goes with the life', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null)
  ledger.clock.at = '2026-11-18T16:30:00.000Z' // past midnight in Shanghai
  expect(await setStatus(ledger, id, 'fixed', '')).toMatchObject({ fixedOn: '2026-11-19' })
  expect(await setStatus(ledger, id, 'open', '未改到位')).toMatchObject({ fixedOn: null })
})
