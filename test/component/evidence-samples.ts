import type { Evidence, EvidenceLook } from '../../utils/types/evidence.ts'
import { LONG_TITLE } from './samples.ts'

export const LOOK: EvidenceLook = {
  at: '2026-11-20T01:35:00.000Z', url: 'http://www.qinghe.gov.cn/zwgk/tzgg/t1.html', shot: 'a1b2c3d4'.repeat(8), zoom: 1.25, browser: 'Edge 131.0.0.0 (Chromium 131.0.0.0)',
  referrer: 'http://www.qinghe.gov.cn/zwgk/tzgg/', scrollX: 0, scrollY: 640, viewportWidth: 1536, viewportHeight: 864, pageHeight: 4210, ratio: 1.25,
  status: 200, lastModified: '2026-10-10T01:00:00.000Z', html: `<p class="title"><img src="x"> ${LONG_TITLE}<a href="/attach/1.doc">附件：回执</a></p>`,
}

/** Two looks, the second of a browser that tells little, and a page saved whole. */
export const EVIDENCE: Evidence = {
  issueId: '01JCISSUE00000000000000001',
  looks: [LOOK, { ...LOOK, at: '2026-11-21T01:35:00.000Z', referrer: '', status: null, lastModified: null, zoom: null, shot: null, html: '' }],
  pages: [{ hash: 'e5f6a7b8'.repeat(8), at: '2026-11-20T01:40:00.000Z', url: LOOK.url, bytes: 1_840_000 }],
}

export const SHORTCUTS = [
  { name: '_execute_action', description: '打开读网助手', shortcut: 'Alt+Shift+P' },
  { name: 'capture-region', description: '截取网页上的一个区域并记录', shortcut: '' },
]
