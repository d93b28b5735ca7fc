import assert from 'node:assert/strict'
import fc from 'fast-check'
import { csvBytes, csvOf } from '../../utils/lists/csv/csv.ts'
import { accountKey, parseAccounts } from '../../utils/roster/account-file.ts'
import { readCsv } from '../../utils/roster/csv-file.ts'
import { RosterRefused } from '../../utils/roster/errors.ts'
import { guessLayout } from '../../utils/roster/layout.ts'
import { mergeRoster } from '../../utils/roster/merge.ts'
import { parseRoster, parseTable } from '../../utils/roster/parse.ts'
import { readWordList, writeWordList } from '../../utils/wording/word-list.ts'
import { orRefusal, type Subject } from './subject.ts'

const NAMES = ['单位', '责任单位', '单位别名', '网站名称', '网址', '网站标识码', '栏目', '栏目网址', '栏目类别', '更新时限（天）', '免考核原因', '一级', '二级', '三级', '备注', '平台', '账号名称', '序号']
const VALUES = ['青禾县财政局', '县财政局、县财局', 'http://www.qinghe.gov.cn/', '/zwgk/', '3701990001', 'bm37019901', '通知公告', '每周至少1条', '14', '-1', '合计', '同上', '见附件', 'http://[bad', '//x', 'javascript:1', '=1+1', '"', '\n', '\t', '']
const cell = fc.oneof(fc.constantFrom(...VALUES), fc.constantFrom(...NAMES), fc.string({ unit: 'binary', maxLength: 8 }))
const row = (size: number) => fc.array(cell, { maxLength: size })
const table = fc.record({ header: fc.shuffledSubarray(NAMES, { minLength: 1 }), rows: fc.array(row(12), { maxLength: 8 }) })

const separator = fc.constantFrom(',', ';', '\t', '，')
const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`
const loose = fc.tuple(table, separator, fc.boolean(), fc.constantFrom('\n', '\r\n', '\r')).map(([{ header, rows }, between, quotes, end]) =>
  [header, ...rows].map((cells) => cells.map((one) => (quotes ? quoted(one) : one)).join(between)).join(end))
const bytes = fc.oneof(
  loose.map((text) => new TextEncoder().encode(text)),
  loose.map((text) => new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer)])),
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 120 }).map((text) => new TextEncoder().encode(text)),
)

export const CSV: Subject = {
  name: 'CSV',
  few: 400,
  property: () => fc.asyncProperty(bytes, fc.array(row(6), { maxLength: 5 }), async (file, rows) => {
    const read = await orRefusal(() => readCsv(file), RosterRefused)
    for (const { cells, line } of read?.rows ?? []) assert.ok(line > 0 && cells.every((one) => typeof one === 'string'))
    const accounts = await orRefusal(() => parseAccounts(file, '2026-11-21'), RosterRefused)
    const keys = (accounts?.accounts ?? []).map(accountKey)
    assert.equal(new Set(keys).size, keys.length)
    const { words } = readWordList(new TextDecoder().decode(file))
    readWordList(writeWordList(words))
    // What we write no spreadsheet runs, whatever stood in a page; and it is read back whole.
    for (const [, field] of csvOf(['甲', '乙'], rows).matchAll(/"((?:[^"]|"")*)"/g)) assert.doesNotMatch(field!, /^[=+\-@\t\r＝＋－＠]/)
    await orRefusal(() => readCsv(csvBytes(csvOf(['甲', '乙'], rows))), RosterRefused)
  }),
}

export const ROSTERS: Subject = {
  name: 'rosters',
  few: 300,
  property: () => fc.asyncProperty(table, bytes, async ({ header, rows }, file) => {
    const lines = [header, ...rows].map((cells, at) => ({ line: at + 1, cells }))
    const sheet = { name: '表', rows: lines }
    for (const parsed of [
      await orRefusal(() => parseTable(sheet, guessLayout(sheet)), RosterRefused),
      await orRefusal(() => parseRoster(file), RosterRefused),
    ]) {
      if (!parsed) continue
      for (const { deadlineDays } of parsed.roster.columns) assert.ok(deadlineDays === null || deadlineDays === undefined || (deadlineDays >= 1 && deadlineDays <= 3650))
      let id = 0
      const empty = { units: [], sites: [], columns: [] } as unknown as Parameters<typeof mergeRoster>[1]
      mergeRoster(parsed.roster, empty, () => `n${++id}`, () => 'other')
    }
  }),
}
