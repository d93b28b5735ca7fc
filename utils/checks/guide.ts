import type { Check } from './check.ts'
import { finding } from './finding.ts'

/** 办事指南重点要素类别 (W-V6.2; names after 事项名称, 设定依据, 申请条件 and 办理材料 as offices list them). */
const ELEMENTS = ['事项名称', '设定依据', '申请条件', '办理材料', '办理地点', '办理机构', '收费标准', '办理时间', '联系电话', '办理流程']
/** 无 is an answer for a fee or for papers, but not for these. */
const NEVER_NONE = new Set(['事项名称', '设定依据', '办理地点', '办理机构', '办理时间', '联系电话', '办理流程'])
const UNFILLED = /^(?:|[-—–/\\_*.。…]+|暂无|暂缺|暂未(?:填写|明确)?|待(?:补充|定|填|完善)|略|空|null|详见附件：?)$/i
/** As many kinds missing as the veto counts: fewer may only bear other names. */
const MANY = 4

/** Required elements that are empty, each by itself; and all that are absent, when they are many. */
export const guideCheck: Check = {
  id: 'guide/missing-element',
  run({ guide, title }) {
    if (!guide) return []
    const empty = ELEMENTS.filter((name) => {
      const text = guide.elements[name]?.replace(/\s/g, '')
      return text !== undefined && (UNFILLED.test(text) || (NEVER_NONE.has(name) && /^无。?$/.test(text)))
    })
    const findings = empty.map((name) =>
      finding({
        check: 'guide/missing-element', place: name, indicator: 'W-D18', severity: 'general',
        params: { name, title }, evidence: name, anchor: guide.places?.[name] ?? null, confidence: 0.85,
      }),
    )
    const absent = ELEMENTS.filter((name) => guide.elements[name] === undefined)
    if (absent.length < MANY) return findings
    const names = absent.join('、')
    return [
      ...findings,
      finding({
        check: 'guide/missing-element', place: 'absent', variant: 'absent', indicator: 'W-V6.2', severity: 'doubtful',
        params: { names, count: absent.length, title }, evidence: names, confidence: 0.5,
      }),
    ]
  },
}
