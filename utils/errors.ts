import type { Phrase } from './types/phrase.ts'

/** An expected error: told to the person in one plain sentence with what to do. */
export class PlainError extends Error {
  readonly says: Phrase

  constructor(says: Phrase, options?: ErrorOptions) {
    super(says.key, options)
    this.name = 'PlainError'
    this.says = says
  }
}

/** The sentence for any error; unexpected ones go to the reporter first. Rooms that import nothing have their own typed errors, with `says` too. */
export function phraseOf(error: unknown): Phrase {
  if (error instanceof Error && 'says' in error) return error.says as Phrase
  if (isQuota(error)) return { key: 'app.error.storage-full' }
  report(error)
  return { key: 'app.error.unexpected', params: { detail: nameOf(error) } }
}

/** The single place that unexpected errors reach. Only names and our own messages: nothing of a page. */
export function report(error: unknown): void {
  console.error('[duwang]', nameOf(error), error instanceof Error ? error.stack : '')
}

/** Dexie wraps the browser's QuotaExceededError in its own. */
function isQuota(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = (at as { inner?: unknown }).inner ?? at.cause) {
    if (at.name === 'QuotaExceededError') return true
  }
  return false
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : String(error).slice(0, 200)
}
