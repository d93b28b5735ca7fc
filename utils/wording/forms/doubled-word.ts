import { isHan } from '../text.ts'
import type { Detector, Hit } from '../types.ts'
import { matches } from '../matches.ts'

// Two-character words that are rightly said twice: 研究研究, 一步一步. Anything with 一 or a measure is left out by rule.
const REPEATED = /^(?:.{0,1}一.{0,1}|研究|讨论|商量|学习|调查|了解|考虑|锻炼|比较|休息|收拾|打扫|整理|介绍|体验|感受|交流|沟通|活动|放松|关心|照顾|检查|调研|参观|准备|联系|尝试|思考|反思|琢磨|大口|大把|大批|大片|小心|慢慢|好好|常常|天天|哈哈|呵呵|嘻嘻|滴答|叮咚|加油|快点|来来|多多|谢谢|星星|点点|宝贝|布谷|彼此|如此|很多|非常|特别|十分|万岁|平安|努力|奋斗|再见|辛苦|恭喜|欢迎|许多|逐个|逐条|逐项|逐字|逐户|逐步|逐年|代代|世世|人人|家家|户户|个个|生生|时时|处处|事事|年年|月月|日日|层层|步步|节节)$/u
// Nouns of two characters that are never said twice, at a clause's end neither.
const NEVER = /^(?:部门|单位|工作|人民|群众|干部|企业|通知|意见|方案|办法|规定|会议|精神|领导|任务|责任|问题|情况|材料|时间|地点|人员|加强|提高|推进|落实|进行|开展|有关|相关|关于|根据|按照|以及|并且|我县|我市|我局|全县|全市|贯彻|办理|组织|建设|发展|服务|管理|监督|保障|经济|社会|公开|信息|申请|审批)$/u
// 人民政府 | 政府信息公开, 管理委员会 | 委员会议: a name ends as the next word begins.
const JOINED = /^(?:政府|委员|大学|中学|小学|公司|医院)$/u
const TWICE = /([㐀-鿿]{2,6})\1/gu

/** A word of two to six characters that stands twice in a row. */
export const doubledWord: Detector = (text, about) => {
  const hits: Hit[] = []
  if (about.role === 'navigation' || about.role === 'list') return hits
  for (const match of matches(TWICE, text)) {
    const word = match[1]!
    const { index } = match
    if (REPEATED.test(word) || JOINED.test(word) || word[0] === word[1] || /[一不来去上下]/.test(word) && word.length === 2) continue
    // Part of a longer run (天天天天…) or of something that is not prose.
    const before = text.charCodeAt(index - 1)
    const after = text.charCodeAt(index + match[0].length)
    if (text[index - 1] === word.slice(-1) || text[index + match[0].length] === word[0]) continue
    if (word.length === 2 && !NEVER.test(word) && !(isHan(before) && isHan(after))) continue
    hits.push({ start: index, end: index + match[0].length, right: word })
  }
  return hits
}
