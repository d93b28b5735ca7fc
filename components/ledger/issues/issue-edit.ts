import type { Issue, Reply } from '../../../utils/types/issue.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'

/** Parts of the form, and their text fields in order. `area` fields may have several lines. */
export const EDIT_PARTS = {
  words: ['description', 'quote', 'suggestion', 'context', 'basis'],
  place: ['siteName', 'siteIdCode', 'columnName', 'pageTitle', 'url', 'parentUrl', 'foundBy'],
} as const

export type TextField = (typeof EDIT_PARTS)[keyof typeof EDIT_PARTS][number] | 'note'

export type ReplyField = keyof Reply

type Plain = TextField | 'check' | 'severity' | 'indicator' | 'unitId' | 'unitName' | 'deadline' | 'publishedOn' | 'onHome'

/** What was changed, and nothing else; of the unit's answer too. */
export type IssueEdit = Partial<Pick<Issue, Plain>> & { reply?: Partial<Reply> }

const NO_REPLY: Reply = { measures: '', state: null, fixedOn: null, person: '' }

/** The issue as it would be. */
export function edited(issue: Issue, { reply, ...fields }: IssueEdit): Issue & { reply: Reply } {
  return { ...issue, ...fields, reply: { ...NO_REPLY, ...issue.reply, ...reply } }
}

/** What of an edit differs from the issue. */
export function changesOf(issue: Issue, edit: IssueEdit): IssueEdit {
  const { reply, ...fields } = edit
  const changes: IssueEdit = differing(fields, issue)
  const answer = reply && differing(reply, edited(issue, {}).reply)
  return answer && Object.keys(answer).length > 0 ? { ...changes, reply: answer } : changes
}

function differing<T extends object>(wanted: T, present: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => present[field as keyof T] !== value)) as Partial<T>
}

/** A field that was changed here and, to something else, in another window. */
export interface Collision {
  /** `reply.person` for those of the unit's answer. */
  field: string
  /** What the other window wrote. */
  theirs: unknown
}

/** Fields of an edit that someone changed since `base` was seen. */
export function collisionsOf(edit: IssueEdit, base: Issue, now: Issue): Collision[] {
  const { reply, ...fields } = changesOf(now, edit)
  const own = Object.keys(fields).flatMap((field) => {
    const theirs = now[field as keyof Issue]
    // A unit is an id and a name: one question is enough.
    return field !== 'unitName' && base[field as keyof Issue] !== theirs ? [{ field, theirs: field === 'unitId' ? now.unitName : theirs }] : []
  })
  const [was, is] = [edited(base, {}).reply, edited(now, {}).reply]
  const answer = (Object.keys(reply ?? {}) as ReplyField[]).flatMap((field) => (was[field] !== is[field] ? [{ field: `reply.${field}`, theirs: is[field] }] : []))
  return [...own, ...answer]
}

/** What a person saw, with one field as it stands now: its change by another was seen and is overwritten knowingly. */
export function seenIn(base: Issue, now: Issue, field: string): Issue {
  if (field === 'unitId') return { ...base, unitId: now.unitId, unitName: now.unitName }
  if (!field.startsWith('reply.')) return { ...base, [field]: now[field as keyof Issue] }
  const part = field.slice('reply.'.length) as ReplyField
  return { ...base, reply: { ...edited(base, {}).reply, [part]: edited(now, {}).reply[part] } }
}

/** Without one field of an edit: what stands remains. */
export function without(edit: IssueEdit, field: string): IssueEdit {
  const left = { ...edit }
  if (field.startsWith('reply.')) {
    const reply = { ...left.reply }
    delete reply[field.slice('reply.'.length) as ReplyField]
    return { ...left, reply }
  }
  delete left[field as Plain]
  if (field === 'unitId') delete left.unitName
  return left
}

/** Longest text of a field, in characters: what a cell of a workbook holds. */
const LONGEST = 32_000

/** What is wrong with the changes of an issue, by field; nothing where they can be saved. What stood wrong before hinders nothing. */
export function wrongIn(issue: Issue, changes: IssueEdit, foundOn: string): Partial<Record<string, Phrase>> {
  const touched = new Set([...Object.keys(changes), ...Object.keys(changes.reply ?? {}).map((field) => `reply.${field}`)])
  return Object.fromEntries(Object.entries(allWrong(edited(issue, changes), foundOn)).filter(([field]) => touched.has(field)))
}

function allWrong(issue: Issue & { reply: Reply }, foundOn: string): Partial<Record<string, Phrase>> {
  const wrong: Partial<Record<string, Phrase>> = {}
  if (!issue.description.trim()) wrong['description'] = { key: 'issue.wrong.description' }
  if (!isWebAddress(issue.url)) wrong['url'] = { key: 'issue.wrong.url' }
  if (issue.parentUrl !== '' && !isWebAddress(issue.parentUrl)) wrong['parentUrl'] = { key: 'issue.wrong.parentUrl' }
  if (issue.siteIdCode !== '' && !/^\d{10}$/.test(issue.siteIdCode)) wrong['siteIdCode'] = { key: 'issue.wrong.siteIdCode' }
  if (issue.deadline !== null && issue.deadline < foundOn) wrong['deadline'] = { key: 'issue.wrong.deadline', params: { day: foundOn } }
  if (issue.reply.fixedOn !== null && issue.reply.fixedOn < foundOn) wrong['reply.fixedOn'] = { key: 'issue.wrong.fixedOn', params: { day: foundOn } }
  for (const field of [...EDIT_PARTS.words, ...EDIT_PARTS.place, 'note'] as const) {
    if (issue[field].length > LONGEST) wrong[field] = { key: 'issue.wrong.long', params: { count: LONGEST } }
  }
  return wrong
}

function isWebAddress(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol)
  } catch {
    return false
  }
}
