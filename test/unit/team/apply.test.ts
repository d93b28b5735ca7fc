import { beforeEach, describe, expect, test } from 'vitest'
import { ignoreFinding } from '../../../utils/ledger/ignores.ts'
import { putOwnWords, readOwnWords } from '../../../utils/ledger/own-words.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { addRound, changeRound } from '../../../utils/ledger/rounds.ts'
import { changeSetting, readSettings } from '../../../utils/ledger/settings.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { coverShot } from '../../../utils/ledger/shot-cover.ts'
import { newIssue, newShot } from '../ledger/kit.ts'
import { hand, meet, member, seenBy, type Member } from './kit.ts'

const ID = '01ISSUE0000000000000000001'

let [a, b, c]: Member[] = []

beforeEach(async () => {
  ;[a, b, c] = await Promise.all([member(), member(3 * 60_000), member(-2 * 60_000)])
})

const record = (who: Member, change: Parameters<typeof newIssue>[0] = {}) => recordIssue(who, newIssue(change), newShot())
const issueOf = async (who: Member, id = ID) => (await who.db.issues.get(id))!
const kindsOf = async (who: Member, id = ID) => (await who.db.events.where('issueId').equals(id).sortBy('id')).map(({ kind }) => kind)

describe('what one records, the other has', () => {
  test('issue, history, number with letters; again: nothing', async () => {
    const issue = await record(a!)
    expect(issue).toMatchObject({ number: 1, mark: a!.device.mark })
    expect(await hand(a!, b!)).toMatchObject({ added: { issue: 1, event: 1 }, same: 0, deleted: 0, clashes: [], refused: [], newer: 0 })
    expect(await issueOf(b!)).toEqual({ ...issue, fixedOn: null })
    expect(await kindsOf(b!)).toEqual(['recorded'])
    const before = await b!.db.stamps.toArray()
    expect(await hand(a!, b!)).toMatchObject({ added: {}, changed: {}, same: 2 })
    expect(await b!.db.stamps.toArray()).toEqual(before)
  })

  test('roster, rounds, words, ignores, settings of the office and none of a person', async () => {
    await a!.db.units.add({ id: 'u1', name: '青禾县教育和体育局', aliases: ['教体局'] })
    await a!.db.columns.add({ id: 'c1', name: '通知公告', prefix: 'www.qinghe.gov.cn/tzgg/', unitId: 'u1', class: 'notice', deadlineDays: null, exemption: null })
    await addRound(a!, { name: '专项核查', from: '2026-11-01', to: '2026-11-20' })
    await ignoreFinding(a!, { kind: 'ignored', scope: 'everywhere', check: 'wording/x', evidence: '青禾', url: 'http://www.qinghe.gov.cn/' })
    await putOwnWords(a!.db, [{ id: '01W', wrong: '青和', right: '青禾', severity: 'general', note: '' }], '2026-11-18T02:00:00.000Z')
    await changeSetting(a!.db, 'letterDays', () => 7)
    await changeSetting(a!.db, 'reader', () => '王小青')
    await changeSetting(a!.db, 'rulesOff', () => ['one'])
    await changeSetting(b!.db, 'rulesOff', () => ['two'])
    await hand(a!, b!)
    expect(await readOwnWords(b!.db)).toMatchObject([{ wrong: '青和' }])
    const settings = await readSettings(b!.db)
    expect([settings.letterDays, settings.reader, [...settings.rulesOff].sort()]).toEqual([7, '', ['one', 'two']])
    expect(settings.ownWordsAt).toContain('merged')
    await hand(b!, a!)
    const [one, two] = [await seenBy(a!), await seenBy(b!)]
    for (const table of ['units', 'columns', 'rounds', 'ignores', 'ownWords']) expect(two[table], table).toEqual(one[table])
  })

  test('a roster row that is removed goes everywhere; renamed later by someone who did not know, it comes back', async () => {
    await a!.db.units.add({ id: 'u1', name: '甲局', aliases: [] })
    await hand(a!, b!)
    await a!.db.units.delete('u1')
    expect(await hand(a!, b!)).toMatchObject({ deleted: 1 })
    expect(await b!.db.units.toArray()).toEqual([])
    await c!.db.units.clear()
    await meet(a!, b!, c!)
    expect(await c!.db.units.count()).toBe(0)
    await a!.db.units.add({ id: 'u2', name: '乙局', aliases: [] })
    await meet(a!, b!)
    await a!.db.units.delete('u2')
    b!.clock.at += 10 * 60_000
    await b!.db.units.update('u2', { name: '新乙局' })
    await meet(a!, b!, c!)
    for (const one of [a!, b!, c!]) expect(await one.db.units.toArray()).toEqual([{ id: 'u2', name: '新乙局', aliases: [] }])
    await a!.db.units.delete('u2')
    await meet(a!, b!, c!)
    for (const one of [a!, b!, c!]) expect(await one.db.units.count()).toBe(0)
  })
})

