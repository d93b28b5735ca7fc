import { describe, expect, test } from 'vitest'
import { ignoreFinding } from '../../../utils/ledger/ignores.ts'
import { putOwnWords, readOwnWords } from '../../../utils/ledger/own-words.ts'
import { addRound, changeRound } from '../../../utils/ledger/rounds.ts'
import { changeSetting, readSettings } from '../../../utils/ledger/settings.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { coverShot } from '../../../utils/ledger/shot-cover.ts'
import { newShot } from '../ledger/kit.ts'
import { hand, ID, issueOf, kindsOf, meet, type Member, record, seenBy, threeMembers } from './kit.ts'

const we = threeMembers()

describe('what one records, the other has', () => {
  test('issue, history, number with letters; again: nothing', async () => {
    const issue = await record(we.a)
    expect(issue).toMatchObject({ number: 1, mark: we.a.device.mark })
    expect(await hand(we.a, we.b)).toMatchObject({ added: { issue: 1, event: 1 }, same: 0, deleted: 0, clashes: [], refused: [], newer: 0 })
    expect(await issueOf(we.b)).toEqual({ ...issue, fixedOn: null })
    expect(await kindsOf(we.b)).toEqual(['recorded'])
    const before = await we.b.db.stamps.toArray()
    expect(await hand(we.a, we.b)).toMatchObject({ added: {}, changed: {}, same: 2 })
    expect(await we.b.db.stamps.toArray()).toEqual(before)
  })

  test('roster, rounds, words, ignores, settings of the office and none of a person', async () => {
    await we.a.db.units.add({ id: 'u1', name: '青禾县教育和体育局', aliases: ['教体局'] })
    await we.a.db.columns.add({ id: 'c1', name: '通知公告', prefix: 'www.qinghe.gov.cn/tzgg/', unitId: 'u1', class: 'notice', deadlineDays: null, exemption: null })
    await addRound(we.a, { name: '专项核查', from: '2026-11-01', to: '2026-11-20' })
    await ignoreFinding(we.a, { kind: 'ignored', scope: 'everywhere', check: 'wording/x', evidence: '青禾', url: 'http://www.qinghe.gov.cn/' })
    await putOwnWords(we.a.db, [{ id: '01W', wrong: '青和', right: '青禾', severity: 'general', note: '' }], '2026-11-18T02:00:00.000Z')
    await changeSetting(we.a.db, 'letterDays', () => 7)
    await changeSetting(we.a.db, 'reader', () => '王小青')
    await changeSetting(we.a.db, 'rulesOff', () => ['one'])
    await changeSetting(we.b.db, 'rulesOff', () => ['two'])
    await hand(we.a, we.b)
    expect(await readOwnWords(we.b.db)).toMatchObject([{ wrong: '青和' }])
    const settings = await readSettings(we.b.db)
    expect([settings.letterDays, settings.reader, [...settings.rulesOff].sort()]).toEqual([7, '', ['one', 'two']])
    expect(settings.ownWordsAt).toContain('merged')
    await hand(we.b, we.a)
    const [one, two] = [await seenBy(we.a), await seenBy(we.b)]
    for (const table of ['units', 'columns', 'rounds', 'ignores', 'ownWords']) expect(two[table], table).toEqual(one[table])
  })

  test('a roster row that is removed goes everywhere; renamed later by someone who did not know, it comes back', async () => {
    await we.a.db.units.add({ id: 'u1', name: '甲局', aliases: [] })
    await hand(we.a, we.b)
    await we.a.db.units.delete('u1')
    expect(await hand(we.a, we.b)).toMatchObject({ deleted: 1 })
    expect(await we.b.db.units.toArray()).toEqual([])
    await we.c.db.units.clear()
    await meet(we.a, we.b, we.c)
    expect(await we.c.db.units.count()).toBe(0)
    await we.a.db.units.add({ id: 'u2', name: '乙局', aliases: [] })
    await meet(we.a, we.b)
    await we.a.db.units.delete('u2')
    we.b.clock.at += 10 * 60_000
    await we.b.db.units.update('u2', { name: '新乙局' })
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) expect(await one.db.units.toArray()).toEqual([{ id: 'u2', name: '新乙局', aliases: [] }])
    await we.a.db.units.delete('u2')
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) expect(await one.db.units.count()).toBe(0)
  })
})

