import type { Issue } from '../types/issue.ts'

/** What the list needs of one issue: values to filter and sort by, words to show, words to search. */
export type Digest = Pick<
  Issue,
  | 'id' | 'number' | 'mark' | 'status' | 'severity' | 'check' | 'indicator' | 'unitId' | 'unitName' | 'siteName' | 'columnName' | 'host'
  | 'pageTitle' | 'url' | 'description' | 'quote' | 'foundAt' | 'foundBy' | 'deadline' | 'rebounds' | 'updatedAt' | 'duplicateOf'
> & {
  recheck: string
  shots: number
  /** What can be searched and is not shown. */
  rest: string
}

/** Text of one field beyond which it is not searched: nobody looks for the end of a long context. */
const LONGEST = 400

export function digestOf(issue: Issue): Digest {
  const { id, number, status, severity, check, indicator, unitId, unitName, siteName, columnName, host, pageTitle, url } = issue
  const { description, quote, foundAt, foundBy, deadline, updatedAt, duplicateOf } = issue
  const rest = [issue.context, issue.suggestion, issue.note, issue.siteIdCode, issue.reply?.measures ?? '', issue.reply?.person ?? '']
  return {
    id, number, ...(issue.mark === undefined ? {} : { mark: issue.mark }), status, severity, check, indicator, unitId, unitName, siteName, columnName, host, pageTitle, url,
    description, quote, foundAt, foundBy, deadline, updatedAt, duplicateOf,
    rebounds: issue.rebounds,
    recheck: issue.recheck?.result ?? '',
    shots: issue.shots.length,
    rest: rest.filter(Boolean).map((text) => text.slice(0, LONGEST)).join('\n'),
  }
}
