import { saysThat } from '../errors.ts'
import type { In, ToBackground } from '../messages.ts'
import type { Recorded } from '../types/record.ts'
import type { AskBackground } from './page/state.ts'

/**
 * Asks for one recording. The background may die before it has answered, with the issue stored or not; asking again with the same id
 * never records twice, so it is asked once more, and a person never has to click a second time for what stands already.
 * @throws PlainError with the sentence that came back
 */
export function askToRecord(ask: AskBackground, wanted: In<ToBackground, 'issue.record'>): Promise<Recorded> {
  return ask('issue.record', wanted).catch((error: unknown) => {
    if (saysThat(error, 'app.error.background-gone')) return ask('issue.record', wanted)
    throw error
  })
}
