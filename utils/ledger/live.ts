import { liveQuery } from 'dexie'

/**
 * Runs a query now and again whenever what it read was changed, in whichever window.
 * @returns how to stop
 */
export function live<T>(query: () => Promise<T>, tell: (value: T) => void, fail: (error: unknown) => void): () => void {
  const subscription = liveQuery(query).subscribe(tell, fail)
  return () => subscription.unsubscribe()
}
