import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { SHAPES } from '../../../utils/ledger/backup/shapes.ts'
import { sharedKind, type SharedKind } from '../../../utils/ledger/sharing/kinds.ts'
import { later } from '../../../utils/ledger/sharing/rules.ts'
import { tryAgain } from '../../../utils/team/try-again.ts'
import { everything, ID, issueOf, record, take, threeMembers } from './kit.ts'

const we = threeMembers()
const { issues: plainShape } = SHAPES
const issue = sharedKind('issue') as { -readonly [K in keyof SharedKind]: SharedKind[K] }
const plainRules = issue.rules

/** A version that knows more: another severity, a field `mood`. */
function update(): void {
  Object.assign(SHAPES, { issues: v.any() })
  issue.rules = [...plainRules, later('mood')]
}

afterEach(() => {
  Object.assign(SHAPES, { issues: plainShape })
  issue.rules = plainRules
})

test('what lay aside stands once a version comes that can show it, and lies aside no more', async () => {
  await record(we.a)
  const docs = await everything(we.a)
  docs.find(({ _id }) => _id === `issue:${ID}`)!.values['severity'] = 'of a newer version'
  await take(we.b, docs)
  expect(await tryAgain(we.b, '1')).toBe(0)
  expect(await we.b.db.issues.count()).toBe(0)
  update()
  // once a version
  expect(await tryAgain(we.b, '1')).toBe(0)
  expect(await tryAgain(we.b, '2')).toBe(1)
  expect((await issueOf(we.b)).severity).toBe('of a newer version')
  expect(await we.b.db.stamps.where(':id').startsWith('~').count()).toBe(0)
  expect(await tryAgain(we.b, '3')).toBe(0)
})

test('a field that was only carried along comes into the row, and edits made meanwhile stay', async () => {
  await record(we.a)
  const docs = await everything(we.a)
  docs.find(({ _id }) => _id === `issue:${ID}`)!.values['mood'] = 'good'
  await take(we.b, docs)
  await we.b.db.issues.update(ID, { note: '旧版本改的' })
  update()
  expect(await tryAgain(we.b, '2')).toBe(1)
  expect(await issueOf(we.b)).toMatchObject({ mood: 'good', note: '旧版本改的' })
  expect((await we.b.db.stamps.get(`issue:${ID}`))!.kept).toBeUndefined()
})

test('what was deleted stays deleted, and a ledger that shares nothing is not touched', async () => {
  await we.a.db.units.add({ id: 'u1', name: '甲局', aliases: [] })
  await we.a.db.units.delete('u1')
  const before = await everything(we.a)
  expect(await tryAgain(we.a, '2')).toBe(0)
  expect(await we.a.db.units.count()).toBe(0)
  expect(await everything(we.a)).toEqual(before)
})
