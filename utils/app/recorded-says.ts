import { say } from '../locale.ts'
import type { Phrase } from '../types/phrase.ts'
import type { Recorded } from '../types/record.ts'

/**
 * What is said of an issue that stands: its number, whether it is 疑似重复 or 反弹, and in every case what must be known of its picture,
 * above all that there is none.
 */
export function saysOfRecorded({ number, duplicateOf, rebounds, shot, notes = [] }: Recorded): Phrase {
  const again = rebounds ? 'app.recorded.rebound' : duplicateOf !== null ? 'app.recorded.twin' : null
  const says: Phrase = { key: again ?? `app.recorded.${shot}`, params: { number, first: duplicateOf ?? 0, times: rebounds ?? 0 } }
  const all: Phrase[] = again && shot !== 'taken' ? [{ key: `app.error.shot.${shot}` }, ...notes] : notes
  return all.length > 0 ? { key: 'app.noted', params: { says: say(says), notes: all.map(say).join(' ') } } : says
}
