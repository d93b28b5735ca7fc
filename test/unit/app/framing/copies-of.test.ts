import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { shapesOf } from '../../../../utils/drawing/shapes.ts'
import { copiesOf, copyKey, COPY_FORMAT } from '../../../../utils/app/framing/copies-of.ts'
import type { ShotRef } from '../../../../utils/types/issue.ts'
import { issue } from '../../lists/make-issue.ts'

const SHOT: ShotRef = {
  hash: 'a'.repeat(64), takenAt: '2026-11-18T01:00:00Z', outlines: [{ x: 10, y: 20, width: 30, height: 40, label: '1' }],
  drawings: [{ kind: 'arrow', from: { x: 1, y: 2 }, to: { x: 3, y: 4 } }, { kind: 'text', x: 5, y: 6, text: '此处' }], personal: [{ x: 7, y: 8, width: 9, height: 10 }],
}
const ISSUE = issue(12, { shots: [SHOT] })
const USUAL = { mask: true, pictures: 'marked' } as const
const keyOf = (change: Partial<typeof ISSUE> = {}, shot: Partial<ShotRef> = {}, content: Parameters<typeof copiesOf>[2] = USUAL, strip = true) =>
  copyKey(copiesOf({ ...ISSUE, ...change }, { ...SHOT, ...shot }, content, strip).file)

describe('the name of a copy', () => {
  test('is the same for the same', async () => {
    expect(await keyOf({ description: 'another', updatedAt: '2027-01-01T00:00:00Z' })).toBe(await keyOf())
  })

  test.each<[string, () => Promise<string>]>([
    ['another picture', () => keyOf({}, { hash: 'b'.repeat(64) })],
    ['a place moved', () => keyOf({}, { outlines: [{ x: 11, y: 20, width: 30, height: 40, label: '1' }] })],
    ['a place more', () => keyOf({}, { outlines: [...SHOT.outlines, { x: 1, y: 1, width: 3, height: 4, label: '2' }] })],
    ['words of a place', () => keyOf({}, { outlines: [{ x: 10, y: 20, width: 30, height: 40, label: '错字' }] })],
    ['a drawing less', () => keyOf({}, { drawings: [] })],
    ['words of a drawing', () => keyOf({}, { drawings: [SHOT.drawings![0]!, { kind: 'text', x: 5, y: 6, text: '彼处' }] })],
    ['a place covered more', () => keyOf({}, { personal: [] })],
    ['personal data not covered', () => keyOf({}, {}, { ...USUAL, mask: false })],
    ['as it was stored', () => keyOf({}, {}, { ...USUAL, pictures: 'originals' })],
    ['a small one', () => keyOf({}, {}, { ...USUAL, pictures: 'thumbnails' })],
    ['no strip', () => keyOf({}, {}, USUAL, false)],
    ['another number', () => keyOf({ number: 13 })],
    ['another kind of issue', () => keyOf({ check: 'manual/other' })],
    ['another title of the page', () => keyOf({ pageTitle: '另一个标题' })],
    ['another address', () => keyOf({ url: 'http://www.qinghe.gov.cn/other.html' })],
    ['another time of taking', () => keyOf({}, { takenAt: '2026-11-19T01:00:00Z' })],
    ['another reader', () => keyOf({ foundBy: '别人' })],
  ])('is another for %s', async (_, other) => {
    expect(await other()).not.toBe(await keyOf())
  })
})

test('what is drawn is what it was when the format got its number; where it changes on purpose, COPY_FORMAT is raised', () => {
  const { file, small } = copiesOf({ ...ISSUE, pageTitle: '标题', url: 'http://www.qinghe.gov.cn/1.html', foundBy: '何青' }, SHOT, USUAL, true)
  const drawn = [shapesOf(file.marks, { width: 1280, height: 800 }, 1), shapesOf(small.marks, { width: 1280, height: 800 }, 0.375)]
  expect([COPY_FORMAT, createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 16)]).toEqual([2, 'edf5c6120ab9e3ca'])
})
