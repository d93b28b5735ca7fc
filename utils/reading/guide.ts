import type { GuideReading } from '../types/reading.ts'
import type { Anchor } from '../types/anchor.ts'
import { anchorOf } from './anchor.ts'
import type { Page } from './page.ts'

/** Required elements of a 办事指南 (indicator W-V6.2) and the headings under which guides give them. */
const GUIDE_ELEMENTS: readonly [string, RegExp][] = [
  ['事项名称', /^(?:办理|服务|审批|许可)?事项名称$|^(?:服务)?项目名称$/],
  ['设定依据', /^(?:设定|实施|法律|办理|审批|政策|设立|受理)(?:法律|政策)?依据$/],
  ['申请条件', /^(?:申请|受理|办理|审批|申报|办事|准予)(?:的)?条件$/],
  ['办理材料', /^(?:办理|申请|申报|提交|所需|受理|审批|需提交的?|办事)(?:申请)?材料(?:目录|清单)?$/],
  ['办理地点', /^(?:办理|受理|申请|窗口|办公|办事)(?:窗口)?(?:地点|地址)$/],
  ['办理机构', /^(?:办理|受理|实施|承办|主管|审批|责任)(?:机构|主体|机关|单位|部门)(?:名称)?$/],
  ['收费标准', /^(?:收费|费用)(?:标准|依据|情况|标准及依据|依据及标准)?$|^(?:是否|有无)收费$/],
  ['办理时间', /^(?:办理|办公|受理|工作|办事|对外服务)时间$/],
  ['联系电话', /^(?:联系|咨询|服务)(?:电话|方式|途径)$/],
  ['办理流程', /^(?:办理|审批|申请|办事|受理|工作|服务)(?:流程|程序|步骤)(?:图)?$/],
]
const NUMBER = /^\s*(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．:：](?!\d))\s*/
/** Fewer headings than this do not make a page a guide. */
const ENOUGH = 4

/** The required elements of a service guide with what stands under each; null where the page is none. */
export function readGuide(page: Page): GuideReading | null {
  const elements: Record<string, string> = {}
  const places: Record<string, Anchor> = {}
  let current: string | null = null
  for (const block of page.head) {
    if (block.zone === 'footer' || block.zone === 'navigation') continue
    const head = headingOf(block.text)
    if (head) {
      current = head.name
      if (!elements[current]) elements[current] = head.rest
      const at = Math.max(0, block.text.indexOf(head.words))
      places[current] ??= anchorOf(block.element, block.text, at, at + head.words.length, page.places)
    } else if (current !== null && isOtherHeading(block.text)) current = null
    else if (current !== null) elements[current] = `${elements[current] ?? ''}\n${block.text}`.trim().slice(0, 2000)
  }
  return Object.keys(elements).length >= ENOUGH ? { elements, places } : null
}

function headingOf(text: string): { name: string; words: string; rest: string } | null {
  const plain = text.replace(NUMBER, '').replace(/^[【[■●◆▪]\s*/, '')
  const cut = /[:：】\]\n]/.exec(plain)
  const label = (cut ? plain.slice(0, cut.index) : plain).replace(/\s/g, '')
  if (label.length < 2 || label.length > 12) return null
  const element = GUIDE_ELEMENTS.find(([, pattern]) => pattern.test(label))
  return element ? { name: element[0], words: (cut ? plain.slice(0, cut.index) : plain).trim(), rest: cut ? plain.slice(cut.index + 1).replace(/^[:：\s】\]]+/, '').trim() : '' } : null
}

/** A short heading of something else ends the element before it. */
function isOtherHeading(text: string): boolean {
  const plain = text.replace(NUMBER, '')
  return plain !== text && plain.length <= 14 && !/[。；;，,]/.test(plain) ? true : /^[^\s。，,；;]{2,10}[:：]$/.test(text)
}
