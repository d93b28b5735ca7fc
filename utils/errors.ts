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

/** Whether an error says just this. By its sentence, not by its class: the scripts in a page have a class each. */
export function saysThat(error: unknown, key: string): boolean {
  return error instanceof Error && (error as { says?: Phrase }).says?.key === key
}

/** The sentence for any error; unexpected ones go to the reporter first. Rooms that import nothing have their own typed errors, with `says` too. */
export function phraseOf(error: unknown): Phrase {
  const chain = chainOf(error)
  const plain = chain.find((one) => 'says' in one)
  if (plain) return (plain as Error & { says: Phrase }).says
  if (isQuota(error)) return { key: 'app.error.storage-full' }
  const closed = chain.findIndex(({ name }) => name === 'DatabaseClosedError')
  // Closed because it never opened: damaged files, saving forbidden.
  const refused = chain.find(({ name, message }, at) => (closed >= 0 && at > closed && name !== 'DatabaseClosedError') || name === 'OpenFailedError' || /backing store/i.test(message))
  if (refused) return { key: 'app.error.ledger-refused', params: { detail: nameOf(refused) } }
  // A newer version of the extension has opened the database, and ours was closed for it.
  if (closed >= 0) return { key: 'app.error.outdated' }
  report(error)
  return { key: 'app.error.unexpected', params: { detail: nameOf(error) } }
}

/** The sentence in place of a part of the interface that could not be drawn; nothing was being done then that could have failed. */
export function brokenPhrase(error: unknown): Phrase {
  const says = phraseOf(error)
  return says.key === 'app.error.unexpected' ? { key: 'common.broken' } : says
}

/** The single place that unexpected errors reach. Only names and our own messages: nothing of a page. */
export function report(error: unknown): void {
  console.error('[duwang]', nameOf(error), error instanceof Error ? error.stack : '')
}

/** Whether the disk, or what the browser gives us of it, is full. */
export function isQuota(error: unknown): boolean {
  return chainOf(error).some(({ name }) => name === 'QuotaExceededError')
}

/** An error and what it came from: Dexie wraps the browser's errors, and ours, in its own. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let at: unknown = error; at instanceof Error && chain.length < 9; at = (at as { inner?: unknown }).inner ?? at.cause) chain.push(at)
  return chain
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : String(error).slice(0, 200)
}
