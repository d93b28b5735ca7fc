import 'fake-indexeddb/auto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { bulletinInput, quartersUntil } from '../../../../utils/app/desk/exports/bulletin.ts'
import { previewUnits } from '../../../../utils/app/desk/exports/preview.ts'
import { planReply, takeReplies } from '../../../../utils/app/desk/exports/replies.ts'
import { issuesIn, ofUnits, withoutPersonalData } from '../../../../utils/app/desk/exports/scope.ts'
import { historyOf } from '../../../../utils/ledger/query.ts'
import { COLUMN_KEYS, rowsOf, type ColumnKey } from '../../../../utils/lists/csv/columns.ts'
import { notice } from '../../../../utils/lists/letter/notice.ts'
import { unitPage } from '../../../../utils/lists/page/unit-page.ts'
import { unitXlsx } from '../../../../utils/lists/sheet/unit-xlsx.ts'
import { bulletinFacts } from '../../../../utils/lists/bulletin/facts.ts'
import type { ExportScope } from '../../../../utils/types/export.ts'
import type { Issue } from '../../../../utils/types/issue.ts'
import { issue } from '../../lists/make-issue.ts'
import { testLedger } from '../../ledger/kit.ts'

// Digits of a made-up person: right check digit, a region that has no people.
const ID = '110101190001011009'
const WEEK: ExportScope = { from: '2026-11-16', to: '2026-11-22', what: 'found', units: null }

let ledger: ReturnType<typeof testLedger>
beforeEach(async () => {
  ledger = testLedger()
})
const put = (...issues: Issue[]) => ledger.db.issues.bulkPut(issues)

describe('scope', () => {
  test('what was found in the span, or all that is not settled by its end', async () => {
    await put(
      issue(1, { foundAt: '2026-11-02T01:00:00Z' }), issue(2, { foundAt: '2026-11-02T01:00:00Z', status: 'closed' }), issue(3), issue(4, { status: 'closed' }),
      issue(5, { foundAt: '2026-11-25T01:00:00Z' }), issue(6, { deletedAt: '2026-11-18T00:00:00Z' }), issue(7, { status: 'fixed' }),
    )
    expect((await issuesIn(ledger.db, WEEK)).map(({ number }) => number)).toEqual([3, 4, 7])
    expect((await issuesIn(ledger.db, { ...WEEK, what: 'open' })).map(({ number }) => number)).toEqual([1, 3, 7])
  })

  test('the chosen units only', () => {
    const issues = [issue(1), issue(2, { unitId: 'b', unitName: '乙局' }), issue(3, { unitId: null, unitName: '' })]
    expect(ofUnits(issues, ['b', '']).map(({ number }) => number)).toEqual([2, 3])
    expect(ofUnits(issues, null)).toHaveLength(3)
    expect(ofUnits(issues, [])).toEqual([])
  })
})

test('personal data is covered in texts and counted', () => {
  const { issue: covered, count } = withoutPersonalData(issue(1, { quote: `张三 身份证号${ID}`, context: '本人手机13800001234', url: `https://www.qinghe.gov.cn/?id=${ID}` }))
  expect([covered.quote, covered.context]).toEqual(['张三 身份证号11*************009', '本人手机138****1234'])
  expect(count).toBe(3)
  const plain = issue(2)
  expect(withoutPersonalData(plain)).toEqual({ issue: plain, count: 0 })
})

describe('a number in the address of a page without a title is covered where it is read, and the page can be opened', () => {
  const url = `https://www.qinghe.gov.cn/cx?sfz=${ID}&sjh=13800001234`
  const shown = 'https://www.qinghe.gov.cn/cx?sfz=11*************009&sjh=138****1234'
  const { issue: covered } = withoutPersonalData(issue(1, { pageTitle: '', url, parentUrl: `${url}&from=1` }))
  const parts = (bytes: Uint8Array, kind: RegExp) => Object.entries(unzipSync(bytes)).filter(([name]) => kind.test(name)).map(([, part]) => strFromU8(part)).join('\n').replaceAll('&amp;', '&')
  const input = { unitName: '青禾县教育和体育局', period: '2026-W47', issues: [covered], thumbs: async () => null }

  test('in the CSV: the address of the page alone is whole', () => {
    const [row] = rowsOf([covered])
    const cell = (key: ColumnKey) => row![COLUMN_KEYS.indexOf(key)]
    expect([cell('page-title'), cell('url'), cell('parent-url')]).toEqual([shown, url, `${shown}&from=1`])
  })

  test('in the workbook', async () => {
    const bytes = await unitXlsx(input)
    expect(parts(bytes, /\.rels$/)).toContain(url)
    expect(parts(bytes, /\.xml$/)).toContain(shown)
    expect(parts(bytes, /\.xml$/)).not.toContain(ID)
  })

  test('in the letter', async () => {
    const bytes = await notice({ ...input, day: '2026-11-21', reader: '何青' })
    expect(parts(bytes, /\.rels$/)).toContain(url)
    expect(parts(bytes, /\.xml$/)).toContain(shown.slice(0, 60))
    expect(parts(bytes, /\.xml$/)).not.toContain(ID)
  })

  test('in the page, which leads to no address that is covered', async () => {
    const page = new TextDecoder().decode(await unitPage({ ...input, pictures: async () => null })).replaceAll('&amp;', '&')
    expect(page.split(ID)).toHaveLength(2)
    expect(page).toContain(`<a href="${url}" target="_blank" rel="noreferrer noopener">${shown}</a>`)
    expect(page).toContain(`<dd>${shown}&from=1</dd>`)
  })
})

