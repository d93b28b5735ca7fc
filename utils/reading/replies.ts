import type { LetterReading } from '../types/reading.ts'
import type { Block } from './blocks.ts'
import { REPLY, SENT } from './letters.ts'
import type { Page } from './page.ts'

/** What stands on a letter page behind the answer: another letter's labels, how content the sender was, where to go on. */
const NEXT = /^[\s【[]*(?:(?:来信|写信|留言|信件|咨询|提问|投诉|问题|诉求|反映)(?:人|者|单位|标题|主题|题目|内容|编号|类型|类别|描述|时间|日期)|姓名|标题|主题|满意度|评价|您对|网友评|相关(?:信件|留言|阅读|链接|文件)|热点|上一[条篇封]|下一[条篇封]|分享|打印|关闭|返回)/

/**
 * Blocks in which an office answers: from the label 答复内容 (whose own words belong to them) up to the next letter or the page's
 * end. None where no letter of the page was answered in words.
 */
export function replyBlocks(page: Page, letters: readonly LetterReading[]): ReadonlySet<Block> {
  const replies = new Set<Block>()
  if (!letters.some(({ reply }) => reply !== null)) return replies
  let inReply = false
  for (const block of page.blocks) {
    if (block.zone !== 'main' || block.element.tagName === 'TH') continue
    if (REPLY.test(block.text)) inReply = true
    else if (NEXT.test(block.text) || (block.text.length < 80 && SENT.test(block.text))) inReply = false
    if (inReply) replies.add(block)
  }
  return replies
}
