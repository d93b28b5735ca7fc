import assert from 'node:assert/strict'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { ReplyRefused } from '../../utils/lists/refusals.ts'
import { readReply } from '../../utils/lists/reply/reply.ts'
import { unitXlsx } from '../../utils/lists/sheet/unit-xlsx.ts'
import { RosterRefused } from '../../utils/roster/errors.ts'
import { readTables } from '../../utils/roster/table-file.ts'
import { issue } from '../unit/lists/make-issue.ts'
import { savedAs } from '../unit/roster/workbooks.ts'
import { damaged, orRefusal, type Subject } from './subject.ts'

const PIECES = ['', '<', '&', '&#0;', '&#x110000;', ']]>', '<![CDATA[', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '1e999', '-1', 'A1:ZZZ9999999', 'r="A0"', 't="s"', '9999999', '../../x', '\u0000', '</row>', '<c/>', 'NaN', '𠮷']

/** One part of a workbook with some of its text put in, taken out or doubled, packed again with sums that fit. */
function rewritten(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const files = unzipSync(good)
  const names = Object.keys(files)
  const change = fc.record({ name: fc.constantFrom(...names), at: fc.nat(100_000), length: fc.nat(60), piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), drop: fc.boolean() })
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = { ...files }
    for (const { name, at, length, piece, drop } of changes) {
      const text = strFromU8(copy[name] ?? new Uint8Array())
      const from = at % Math.max(1, text.length)
      if (drop && length === 0) delete copy[name]
      else copy[name] = strToU8(text.slice(0, from) + piece + text.slice(from + (drop ? length : 0)))
    }
    return zipSync(copy, { level: 0 })
  })
}

export const XLSX: Subject = {
  name: 'XLSX: roster',
  few: 150,
  property: () => {
    const rows = [['单位', '网址', '更新时限（天）'], ['青禾县财政局', 'http://www.qinghe.gov.cn/', 14], [null, '/zwgk/', 20]]
    const goods = (['excel', 'wps'] as const).map((maker) => savedAs(maker, rows, ['A2:A3']))
    const files = fc.oneof(...goods.flatMap((good) => [damaged(good), rewritten(good)]))
    return fc.asyncProperty(files, async (file) => {
      const read = await orRefusal(() => readTables(file), RosterRefused)
      for (const { rows } of read?.tables ?? []) for (const { cells } of rows) assert.ok(cells.every((one) => typeof one === 'string'))
    })
  },
}

export const RETURNED: Subject = {
  name: 'XLSX: returned lists',
  few: 60,
  property: async () => {
    const issues = [1, 2].map((n) => issue(n))
    const good = await unitXlsx({ unitName: '青禾县教育和体育局', period: '2026-W47', issues, thumbs: async () => null })
    const known = new Set(issues.map(({ id }) => id))
    return fc.asyncProperty(fc.oneof(damaged(good), rewritten(good)), async (file) => {
      const read = await orRefusal(() => readReply(file, issues), ReplyRefused)
      for (const { issueId } of read?.lines ?? []) assert.ok(known.has(issueId))
    })
  },
}