test('the preview counts units, gaps and personal data', async () => {
  await put(issue(1, { severity: 'serious', quote: ID }), issue(2, { deadline: null }), issue(3, { unitId: null, unitName: '' }), issue(4, { status: 'false-alarm' }))
  const preview = await previewUnits(ledger.db, WEEK)
  expect(preview).toMatchObject({ issues: 3, withoutUnit: 1, withoutDeadline: 1, personal: 1 })
  expect(preview.units).toEqual([
    { key: 'u-jy', name: '青禾县教育和体育局', issues: 2, shots: 0, serious: 1, withoutDeadline: 1, personal: 1 },
    { key: '', name: '未定单位', issues: 1, shots: 0, serious: 0, withoutDeadline: 0, personal: 0 },
  ])
})

describe('回收', () => {
  const returned = async (issues: Issue[], edit: (list: { rows: unknown[][] }) => void) => {
    const { readXlsx, writeXlsx } = await import('hucre/xlsx')
    const { sheets } = await readXlsx(await unitXlsx({ unitName: '青禾县教育和体育局', period: '2026-W47', issues, thumbs: async () => null }))
    edit(sheets[0] as { rows: unknown[][] })
    const bytes = await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) } as Parameters<typeof writeXlsx>[0])
    return new File([bytes as Uint8Array<ArrayBuffer>], '回.xlsx')
  }

  test('is read, taken with history, known the second time, and undone', async () => {
    const issues = [issue(1), issue(2), issue(3, { status: 'closed' })]
    await put(...issues)
    const file = await returned(issues, ({ rows }) => {
      rows[2]?.splice(11, 4, '已更新栏目', '已整改', '2026-11-19', '王禾')
      rows[3]?.splice(11, 4, '正在处理', '整改中', null, null)
    })
    const plan = await planReply(ledger, file)
    expect(plan).toMatchObject({ blank: 1, known: 0, problems: [] })
    const { says, undo } = await takeReplies(ledger, plan.lines)
    expect(says).toEqual({ key: 'export.reply.taken', params: { count: 2, fixed: 1 } })
    const [one, two] = await ledger.db.issues.bulkGet(issues.map(({ id }) => id))
    expect(one).toMatchObject({ status: 'fixed', fixedOn: '2026-11-19', reply: { measures: '已更新栏目', state: 'fixed', fixedOn: '2026-11-19', person: '王禾' } })
    expect(two).toMatchObject({ status: 'open', reply: { state: 'working' } })
    expect((await historyOf(ledger.db, issues[0]!.id)).map(({ kind }) => kind)).toEqual(['reply'])
    expect(await planReply(ledger, file)).toMatchObject({ lines: [], known: 2 })
    await undo()
    expect(await ledger.db.issues.get(issues[0]!.id)).toMatchObject({ status: 'open', reply: null })
  })

  test('a foreign file is refused and changes nothing', async () => {
    await put(issue(1))
    await expect(planReply(ledger, new File(['no list'], 'x.xlsx'))).rejects.toMatchObject({ says: { key: 'lists.reply.refused.not-xlsx' } })
    await expect(planReply(ledger, { size: 60 * 1024 * 1024, name: 'x.xlsx' } as File)).rejects.toMatchObject({ says: { key: 'lists.reply.refused.too-large' } })
  })
})

describe('通报', () => {
  test('takes the quarter, the one before, and the accounts', async () => {
    await put(issue(1, { foundAt: '2026-10-01T01:00:00Z' }), issue(2), issue(3, { foundAt: '2026-09-30T15:00:00Z', status: 'closed' }), issue(4, { foundAt: '2026-06-30T15:00:00Z' }))
    await ledger.db.accounts.bulkPut([{ id: 'a', platform: 'weixin', name: '青禾发布', owner: '青禾县融媒体中心', unitId: null, url: null, address: null, deadlineDays: null, lastUpdate: '2026-09-01', status: 'active', note: '' }])
    const input = await bulletinInput(ledger.db, { year: 2026, quarter: 4 }, '2026-11-21')
    expect(input).toMatchObject({ period: '2026年第四季度', previousPeriod: '2026年第三季度', day: '2026-11-21', zero: [{ month: '2026-10', units: ['青禾县融媒体中心'] }] })
    const facts = bulletinFacts(input)
    expect([facts.issues.count, facts.previous.all.count, facts.accounts.failed.count]).toEqual([2, 1, 1])
  })

  test.each([['2026-11-21', ['2026-4', '2026-3', '2026-2', '2026-1', '2025-4']], ['2027-01-01', ['2027-1', '2026-4', '2026-3', '2026-2', '2026-1']]])('the last quarters on %s', (today, expected) => {
    expect(quartersUntil(today, 5).map(({ year, quarter }) => `${year}-${quarter}`)).toEqual(expected)
  })
})
