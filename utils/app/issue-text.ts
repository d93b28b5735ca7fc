import { sayInChinese } from '../locale.ts'
import type { Issue } from '../types/issue.ts'

/** An issue as plain lines to paste into a message to the unit. Always Chinese, like the lists. */
export function issueText(issue: Issue, indicatorName: string | null): string {
  const word = (key: string) => sayInChinese({ key })
  const { number, severity, status, reply } = issue
  const title = sayInChinese({ key: 'issue.copy.title', params: { number, severity: word(`common.severity.${severity}`), status: word(`common.status.${status}`) } })
  const fields: [field: string, value: string | null][] = [
    ['unitName', issue.unitName],
    ['siteName', issue.siteName],
    ['columnName', issue.columnName],
    ['pageTitle', issue.pageTitle],
    ['url', issue.url],
    ['description', issue.description],
    ['quote', issue.quote],
    ['suggestion', issue.suggestion],
    ['indicator', indicatorName],
    ['basis', issue.basis],
    ['deadline', issue.deadline],
    ['note', issue.note],
  ]
  const answer: [field: string, value: string | null][] = reply
    ? [
        ['state', reply.state && word(`issue.reply.state.${reply.state}`)],
        ['measures', reply.measures],
        ['fixedOn', reply.fixedOn],
        ['person', reply.person],
      ]
    : []
  const line = (key: string, value: string | null) => (value ? [sayInChinese({ key: 'issue.copy.line', params: { name: word(key), value } })] : [])
  return [title, ...fields.flatMap(([field, value]) => line(`ledger.field.${field}`, value)), ...answer.flatMap(([field, value]) => line(`issue.field.reply.${field}`, value))].join('\n')
}
