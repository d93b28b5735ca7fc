import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountsFile, parseAccounts } from '../../../utils/roster/account-file.ts'
import { writtenDay } from '../../../utils/roster/account-row.ts'
import { mergeAccounts } from '../../../utils/roster/merge-accounts.ts'
import { PLATFORMS, type Account } from '../../../utils/types/account.ts'

const TODAY = '2026-11-21'
const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string) => parseAccounts(bytes(text), TODAY)
const sameAddress = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '')
const UNITS = [{ id: 'u1', name: '青禾县教育和体育局', aliases: ['县教体局'] }]
let serial = 0
const merge = (text: string, accounts: Account[] = []) => mergeAccounts(parse(text).accounts, { accounts, units: UNITS, newId: () => `n${++serial}`, sameAddress })

describe('a file of accounts', () => {
  test('as an office keeps it: a title above, columns in its own order and words, a remark column more', () => {
    const { accounts, problems } = parse('青禾县政务新媒体账号,,,,\n序号,单位,账号名称,类型,最后更新时间\n1,县教体局,青禾教育,微信公众号,2026/11/8 9:30\n2,县融媒体中心,爱青禾,移动客户端,2026年10月1日\n3,,青禾通,微信小程序,\n')
    expect(problems).toEqual([])
    expect(accounts.map(({ name, platform, owner, lastUpdate, status, line }) => [name, platform, owner, lastUpdate, status, line])).toEqual([
      ['青禾教育', 'weixin', '县教体局', '2026-11-08', 'active', 3],
      ['爱青禾', 'app', '县融媒体中心', '2026-10-01', 'active', 4],
      ['青禾通', 'mini-program', '', null, 'active', 5],
    ])
  })

  test('pasted from a spreadsheet', () => {
    expect(parse('平台\t账号名称\t更新时限（天）\t状态\n微博\t青禾发布\t7天\t已注销\n').accounts).toMatchObject([{ platform: 'weibo', name: '青禾发布', deadlineDays: 7, status: 'closed' }])
  })

  test('what is wrong is named by row, and the rest is read', () => {
    const { accounts, problems } = parse(
      '平台,账号名称,更新时限,最后更新,状态,网址\n微信,,,,,\n知乎,甲,0,2026-02-30,不明,ftp://a\n微信,乙,,2026-12-24,,\n微信,乙 ,,,,\n',
    )
    expect(accounts).toMatchObject([{ platform: 'other', name: '甲', deadlineDays: null, lastUpdate: null, url: null, status: 'active' }, { name: '乙', lastUpdate: null }])
    expect(problems.map(({ line, says }) => [line, says.key.replace('roster.problem.', '')])).toEqual([
      [2, 'account-unnamed'], [3, 'bad-address'], [3, 'bad-account-days'], [3, 'bad-date'], [3, 'bad-platform'], [3, 'bad-status'], [4, 'future-date'], [5, 'account-twice'],
    ])
  })

  test.each([['单位,网址\n甲,乙\n', 'missing-field'], ['平台,账号名称\n', 'no-accounts'], ['', 'empty'], ['PK\u0003\u0004', 'spreadsheet']])('%j is refused: %s', (text, reason) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ reason }))
  })

  test.each([
    ['2026-11-08', '2026-11-08'], ['2026.1.8', '2026-01-08'], ['２０２６年１１月８日', '2026-11-08'], ['20261108', '2026-11-08'], ['2026/11/8 09:30:12', '2026-11-08'],
    ['2026-02-30', null], ['11月8日', null], ['昨天', null], ['46000', null],
  ])('%s is %s', (text, day) => expect(writtenDay(text)).toBe(day))

  test('what is written is read back the same, formulas and all', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).map((s) => s.replace(/\s+/g, ' ').trim()).filter((s) => s !== '' && !s.includes('\0'))
    fc.assert(
      fc.property(fc.array(fc.record({ platform: fc.constantFrom(...PLATFORMS), name: text, owner: text, note: text }), { minLength: 1, maxLength: 5 }), (some) => {
        const accounts = some.map((one, i): Account => ({ ...one, name: `账号${i} ${one.name}`, id: `${i}`, unitId: null, url: 'https://a.cn/', address: null, deadlineDays: 7, lastUpdate: '2026-11-08', status: i % 2 ? 'closed' : 'active' }))
        const { accounts: read, problems } = parseAccounts(accountsFile(accounts).bytes, TODAY)
        expect(problems).toEqual([])
        expect(read.map(({ line: _, says: __, ...draft }) => draft)).toEqual(accounts.map(({ id: _, unitId: __, address: ___, ...one }) => one))
      }),
      { numRuns: 60 },
    )
  })

  test('without accounts the file is the table to fill in', () => {
    const { name, bytes: written } = accountsFile([])
    expect([name, new TextDecoder().decode(written)]).toEqual(['政务新媒体账号模板.csv', '"平台","账号名称","开设主体","更新时限（天）","最后更新","状态","网址","备注"\r\n'])
  })
})

describe('importing', () => {
  test('new accounts get an id and the unit that the roster knows', () => {
    expect(merge('平台,账号名称,开设主体,网址\n微信,青禾教育,县教体局,https://a.cn/x/\n')).toMatchObject({
      added: [{ name: '青禾教育', unitId: 'u1', address: 'a.cn/x' }], changed: [], unchanged: 0,
    })
  })

  test('empty cells leave what is known; the same file again changes nothing', () => {
    const file = '平台,账号名称,开设主体,最后更新,备注\n微信,青禾教育,县教体局,2026-11-08,周更\n'
    const { added } = merge(file)
    expect(merge(file, added)).toEqual({ added: [], changed: [], unchanged: 1 })
    expect(merge('平台,账号名称,最后更新,备注\n微信公众号, 青禾教育,2026-11-20,\n', added)).toMatchObject({
      added: [], changed: [{ id: added[0]!.id, owner: '县教体局', lastUpdate: '2026-11-20', note: '周更' }],
    })
  })
})
