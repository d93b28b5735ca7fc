import { expect, test } from 'vitest'
import { verdictOn, type Rechecked } from '../../../utils/ledger/recheck-verdict.ts'
import type { Anchor } from '../../../utils/types/anchor.ts'
import type { Finding } from '../../../utils/types/finding.ts'
import type { PageReading } from '../../../utils/types/reading.ts'
import { anchor, pageOf } from '../checks/readings.ts'

const SRC = 'http://www.qinghe.gov.cn/yt.png'
const TITLE = '《青禾县城乡供水管理办法》一图读懂'
const inPicture: Anchor = { quote: '截止目前', prefix: '', suffix: '', start: 0, selector: '#yt', picture: { src: SRC, width: 760, height: 1142, areas: [] } }
const issue: Rechecked = { check: 'wording/phrases/until', quote: '截止目前', anchor: inPicture, context: '', description: '', pageTitle: TITLE, columnName: '政策解读', onHome: false }
const finding = (place: Anchor): Finding => ({ id: 'f', check: issue.check, indicator: null, severity: 'general', says: { key: '' }, basis: { key: '' }, suggestion: null, evidence: '截止目前', anchor: place, confidence: 1 })
const block = { id: 0, text: '政策原文', selector: 'p', role: 'body' as const }
const picture = { src: SRC, alt: null, width: 760, height: 1142, anchor }
const page = (change: Partial<PageReading> = {}): PageReading => pageOf({ title: TITLE, blocks: [block], pictures: { large: [picture], words: '', media: 0 }, ...change })
const said = (reading: PageReading, findings: Finding[] = []) => {
  const { result, says } = verdictOn(issue, { reading, findings, freshness: { day: null, ageDays: null, limitDays: null, class: 'other', state: 'unknown' }, links: {}, live: true })
  return [result, says.key]
}

/** A copy of a page does not say what its pictures say: no words in its text may stand for those in the picture. */
test.each<[string, PageReading, Finding[], string, string]>([
  ['a picture that was not read again', page(), [], 'person', 'picture'],
  ['the words read in it again', page(), [finding(inPicture)], 'standing', 'picture-stands'],
  ['the same words in the text only', page({ blocks: [{ ...block, text: '截止目前，全县已有九个乡镇。' }] }), [finding({ ...inPicture, selector: 'p', picture: undefined as never })], 'person', 'picture'],
  ['another picture instead', page({ pictures: { large: [{ ...picture, src: 'http://www.qinghe.gov.cn/new.png' }], words: '', media: 0 } }), [], 'changed', 'picture-gone'],
  ['another page', page({ title: '用户注册须知', columnName: '帮助' }), [], 'changed', 'other-page'],
])('%s', (_, reading, findings, result, says) => expect(said(reading, findings)).toEqual([result, `recheck.says.${says}`]))

const bare: Rechecked = { ...issue, check: 'structure/only-pictures', quote: SRC, anchor }
const only = (reading: PageReading, findings: Finding[] = []) => verdictOn(bare, { reading, findings, freshness: { day: null, ageDays: null, limitDays: null, class: 'other', state: 'unknown' }, links: {}, live: true })

test.each<[string, PageReading, Finding[], string, string]>([
  ['still nothing but the picture', page(), [{ ...finding(anchor), check: bare.check, evidence: SRC }], 'standing', 'still-found'],
  ['a paragraph beside it', page({ pictures: { large: [picture], words: '本图介绍供水管理办法。', media: 0 } }), [], 'fixed', 'pictures-described'],
  ['an alternative text', page({ pictures: { large: [{ ...picture, alt: '供水管理办法图解' }], words: '', media: 0 } }), [], 'fixed', 'pictures-described'],
  ['no picture any more', page({ pictures: undefined as never }), [], 'person', 'no-longer-found'],
  ['another page', page({ title: '用户注册须知', columnName: '帮助' }), [], 'changed', 'other-page'],
])('only a picture: %s', (_, reading, findings, result, says) => expect(only(reading, findings)).toMatchObject({ result, says: { key: `recheck.says.${says}` } }))
