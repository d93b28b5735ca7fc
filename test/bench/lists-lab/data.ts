import type { Issue } from '../../../utils/types/issue.ts'

/** Originals (PNG, 1280 × 800) and thumbnails (JPEG, 480 px wide) by hash. */
export interface Pictures {
  originals: Map<string, Uint8Array>
  thumbs: Map<string, Uint8Array>
}

/** Screens full of text, each different: about as heavy as a page's picture. */
export async function makePictures(count: number): Promise<Pictures> {
  const pictures: Pictures = { originals: new Map(), thumbs: new Map() }
  const [screen, small] = [new OffscreenCanvas(1280, 800), new OffscreenCanvas(480, 300)]
  const pen = screen.getContext('2d')!
  for (let n = 0; n < count; n++) {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 1280, 800)
    pen.fillStyle = '#222'
    pen.font = '14px sans-serif'
    for (let line = 0; line < 28; line++) pen.fillText(`${n}-${line} 关于做好青禾县政府网站第${n}号栏目内容更新和错链整改工作的通知，请各单位认真核对${line}。`, 12, 28 * line + 20)
    small.getContext('2d')!.drawImage(screen, 0, 0, 480, 300)
    const original = new Uint8Array(await (await screen.convertToBlob({ type: 'image/png' })).arrayBuffer())
    const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', original)), (byte) => byte.toString(16).padStart(2, '0')).join('')
    pictures.originals.set(hash, original)
    pictures.thumbs.set(hash, new Uint8Array(await (await small.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer()))
  }
  return pictures
}

export function makeIssues(count: number, units: number, pictures: Pictures): Issue[] {
  const hashes = [...pictures.originals.keys()]
  const every = Math.max(1, Math.floor(count / hashes.length))
  return Array.from({ length: count }, (_, n): Issue => {
    const unit = n % units
    const hash = n % every === 0 ? hashes[n / every] : undefined
    return {
      id: `01BENCH${String(n).padStart(19, '0')}`, number: n + 1, status: 'open', severity: (['serious', 'general', 'minor'] as const)[n % 3]!, check: ['links/dead', 'freshness/column-overdue', 'wording/phrases'][n % 3]!,
      indicator: null, unitId: `u${unit}`, unitName: `青禾县第${unit + 1}局`, siteName: '青禾县人民政府门户网站', siteIdCode: '0000000000', columnName: `第${n % 238}栏目`,
      pageTitle: `关于做好青禾县第${n}号事项公开工作的通知`, url: `https://www.qinghe.gov.cn/zwgk/t${n}.html`, host: 'www.qinghe.gov.cn', parentUrl: 'https://www.qinghe.gov.cn/zwgk/', onHome: false, publishedOn: '2026-09-30',
      description: `第${n}处：文中用语与规范表述不一致，建议核对原文后修改`, quote: `经青禾县人民政俯研究，决定开展第${n}项工作`, context: `各乡镇人民政府，县政府各部门：经青禾县人民政俯研究，决定开展第${n}项工作，现将有关事项通知如下。`,
      suggestion: '改为“青禾县人民政府”', basis: '检查指标：严重表述错误', anchor: null, shots: hash ? [{ hash, takenAt: '2026-11-17T01:05:00Z', outlines: [{ x: 300, y: 200, width: 320, height: 24, label: '1' }] }] : [],
      foundAt: '2026-11-17T01:05:00.000Z', foundBy: '何青', deadline: '2026-11-20', note: '', reply: null, recheck: null, rebounds: 0, fixedOn: null, fingerprint: `f${n}`, duplicateOf: null, deletedAt: null, updatedAt: '2026-11-17T01:05:00.000Z',
    }
  })
}