describe('pictures', () => {
  test('of both stay; what was drawn on one picture by two stays, too', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    const draw = (who: Member, text: string) =>
      who.db.issues.toCollection().modify((issue) => {
        issue.shots[0]!.drawings = [{ kind: 'text', text, x: 1, y: 2 }]
      })
    await draw(we.a, '甲')
    await draw(we.b, '乙')
    await we.a.db.issues.toCollection().modify((issue) => void issue.shots.push({ hash: 'b'.repeat(64), takenAt: '2026-11-19T02:00:00.000Z', outlines: [], role: 'after' }))
    await meet(we.a, we.b)
    const { shots } = await issueOf(we.b)
    expect(shots.map(({ hash, role }) => [hash[0], role])).toEqual([['a', undefined], ['b', 'after']])
    expect(shots[0]!.drawings).toHaveLength(2)
    expect(await issueOf(we.a)).toEqual(await issueOf(we.b))
  })

  test('one that is covered in one issue alone does not come back there, and stays in the other', async () => {
    const other = '01ISSUE0000000000000000002'
    await record(we.a)
    await record(we.a, { id: other, url: 'http://www.qinghe.gov.cn/other' })
    await meet(we.a, we.b)
    const { shots: [base] } = await issueOf(we.a)
    expect(await coverShot(we.a, { issueId: ID, base: base!, marks: { outlines: [], drawings: [], personal: [] }, picture: newShot('c'.repeat(64)).shot, everywhere: false, reason: '' })).toBe(false)
    we.b.clock.at += DAY_MS / 2
    await we.b.db.issues.update(ID, { shots: [{ ...base!, personal: [{ x: 1, y: 1, width: 2, height: 2 }] }] })
    await meet(we.a, we.b)
    for (const one of [we.a, we.b]) expect([(await issueOf(one)).shots.map(({ hash }) => hash[0]), (await issueOf(one, other)).shots.map(({ hash }) => hash[0])]).toEqual([['c'], ['a']])
  })

  test('a covered one makes the uncovered one go everywhere, whatever was done with it meanwhile', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await hand(we.a, we.c)
    await we.b.db.shots.put(newShot().shot)
    const { shots: [base] } = await issueOf(we.a)
    expect(await coverShot(we.a, { issueId: ID, base: base!, marks: { outlines: [], drawings: [], personal: [] }, picture: newShot('c'.repeat(64)).shot, everywhere: false, reason: '' })).toBe(true)
    we.b.clock.at += DAY_MS / 2
    await we.b.db.issues.toCollection().modify((issue) => void (issue.shots[0]!.drawings = [{ kind: 'text', text: '看这里', x: 1, y: 2 }]))
    await record(we.b, { id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/other' })
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) {
      const issues = await one.db.issues.toArray()
      expect(issues.flatMap(({ shots }) => shots.map(({ hash }) => hash[0]))).toEqual(['c'])
      if (one !== we.a) expect(await one.db.shots.count()).toBe(0)
    }
  })
})

test('a round that is as it was by itself is deleted, and made anew by another', async () => {
  await changeRound(we.a, '2026-W47', { name: '第一轮' })
  await meet(we.a, we.b)
  await changeRound(we.a, '2026-W47', { name: '' })
  await meet(we.a, we.b)
  expect(await we.b.db.rounds.count()).toBe(0)
  we.b.clock.at += 3600_000
  await changeRound(we.b, '2026-W47', { name: '又一轮' })
  await meet(we.a, we.b)
  expect((await we.a.db.rounds.toArray()).map(({ name }) => name)).toEqual(['又一轮'])
})