describe('pictures', () => {
  test('of both stay; what was drawn on one picture by two stays, too', async () => {
    await record(a!)
    await hand(a!, b!)
    const draw = (who: Member, text: string) =>
      who.db.issues.toCollection().modify((issue) => {
        issue.shots[0]!.drawings = [{ kind: 'text', text, x: 1, y: 2 }]
      })
    await draw(a!, '甲')
    await draw(b!, '乙')
    await a!.db.issues.toCollection().modify((issue) => void issue.shots.push({ hash: 'b'.repeat(64), takenAt: '2026-11-19T02:00:00.000Z', outlines: [], role: 'after' }))
    await meet(a!, b!)
    const { shots } = await issueOf(b!)
    expect(shots.map(({ hash, role }) => [hash[0], role])).toEqual([['a', undefined], ['b', 'after']])
    expect(shots[0]!.drawings).toHaveLength(2)
    expect(await issueOf(a!)).toEqual(await issueOf(b!))
  })

  test('one that is covered in one issue alone does not come back there, and stays in the other', async () => {
    const other = '01ISSUE0000000000000000002'
    await record(a!)
    await record(a!, { id: other, url: 'http://www.qinghe.gov.cn/other' })
    await meet(a!, b!)
    const { shots: [base] } = await issueOf(a!)
    expect(await coverShot(a!, { issueId: ID, base: base!, marks: { outlines: [], drawings: [], personal: [] }, picture: newShot('c'.repeat(64)).shot, everywhere: false, reason: '' })).toBe(false)
    b!.clock.at += DAY_MS / 2
    await b!.db.issues.update(ID, { shots: [{ ...base!, personal: [{ x: 1, y: 1, width: 2, height: 2 }] }] })
    await meet(a!, b!)
    for (const one of [a!, b!]) expect([(await issueOf(one)).shots.map(({ hash }) => hash[0]), (await issueOf(one, other)).shots.map(({ hash }) => hash[0])]).toEqual([['c'], ['a']])
  })

  test('a covered one makes the uncovered one go everywhere, whatever was done with it meanwhile', async () => {
    await record(a!)
    await hand(a!, b!)
    await hand(a!, c!)
    await b!.db.shots.put(newShot().shot)
    const { shots: [base] } = await issueOf(a!)
    expect(await coverShot(a!, { issueId: ID, base: base!, marks: { outlines: [], drawings: [], personal: [] }, picture: newShot('c'.repeat(64)).shot, everywhere: false, reason: '' })).toBe(true)
    b!.clock.at += DAY_MS / 2
    await b!.db.issues.toCollection().modify((issue) => void (issue.shots[0]!.drawings = [{ kind: 'text', text: '看这里', x: 1, y: 2 }]))
    await record(b!, { id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/other' })
    await meet(a!, b!, c!)
    for (const one of [a!, b!, c!]) {
      const issues = await one.db.issues.toArray()
      expect(issues.flatMap(({ shots }) => shots.map(({ hash }) => hash[0]))).toEqual(['c'])
      if (one !== a) expect(await one.db.shots.count()).toBe(0)
    }
  })
})

test('a round that is as it was by itself is deleted, and made anew by another', async () => {
  await changeRound(a!, '2026-W47', { name: '第一轮' })
  await meet(a!, b!)
  await changeRound(a!, '2026-W47', { name: '' })
  await meet(a!, b!)
  expect(await b!.db.rounds.count()).toBe(0)
  b!.clock.at += 3600_000
  await changeRound(b!, '2026-W47', { name: '又一轮' })
  await meet(a!, b!)
  expect((await a!.db.rounds.toArray()).map(({ name }) => name)).toEqual(['又一轮'])
})
