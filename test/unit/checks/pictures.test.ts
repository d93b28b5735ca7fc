import { describe, expect, test } from 'vitest'
import { findAnchor } from '../../../utils/reading/find.ts'
import type { PicturesReading } from '../../../utils/types/reading.ts'
import { documentOf, read, saved } from '../reading/saved.ts'
import { anchor, findings, pageOf } from './readings.ts'

const ID = 'structure/only-pictures'
const of = (name: string) => findings(read(saved(name).html), undefined, ID)

describe('articles as they stand on sites', () => {
  test.each([
    ['pictures-only', 2],
    ['pictures-flat', 1],
  ])('%s is only a picture', (name, count) => {
    expect(of(name)).toMatchObject([{ check: ID, indicator: 'W-B01', severity: 'minor', says: { key: 'checks.only-pictures.says', params: { count } }, confidence: 0.9 }])
    const [found] = of(name)
    expect(findAnchor(documentOf(saved(name).html), found!.anchor!)?.element.getAttribute('src')).toBe(new URL(found!.evidence).pathname)
  })

  test.each(['pictures-captions', 'pictures-summary', 'pictures-video'])('%s says something besides', (name) => {
    expect(of(name)).toEqual([])
  })
})

describe('what counts as a word about a picture', () => {
  const picture = (alt: string | null, src = 'http://www.qinghe.gov.cn/files/a.jpg') => ({ src, alt, width: 800, height: 1200, anchor })
  const page = (...alts: (string | null)[]) => pageOf({ pictures: { large: alts.map((alt) => picture(alt)), words: '', media: 0 } })
  test.each(['', ' ', '图片', '图1', '1', '未标题-1', '微信图片_20261112093012', 'IMG_0231.JPG', '一图读懂.png', 'image', '请输入图片描述', 'undefined'])('not «%s»', (alt) => {
    expect(findings(page(alt), undefined, ID)).toHaveLength(1)
  })
  test.each(['《青禾县安全饮水管理办法》：水质每季度检测一次', '一图读懂安全饮水管理办法', '防汛演练现场'])('but «%s»', (alt) => {
    expect(findings(page(alt), undefined, ID)).toEqual([])
  })
  test('no alt at all is none; an album of which most are described is described', () => {
    expect(findings(page(null), undefined, ID)).toHaveLength(1)
    expect(findings(page('晨雾中的芦苇荡', null), undefined, ID)).toEqual([])
    expect(findings(page('晨雾中的芦苇荡', null, ''), undefined, ID)[0]?.says.params).toEqual({ count: 2 })
  })
  test('words beside it, a player, another kind of page: nothing is said', () => {
    const pictures = (more: Partial<PicturesReading>): PicturesReading => ({ large: [picture(null)], words: '', media: 0, ...more })
    expect(findings(pageOf({ pictures: pictures({ words: '候鸟归来' }) }), undefined, ID)).toEqual([])
    expect(findings(pageOf({ pictures: pictures({ words: '——' }) }), undefined, ID)).toHaveLength(1)
    expect(findings(pageOf({ pictures: pictures({ media: 1 }) }), undefined, ID)).toEqual([])
    for (const kind of ['home', 'column', 'guide', 'letters', 'other'] as const) expect(findings(pageOf({ kind, pictures: pictures({}) }), undefined, ID), kind).toEqual([])
    expect(findings(pageOf(), undefined, ID)).toEqual([])
  })
  test('an embedded picture shows by the title, not by megabytes', () => {
    const pictures = { large: [picture(null, 'data:')], words: '', media: 0 }
    expect(findings(pageOf({ pictures }), undefined, ID)[0]?.evidence).toBe(pageOf().title)
  })
})
