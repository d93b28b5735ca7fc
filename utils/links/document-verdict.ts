import type { LinkVerdict } from '../types/link.ts'
import type { Answer, Failure } from './answer.ts'
import type { Ruling } from './judge.ts'
import type { Reason } from './reasons.ts'

/** A verdict on a document, without the fields that depend on the link and its history. */
export type DocumentVerdict = Pick<LinkVerdict, 'status' | 'netError' | 'hops' | 'evidence' | 'ms' | 'looks' | 'failures'> & { reason: Reason }

/** Of a document that nobody looked at. */
export function unlooked(reason: Reason): DocumentVerdict {
  return { reason, status: null, netError: null, hops: [], evidence: '', ms: 0, looks: 0, failures: 0 }
}

/** Of one look without an answer. */
export function ofFailure({ reason, netError, hops, ms }: Pick<Failure, 'reason' | 'netError' | 'hops' | 'ms'>): DocumentVerdict {
  return { reason: reason as Reason, status: null, netError, hops, evidence: '', ms, looks: 1, failures: 0 }
}

/** Of one look that was judged. */
export function ofRuling({ answer, evidence }: Ruling, reason: Reason): DocumentVerdict {
  return { reason, status: answer.status, netError: null, hops: answer.hops, evidence, ms: answer.ms, looks: 1, failures: 0 }
}

/** Of an answer that we may not read: it says only that the host answered. */
export function ofOpaque(answer: Answer): DocumentVerdict {
  return { ...unlooked('not-permitted'), ms: answer.ms, looks: 1 }
}
