import type { Severity } from './finding.ts'

/** 自有词: one entry of the office's own word list. */
export interface OwnWord {
  /** ULID, so that the newest stands last. */
  id: string
  wrong: string
  /** Empty where the word is only to be told. */
  right: string
  severity: Severity
  /** 说明, for the person who reads the finding. */
  note: string
}
