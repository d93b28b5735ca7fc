/** Chromium below 98 keeps no reason in a signal; the ones that we abort with are kept here. */
const reasons = new WeakMap<AbortSignal, Error>()

/** Aborts with a reason that `reasonOf` finds again in every browser. */
export function abortWith(controller: AbortController, reason: Error): void {
  if (!controller.signal.aborted) reasons.set(controller.signal, reason)
  controller.abort(reason)
}

/** Why a signal was aborted. */
export function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = reasons.get(signal) ?? signal.reason
  return reason instanceof Error ? reason : new Error('aborted')
}

/** Throws the signal's reason where it was aborted. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal)
}

/** Calls back when the signal is aborted, at once where it already is. Returns what ends the listening. */
export function onAbort(signal: AbortSignal | undefined, callback: (reason: Error) => void): () => void {
  if (!signal) return () => undefined
  const listener = () => callback(reasonOf(signal))
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener, { once: true })
  return () => signal.removeEventListener('abort', listener)
}

/** One promise a signal: thousands of listeners on one signal take longer to remove than the requests to make. */
const endings = new WeakMap<AbortSignal, Promise<never>>()

function endOf(signal: AbortSignal): Promise<never> {
  let end = endings.get(signal)
  if (!end) {
    end = new Promise((_, reject) => onAbort(signal, reject))
    // whoever races it hears of it; alone it is no failure
    end.catch(() => undefined)
    endings.set(signal, end)
  }
  return end
}

/** The promise's result, or a rejection with the signal's reason if that is aborted first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return signal ? Promise.race([promise, endOf(signal)]) : promise
}
