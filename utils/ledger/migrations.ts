import type { Issue } from '../types/issue.ts'

/** Version 2: a unit's answer, re-checks and 反弹. An issue of version 1 had none of them. */
export function toVersion2(issue: Issue): void {
  issue.reply ??= null
  issue.recheck ??= null
  issue.rebounds ??= 0
}
