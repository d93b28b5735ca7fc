import type { Browser } from 'puppeteer-core'

/** A node as WebDriver names it. */
export interface Ref {
  sharedId: string
}

interface Bidi {
  send: (method: string, what: object) => Promise<{ result: unknown }>
}

interface Outcome {
  type: 'success' | 'exception'
  result: { value?: unknown }
  exceptionDetails?: { text: string }
}

/** WebDriver BiDi, past what puppeteer offers of it. */
async function send<T>(browser: Browser, method: string, what: object): Promise<T> {
  const { connection } = browser as unknown as { connection: Bidi }
  return (await connection.send(method, what)).result as T
}

/**
 * Runs a function in a browsing context; closed shadow roots in what it gives are named too, as no page could.
 * @throws what the function threw
 */
export async function callIn(browser: Browser, context: string, functionDeclaration: string, given: (Ref | string)[] = []): Promise<unknown> {
  const { type, result, exceptionDetails } = await send<Outcome>(browser, 'script.callFunction', {
    functionDeclaration,
    awaitPromise: true,
    target: { context },
    arguments: given.map((one) => (typeof one === 'string' ? { type: 'string', value: one } : one)),
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  })
  if (type === 'exception') throw new Error(exceptionDetails?.text)
  return result.value
}

/** The browser's own window, around the pages: with `--remote-allow-system-access` only. */
export async function windowOf(browser: Browser): Promise<string> {
  const { contexts } = await send<{ contexts: { context: string }[] }>(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })
  return contexts[0]!.context
}
