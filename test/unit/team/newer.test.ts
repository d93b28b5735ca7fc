import { describe, expect, test } from 'vitest'
import { editIssue } from '../../../utils/ledger/change.ts'
import { readSettings } from '../../../utils/ledger/settings.ts'
import { everything, ID, issueOf, record, take, threeMembers } from './kit.ts'

const we = threeMembers()

describe('what is not ours, or not yet', () => {
  test.each([
    ['nothing', null],
    ['text', 'issue:1'],
    ['no stamps', { _id: 'issue:1', form: 1, base: 'x', values: {}, stamps: {} }],
  ])('%s is refused with a sentence, and the rest is taken', async (_name, doc) => {
    await record(we.a)
    const outcome = await take(we.b, [doc as never, ...(await everything(we.a))])
    expect(outcome.refused).toMatchObject([{ says: { key: 'team.error.malformed' } }])
    expect(await issueOf(we.b)).toBeDefined()
  })

  test('cells, kinds and forms of a newer version are carried along to a third', async () => {
    await record(we.a)
    const docs = await everything(we.a)
    const issue = docs.find(({ _id }) => _id === `issue:${ID}`)!
    issue.values['mood'] = 'good'
    const kind = { ...issue, _id: 'mood:1', values: { mood: 'good' } }
    expect(await take(we.b, [...docs, kind, { ...kind, _id: 'mood:2', form: 2 }])).toMatchObject({ newer: 2, refused: [] })
    await editIssue(we.b, ID, { note: '改' })
    const on = await everything(we.b)
    expect(on.find(({ _id }) => _id === `issue:${ID}`)!.values).toMatchObject({ mood: 'good', note: '改' })
    expect(on.find(({ _id }) => _id === 'mood:1')).toEqual(kind)
    expect((await issueOf(we.b) as unknown as Record<string, unknown>)['mood']).toBeUndefined()
  })

  test('a row that cannot be shown is put aside, not shown and not lost', async () => {
    await record(we.a)
    const docs = await everything(we.a)
    docs.find(({ _id }) => _id === `issue:${ID}`)!.values['severity'] = 'of a newer version'
    expect(await take(we.b, docs)).toMatchObject({ newer: 1 })
    expect(await we.b.db.issues.count()).toBe(0)
    const aside = await we.b.db.stamps.get(`~issue:${ID}`)
    expect(aside).toBeDefined()
    await take(we.b, docs)
    expect(await we.b.db.stamps.get(`~issue:${ID}`)).toEqual(aside)
  })

  test('names of what every object has are no cells', async () => {
    await take(we.b, [JSON.parse('{"_id":"unit:u1","form":1,"base":"0mgyd3q7k0000q7m2k9z4","values":{"name":"甲局","__proto__":{"aliases":[]},"constructor":1},"stamps":{}}')])
    expect(await we.b.db.units.toArray()).toEqual([{ id: 'u1', name: '甲局', aliases: [] }])
  })

  test('a personal setting from outside is not taken', async () => {
    await take(we.b, [{ _id: 'setting:reader', form: 1, base: we.b.device.last, values: { value: '别人' }, stamps: {} }])
    expect((await readSettings(we.b.db)).reader).toBe('')
  })
})
