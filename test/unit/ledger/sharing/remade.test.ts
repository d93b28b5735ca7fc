import { expect, test } from 'vitest'
import { stampOf } from '../../../../utils/ledger/sharing/clock.ts'
import { remade } from '../../../../utils/ledger/sharing/remade.ts'

const [OLD, NEW, OTHER] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']
const at = (wall: number, device = OLD) => stampOf(wall, 0, device)

test('what a device made after an instant is another’s, who knows what stood; all else stays', () => {
  const row = { doc: 'issue:1', seq: at(9), pending: `3${at(9)}`, base: at(1), cells: { note: at(3), status: at(7), severity: { t: at(8), p: [at(6, OTHER)] }, url: at(8, OTHER) } }
  expect(remade(row, at(5), NEW)).toEqual({
    base: at(1),
    cells: { note: at(3), status: { t: at(7, NEW), p: [at(5)] }, severity: { t: at(8, NEW), p: [at(5), at(6, OTHER)] }, url: at(8, OTHER) },
  })
})

test('so too where others have overwritten it since, and where it waits beside another value', () => {
  const row = { doc: 'issue:1', seq: at(9), base: at(1), cells: { note: { t: at(8, OTHER), p: [at(7)] }, status: { t: at(8, OTHER), c: [{ t: at(7), v: 'fixed' }] } } }
  expect(remade(row, at(5), NEW)).toEqual({
    base: at(1),
    cells: { note: { t: at(8, OTHER), p: [at(5), at(7, NEW)] }, status: { t: at(8, OTHER), p: [at(5)], c: [{ t: at(7, NEW), v: 'fixed' }] } },
  })
})

test('a row that was made since is the other’s as a whole; one that was not touched since is none of its', () => {
  const row = { doc: 'setting:x', seq: at(9), base: at(7), cells: {} }
  expect(remade(row, at(5), NEW)).toEqual({ base: at(7, NEW), cells: {} })
  expect(remade({ ...row, base: at(4), cells: { value: at(9, OTHER) } }, at(5), NEW)).toBeNull()
})
