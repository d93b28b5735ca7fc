import type { Anchor } from '../types/anchor.ts'
import { anchorOf } from './anchor.ts'
import type { Page } from './page.ts'

/** What a page without items says about itself. */
export type Emptiness = 'says-so' | 'empty-list' | 'loading' | 'no-sign'

const SAYS_BLANK =
  /暂\s*无|暂\s*未|暂\s*缺|没有(?:找到|查到|查询到|任何|相关|更多|数据|内容|信息|记录)|无(?:相关|符合条件的?|可显示的?)?(?:数据|内容|信息|记录|文章|结果)|尚无|还没有|建设中|(?:正在|待)(?:建设|完善|更新|整理|筹备)|敬请期待|内容(?:正在)?(?:更新|整理|完善)中|共\s*0\s*(?:条|篇|项|个|页|记录)|总数\s*[:：]?\s*0\b|0\s*条(?:记录|数据|信息)|栏目(?:暂无|没有|为空)|no\s+(?:data|records?|results?|content)/i
/** Words of a blank page are short; 暂无 in a long sentence tells about something else. */
const SHORT = 60
/** Something else is missing, not the list. */
const OTHER_THING = /附件|评论|图片|视频|回复|答复|相关(?:链接|文件|文档|阅读|推荐|解读)|推荐|[上下]一[篇条]|购物车|消息/
const LOADING = /加载中|正在加载|数据加载|载入中|请稍[候后]|loading/i
const LISTLIKE = /list|news|liebiao|lb\b|gl|con(tent)?|ul\d*|tab|box|info/i

/** How a page without items looks, and the place that shows it. */
export interface EmptinessReading {
  state: Emptiness
  words: string
  anchor: Anchor | null
}

/** Whether a page without list items says that it is blank, is still loading, or says nothing. */
export function readEmptiness(page: Page): EmptinessReading {
  const reading = (state: Emptiness, words = '', anchor: Anchor | null = null): EmptinessReading => ({ state, words, anchor })
  let saysSo: EmptinessReading | null = null
  for (const block of page.head) {
    if (block.zone === 'footer' || block.zone === 'navigation' || block.zone === 'header') continue
    if (block.text.length > SHORT) continue
    if (LOADING.test(block.text) && block.text.length < 24 && !/加载更多/.test(block.text)) return reading('loading')
    const said = OTHER_THING.test(block.text) ? null : SAYS_BLANK.exec(block.text)
    if (said && !saysSo) saysSo = reading('says-so', said[0], anchorOf(block.element, block.text, said.index, said.index + said[0].length, page.places))
  }
  if (saysSo) return saysSo
  if (page.doc.readyState === 'loading') return reading('loading')
  const list = emptyList(page)
  return list ? reading('empty-list', '', anchorOf(list, '', 0, 0, page.places)) : reading('no-sign')
}

/** A list element in the content that was painted without a single row, and that no script of the page fills by name. */
function emptyList(page: Page): Element | null {
  for (const list of page.doc.querySelectorAll('ul,ol')) {
    if (list.children.length > 0 || (list.textContent ?? '').trim() !== '') continue
    const names = `${list.id} ${list.getAttribute('class') ?? ''} ${list.parentElement?.getAttribute('class') ?? ''}`
    if (!LISTLIKE.test(names) || /menu|nav|tab-?hd|page|slide|banner|friend|link|search|crumb/i.test(names)) continue
    if (list.closest('header,footer,nav,aside') || !page.shown.has(list.parentElement ?? list)) continue
    return list
  }
  return null
}
