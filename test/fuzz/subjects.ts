import { DATES } from './dates.ts'
import { BACKUPS, PACKAGES } from './packages.ts'
import type { Subject } from './subject.ts'
import { CSV, ROSTERS } from './tables.ts'
import { ADDRESSES, DOCUMENTS, MESSAGES, PACK_FILES } from './values.ts'
import { RETURNED, XLSX } from './workbooks.ts'

/** Every parser of files, texts and messages from outside. */
export const SUBJECTS: readonly Subject[] = [DATES, CSV, ROSTERS, XLSX, RETURNED, PACKAGES, BACKUPS, PACK_FILES, MESSAGES, ADDRESSES, DOCUMENTS]
