import type { Detector, Hit } from '../types.ts'
import { plainDigits } from './digits.ts'
import { mask } from './mask.ts'
import { matches } from '../matches.ts'

export const MOBILE = /(?<![\d.\-A-Za-z_=/])1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\d.\-A-Za-z_])/gu
// An office's own numbers: said to be called.
const OFFICE = /联系电话|咨询|举报|监督|热线|服务电话|办公电话|值班|投诉|报名|客服|联系人|联系方式|经办|代理|项目负责人|招标|采购|传真|邮编|报警|维修|电话[:：]|电 ?话/
// A person's: stands in a row of personal data.
const PERSONAL = /身份证|手机号|手机|本人|住址|家庭|监护人|申请人|持证人|户主|姓名|学生|家长|患者|领取人|补贴对象|低保|残疾|银行卡|卡号/
// Right before the number these leave no doubt, whatever else stands there.
const SURELY = /(?:监护人|家长|户主|患者|病人|学生|低保户|残疾人|家属|本人|个人)(?:的)?(?:联系)?(?:电话|手机|手机号|手机号码|电话号码|联系方式)?[:：]?\s*$/u
const NAME_CELL = /(?:^|[\s|｜,，、;；\t])[㐀-鿿]{2,4}[\s|｜,，、;；\t]+(?:[男女][\s|｜,，、;；\t]+)?(?:[^\n]{0,40}[\s|｜,，、;；\t]+)?$/u

/**
 * A private mobile number. A number beside the words by which an office gives its own (联系电话, 举报, 咨询 …) is not one;
 * it is told only in a row of personal data, beside a person's name in a table, or where three stand close together.
 */
export const mobile: Detector = (text, about) => {
  if (about.role === 'footer') return []
  const plain = plainDigits(text)
  const found = matches(MOBILE, plain)
  const hits: Hit[] = []
  const header = tableHeader(text)
  for (const match of found) {
    const { index } = match
    const lead = text.slice(Math.max(0, index - 24), index)
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
    const surely = SURELY.test(lead)
    const office = !surely && OFFICE.test(lead)
    const personal = surely || PERSONAL.test(lead) || header || (NAME_CELL.test(line) && (found.length >= 2 || /\d{17}[\dXx]|\*{4}/.test(line)))
    if (office && !header || !personal && !(found.length >= 3 && !office)) continue
    const masked = mask(text.slice(index, index + match[0].length), 3, 4)
    hits.push({ start: index, end: index + match[0].length, right: masked, masked, confidence: personal ? 0.85 : 0.6 })
  }
  return hits
}

/** True where the words before a number say that an office gives it. */
export function isOfficeNumber(text: string, index: number): boolean {
  return OFFICE.test(text.slice(Math.max(0, index - 24), index))
}

/** True where the text begins like a table with a column of names and one of telephones. */
function tableHeader(text: string): boolean {
  const head = text.slice(0, 200)
  return /姓\s*名/.test(head) && /(?:手机|电话|联系方式)/.test(head) && !/单位名称|机构名称|部门|网点|站点|负责人/.test(head)
}
