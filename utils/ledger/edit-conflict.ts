import type { Phrase } from '../types/phrase.ts'
import type { Issue, Reply } from '../types/issue.ts'
import type { Edit } from './change.ts'

/** The same fields were changed elsewhere while a person was editing them: nothing was written, and it is said which. */
export class EditConflict extends Error {
  /** Names of fields, `reply.person` for those of the unit's answer. */
  readonly fields: readonly string[]
  readonly says: Phrase = { key: 'issue.conflict.refused' }

  constructor(fields: readonly string[]) {
    super(`edited elsewhere: ${fields.join(', ')}`)
    this.name = 'EditConflict'
    this.fields = fields
  }
}

/** Fields of an edit that someone changed to something else since `base` was seen. Both having written the same is no conflict. */
export function conflictsOf({ reply, ...edit }: Edit, base: Issue, now: Issue): string[] {
  const moved = <T extends object>(wanted: T, was: Partial<T> | null, is: Partial<T> | null) =>
    (Object.keys(wanted) as (keyof T & string)[]).filter((field) => {
      const [before, present] = [was?.[field] ?? '', is?.[field] ?? '']
      return before !== present && present !== (wanted[field] ?? '')
    })
  return [...moved(edit as Partial<Issue>, base, now), ...moved<Partial<Reply>>(reply ?? {}, base.reply, now.reply).map((field) => `reply.${field}`)]
}
