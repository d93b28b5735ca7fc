import type { Page } from './page.ts'

const PAGED = /下\s*一?\s*页|上\s*一?\s*页|[尾末]\s*页|共\s*\d+\s*页|第\s*\d+\s*页|页次\s*[:：]?\s*\d|\d+\s*\/\s*\d+\s*页|加载更多|查看更多|点击加载/
const AT = /页次\s*[:：]?\s*(\d+)\s*\/\s*\d+|第\s*(\d+)\s*\/\s*\d+\s*页|当前第?\s*(\d+)\s*(?:页|\/)|第\s*(\d+)\s*页\s*[,，/ ]\s*共/

/** How a list goes on. */
export interface Paging {
  /** The page says 下一页, 共 n 页 or the like. */
  paged: boolean
  /** Where it says so. */
  element: Element | null
  /** On which page of the list we are; 1 where nothing says otherwise. */
  at: number
}

/** Whether the page says that its list goes on. */
export function readPaging(page: Page): Paging {
  let element: Element | null = null
  let at = 1
  for (const block of page.head) {
    if (block.text.length > 400) continue
    if (PAGED.test(block.text)) element ??= block.element
    const m = AT.exec(block.text)
    if (m) at = Math.max(at, Number(m[1] ?? m[2] ?? m[3] ?? m[4]))
  }
  return { paged: element !== null, element, at: Math.max(at, pageInAddress(page.url)) }
}

/** TRS and 博达 name later pages `index_2.html`, `tzgg/3.htm`; others say `?page=2`. TRS counts from 0. */
function pageInAddress(url: string): number {
  const trs = /\/(?:index|list|default)_(\d{1,3})\.s?html?$/i.exec(url.split('?')[0] ?? '')
  if (trs) return Number(trs[1]) + 1
  const query = /[?&](?:page|pageno|pageindex|pagenum|currentpage|curpage)=(\d{1,4})(?:&|$)/i.exec(url)
  return query ? Number(query[1]) : 1
}
