import { beforeEach, describe, expect, test } from 'vitest'
import { editIssue } from '../../../utils/ledger/change.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { readSettings } from '../../../utils/ledger/settings.ts'
import { newIssue, newShot } from '../ledger/kit.ts'
import { everything, member, take, type Member } from './kit.ts'

const ID = '01ISSUE0000000000000000001'

let [a, b]: Member[] = []

beforeEach(async () => {
  ;[a, b] = await Promise.all([member(), member(3 * 60_000)])
})

const record = (who: Member, change: Parameters<typeof newIssue>[0] = {}) => recordIssue(who, newIssue(change), newShot())
const issueOf = async (who: Member, id = ID) => (await who.db.issues.get(id))!

describe('what is not ours, or not yet', () => {
  test.each([
    ['nothing', null],
    ['text', 'issue:1'],
    ['no stamps', { _id: 'issue:1', form: 1, base: 'x', values: {}, stamps: {} }],
  ])('%s is refused with a sentence, and the rest is taken', async (_name, doc) => {
    await record(a!)
    const outcome = await take(b!, [doc as never, ...(await everything(a!))])
    expect(outcome.refused).toMatchObject([{ says: { key: 'team.error.malformed' } }])
    expect(await issueOf(b!)).toBeDefined()
  })

  test('cells, kinds and forms of a newer version are carried along to a third', async () => {
    await record(a!)
    const docs = await everything(a!)
    const issue = docs.find(({ _id }) => _id === `issue:${ID}`)!
    issue.values['mood'] = 'good'
    const kind = { ...issue, _id: 'mood:1', values: { mood: 'good' } }
    expect(await take(b!, [...docs, kind, { ...kind, _id: 'mood:2', form: 2 }])).toMatchObject({ newer: 2, refused: [] })
    await editIssue(b!, ID, { note: '改' })
    const on = await everything(b!)
    expect(on.find(({ _id }) => _id === `issue:${ID}`)!.values).toMatchObject({ mood: 'good', note: '改' })
    expect(on.find(({ _id }) => _id === 'mood:1')).toEqual(kind)
    expect((await issueOf(b!) as unknown as Record<string, unknown>)['mood']).toBeUndefined()
  })

  test('a row that cannot be shown is put aside, not shown and not lost', async () => {
    await record(a!)
    const docs = await everything(a!)
    docs.find(({ _id }) => _id === `issue:${ID}`)!.values['severity'] = 'of a newer version'
    expect(await take(b!, docs)).toMatchObject({ newer: 1 })
    expect(await b!.db.issues.count()).toBe(0)
    const aside = await b!.db.stamps.get(`~issue:${ID}`)
    expect(aside).toBeDefined()
    await take(b!, docs)
    expect(await b!.db.stamps.get(`~issue:${ID}`)).toEqual(aside)
  })

  test('names of what every object has are no cells', async () => {
    await take(b!, [JSON.parse('{"_id":"unit:u1","form":1,"base":"0mgyd3q7k0000q7m2k9z4","values":{"name":"甲局","__proto__":{"aliases":[]},"constructor":1},"stamps":{}}')])
    expect(await b!.db.units.toArray()).toEqual([{ id: 'u1', name: '甲局', aliases: [] }])
  })

  test('a personal setting from outside is not taken', async () => {
    await take(b!, [{ _id: 'setting:reader', form: 1, base: b!.device.last, values: { value: '别人' }, stamps: {} }])
    expect((await readSettings(b!.db)).reader).toBe('')
  })
})
