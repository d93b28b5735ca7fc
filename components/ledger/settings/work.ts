import type { Phrase } from '../../../utils/types/phrase.ts'

/** How far a long work is; `stage` names a sentence. */
export interface WorkProgress {
  stage: 'rows' | 'shots' | 'check' | 'stage' | 'swap' | 'unlock' | 'merge'
  done: number
  total: number
}

/** A long work as it is shown: under way, done, or failed. */
export interface WorkShown {
  progress: WorkProgress | null
  result: Phrase | null
  problem: Phrase | null
}

export const IDLE: WorkShown = { progress: null, result: null, problem: null }
