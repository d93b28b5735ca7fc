import { liveQuery } from 'dexie'
import type { Source, Tell } from '../types/live.ts'

/**
 * Runs a query now and again whenever what it read was changed, in whichever window.
 * @returns how to stop
 */
export function live<T>(query: () => Promise<T>, tell: Tell<T>, fail: (error: unknown) => void): () => void {
  const subscription = liveQuery(query).subscribe(tell, fail)
  return () => subscription.unsubscribe()
}

/** A query as something to follow: `live` for whoever shows it. */
export function watch<T>(query: () => Promise<T>): Source<T> {
  return (tell, fail) => live(query, tell, fail)
}
