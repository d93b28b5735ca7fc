import type { PageReading } from '../types/reading.ts'
import type { Check } from './check.ts'
import { classOf } from './deadlines.ts'
import { finding } from './finding.ts'

/** Files that need an interpretation; appointments, replies and one-off notices do not. */
const NEEDS = /(?:办法|规定|细则|规则|若干措施|政策措施|实施意见|指导意见|行动计划|实施方案|发展规划)(?:[》〉）)]|的通知|（试行）|\(试行\)|$)/
const READING = /解读|一图|图解|问答|读懂/
/** Files of other offices that are only passed on are interpreted there. */
const PASSED_ON = /转发|转载/

/** 政策解读关联: a policy without a way to its interpretation, an interpretation without a way back. Always a question. */
export const policyCheck: Check = {
  id: 'policy/unlinked',
  run(reading, context) {
    if (reading.kind !== 'article') return []
    const { title } = reading
    const columnClass = classOf(reading, context)
    const links = reading.links.filter((l) => l.tag === 'a' && l.href !== null && l.text.length > 5)
    const interprets = columnClass === 'interpretation' || /政策解读|《[^》]{1,200}》(?:的)?(?:政策)?(?:解读|图解)|一图读懂/.test(title)
    if (interprets) {
      if (!/解读|读懂|图解/.test(title) || links.some((l) => isPolicy(l.text, title)) || saysOriginal(reading)) return []
      return [draft('back', reading)]
    }
    if (columnClass !== 'policy' || !NEEDS.test(title) || PASSED_ON.test(title)) return []
    if (links.some((l) => READING.test(l.text) && l.text !== '政策解读')) return []
    return [draft('says', reading)]
  },
}

/** The link names a file: what stands in 《》 in the title, or words that only files bear. */
function isPolicy(text: string, title: string): boolean {
  const named = /《([^》]{4,200})》/.exec(title)?.[1]
  return named !== undefined ? text.includes(named) && text !== title : /关于|印发|办法|规定|意见|方案|通知/.test(text) && !READING.test(text)
}

/** 政策原文 or 相关文件 with a link of any name. */
function saysOriginal(reading: PageReading): boolean {
  return reading.blocks.some((b) => b.role !== 'navigation' && /(?:政策|文件)原文|原文链接|相关(?:政策|文件)|关联文件/.test(b.text))
}

function draft(variant: string, reading: PageReading): ReturnType<typeof finding> {
  return finding({
    check: 'policy/unlinked', variant, indicator: 'W-D04', severity: 'doubtful', params: { title: reading.title },
    evidence: reading.title, confidence: 0.5,
  })
}
