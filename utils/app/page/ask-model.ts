import { phraseOf } from '../../errors.ts'
import type { Finding } from '../../types/finding.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PageReading } from '../../types/reading.ts'
import { pauseFor } from './pause.ts'
import type { AskBackground } from './state.ts'

/** What the language model suspects, which comes after the rules' findings. Where it fails, the page says so and the rules stand. */
export async function askModel(ask: AskBackground, reading: PageReading): Promise<{ found: Finding[] | null; failed: Phrase | null }> {
  try {
    // A large page is copied for each of the two questions.
    await pauseFor(reading)
    // The model reads words; thousands of links and rows would only be copied for nothing.
    const words: PageReading = { ...reading, links: [], list: null, sections: [], letters: [], dateCandidates: [] }
    return { found: await ask('page.model', { reading: words }), failed: null }
  } catch (error) {
    return { found: null, failed: phraseOf(error) }
  }
}
