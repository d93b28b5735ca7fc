import { describe, expect, test } from 'vitest'
import { readXlsx } from 'hucre/xlsx'
import { ALL_COLUMN_KEYS, cellsOf, COLUMN_KEYS } from '../../../utils/lists/csv/columns.ts'
import { unitPage } from '../../../utils/lists/page/unit-page.ts'
import { proofsOf } from '../../../utils/lists/shot-proof.ts'
import { stripLines } from '../../../utils/lists/shot-strip.ts'
import { unitXlsx } from '../../../utils/lists/sheet/unit-xlsx.ts'
import { issue } from './make-issue.ts'

const shot = (letter: string, more = {}) => ({ hash: letter.repeat(64), takenAt: '2026-11-18T16:00:05.900Z', outlines: [], ...more })
const pictured = issue(12, { shots: [shot('a'), shot('b', { role: 'after', covered: true, caption: '首页横幅' })] })

describe('hashes of the originals', () => {
  test('each screenshot with its name, its time to the second in Beijing, and what must be known of it', () => {
    expect(proofsOf([pictured])).toEqual([
      { name: '12-1', takenAt: '2026-11-19 00:00:05', hash: 'a'.repeat(64), note: '' },
      { name: '12-2', takenAt: '2026-11-19 00:00:05', hash: 'b'.repeat(64), note: '整改后；有内容已永久遮盖，校验值是遮盖后的图的；首页横幅' },
    ])
  })

  test('stand on a sheet of their own with how to check them; no such sheet without screenshots', async () => {
    const sheetsOf = async (issues: (typeof pictured)[]) => (await readXlsx(await unitXlsx({ unitName: '青禾县财政局', period: '2026-W47', issues, thumbs: async () => null }))).sheets
    const sheets = await sheetsOf([pictured])
    const text = JSON.stringify(sheets.find(({ name }) => name === '截图校验')?.rows)
    expect(text).toContain('a'.repeat(64))
    expect(text).toContain('b'.repeat(64))
    expect(text).toContain('certutil -hashfile')
    expect((await sheetsOf([issue(3, { shots: [] })])).map(({ name }) => name)).not.toContain('截图校验')
  })

  test('stand under each picture of the page', async () => {
    const page = new TextDecoder().decode(await unitPage({ unitName: '', period: '2026年第47周', issues: [pictured], pictures: async () => Uint8Array.of(0xff, 0xd8, 0xff) }))
    expect(page.match(/原图 SHA-256：(?:a{64}|b{64})/g)).toHaveLength(2)
    expect(page).toContain('certutil')
  })

  test('may be a column of an office\'s own CSV, and are none of the agreed one', () => {
    expect(COLUMN_KEYS).not.toContain('shot-hashes')
    expect(ALL_COLUMN_KEYS).toContain('shot-hashes')
    const life = { fixedAt: null, reviewedBy: '', review: null, closedAt: null }
    expect(cellsOf({ issue: pictured, life, row: 1, shots: [] }, ['shot-hashes'])).toEqual([`${'a'.repeat(64)}\n${'b'.repeat(64)}`])
  })
})

describe('strip', () => {
  test('says number, time to the second in Beijing, who, title and address; what is not known is left out', () => {
    const given = { number: 12, pageTitle: '关于公布有关事项的通知', url: 'http://www.qinghe.gov.cn/a.html', foundBy: '王小青' }
    expect(stripLines(given, shot('a'))).toEqual([
      '问题编号：12　截图时间：2026-11-19 00:00:05（北京时间）　检查人：王小青', '页面标题：关于公布有关事项的通知', '网址：http://www.qinghe.gov.cn/a.html',
    ])
    expect(stripLines({ ...given, pageTitle: '', foundBy: '' }, shot('a'))).toEqual(['问题编号：12　截图时间：2026-11-19 00:00:05（北京时间）', '网址：http://www.qinghe.gov.cn/a.html'])
  })

  test('a picture that was added says when it was added, and what it shows', () => {
    const given = { number: 12, pageTitle: '', url: 'http://www.qinghe.gov.cn/a.html', foundBy: '' }
    expect(stripLines(given, shot('a', { kind: 'pasted', caption: '首页横幅' }))).toEqual(['问题编号：12　加入时间：2026-11-19 00:00:05（北京时间）', '图注：首页横幅', '网址：http://www.qinghe.gov.cn/a.html'])
  })
})
