import type { Finding } from '../../utils/types/finding.ts'
import type { PictureState, PictureText } from '../../utils/types/picture.ts'
import { FINDINGS } from './samples.ts'

const found = (at: number, id: string): Finding => ({ ...FINDINGS[at]!, id, more: { key: 'pictures.where', params: { src: 'http://www.qinghe.gov.cn/images/2026/11/gongshui-yitududong-zuizhongban.png' } } })

/** Suspicions in the sample picture. */
export const IN_PICTURE: Finding[] = [found(1, 'f2@p1'), found(5, 'f6@p1')]

export const WORDS: PictureText = {
  width: 760, height: 1142, confidence: 93, notes: [{ key: 'pictures.note.unsure', params: { count: 2 } }],
  paragraphs: [
    { text: '《青禾县城乡供水管理办法》一图读懂', unsure: [] },
    { text: '近年来，全县农村供水工程建设加快推进。经青禾县人民政俯研究决定，全县已有九个乡镇实现城乡供水一体化，受益群众超过十二万人。', unsure: [[8, 10], [40, 41]] },
    { text: '请关注政务新媒体帐号，联系电话：138****0000。', unsure: [[21, 23]] },
  ],
  findings: IN_PICTURE.map((finding, at) => ({ finding, areas: [{ x: 100 + at * 200, y: 300, width: 180, height: 40 }] })),
}

export function pictureOf(change: Partial<PictureState> = {}): PictureState {
  return { id: 'p1', name: { key: 'pictures.nth', params: { nth: 1 } }, state: 'done', stage: 'checking', done: 1, says: null, text: WORDS, ...change }
}

/** One of each: read, nothing in it, failed, under way, waiting. */
export const PICTURES: PictureState[] = [
  pictureOf(),
  pictureOf({ id: 'p2', name: { key: 'pictures.nth', params: { nth: 2 } }, text: { ...WORDS, paragraphs: [], findings: [], notes: [] } }),
  pictureOf({ id: 'p3', name: { key: 'pictures.nth', params: { nth: 3 } }, state: 'failed', says: { key: 'pictures.error.login' }, text: null }),
  pictureOf({ id: 'p4', name: { key: 'pictures.nth', params: { nth: 4 } }, state: 'running', stage: 'reading', done: 0.45, text: null }),
  pictureOf({ id: 'p5', name: { key: 'pictures.nth', params: { nth: 5 } }, state: 'waiting', stage: 'waiting', done: 0, text: null }),
]
