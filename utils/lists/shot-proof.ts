import type { Issue } from '../types/issue.ts'
import { shotName } from './csv/columns.ts'
import { secondInShanghai } from './week.ts'
import { WORDS } from './words.ts'

/** What shows that a screenshot is the one that was taken. */
export interface ShotProof {
  /** `12-1`. */
  name: string
  /** To the second, Asia/Shanghai. */
  takenAt: string
  /** SHA-256 of the stored original, hex. */
  hash: string
  /** What must be known of it: covered for good, taken once the place was mended, and what a person says it shows. */
  note: string
}

/** The screenshots of issues in the order of the list, with the hashes of their originals. */
export function proofsOf(issues: readonly Issue[]): ShotProof[] {
  return issues.flatMap((issue) =>
    issue.shots.map(({ hash, takenAt, covered, role, caption }, at) => ({
      name: shotName(issue, at),
      takenAt: secondInShanghai(takenAt),
      hash,
      note: [role === 'after' && WORDS.proof.after, covered && WORDS.proof.covered, caption].filter(Boolean).join('；'),
    })),
  )
}
