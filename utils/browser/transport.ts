import type { Runtime } from 'webextension-polyfill'
import { PlainError, phraseOf } from '../errors.ts'
import type { Answer, Handlers, In, Out, Sender, ToBackground, ToCapture, ToPage, ToWorkshop } from '../messages.ts'
import { browser } from './api.ts'
import { createGathering, isLarge, sendBits } from './large.ts'
import { isOwnPage } from './runtime.ts'

interface Envelope {
  to: 'background' | 'page' | 'capture' | 'workshop'
  name: string
  data: unknown
}

/** Asks the background. @throws PlainError with the sentence that came back, or `app.error.background-gone`. */
export async function ask<K extends keyof ToBackground & string>(name: K, data: In<ToBackground, K>): Promise<Out<ToBackground, K>> {
  const envelope: Envelope = { to: 'background', name, data }
  // In a page that outlived its extension the API throws as soon as it is touched.
  const sent = async (): Promise<unknown> => (isLarge(data) ? sendLarge(name, data) : browser.runtime.sendMessage(envelope))
  return unwrap(await sent().catch(gone), 'app.error.background-gone')
}

/** Lines of large messages are called so, and by the message's name. */
const LARGE_LINE = 'large '

/** True for a line over which a large message comes. */
export function isLargeLine({ name }: Runtime.Port): boolean {
  return name.startsWith(LARGE_LINE)
}

async function sendLarge(name: string, data: unknown): Promise<unknown> {
  const port = browser.runtime.connect({ name: LARGE_LINE + name })
  const answer = new Promise<unknown>((resolve) => {
    port.onMessage.addListener(resolve)
    port.onDisconnect.addListener(() => resolve(undefined))
  })
  let open = true
  void answer.then(() => {
    open = false
  })
  await sendBits(data, (bit) => (open ? port.postMessage(bit) : undefined))
  const given = await answer
  port.disconnect()
  return given
}

/** Asks the hidden workshop page, from the background. @throws PlainError `app.error.model` where nobody answers */
export async function askWorkshop<K extends keyof ToWorkshop & string>(name: K, data: In<ToWorkshop, K>): Promise<Out<ToWorkshop, K>> {
  const envelope: Envelope = { to: 'workshop', name, data }
  const sent: Promise<unknown> = browser.runtime.sendMessage(envelope)
  return unwrap(await sent.catch(() => undefined), 'app.error.model')
}

/** Asks the content script of a tab. @throws PlainError `app.error.no-page` where none runs. */
export async function askPage<K extends keyof ToPage & string>(tabId: number, name: K, data: In<ToPage, K>): Promise<Out<ToPage, K>> {
  const envelope: Envelope = { to: 'page', name, data }
  const sent: Promise<unknown> = browser.tabs.sendMessage(tabId, envelope, { frameId: 0 })
  return unwrap(await sent.catch(() => undefined), 'app.error.no-page')
}

/** Asks the layer that takes pictures. @throws PlainError `app.error.capture-gone` where it is not (any more) in the page */
export async function askCapture<K extends keyof ToCapture & string>(tabId: number, name: K, data: In<ToCapture, K>): Promise<Out<ToCapture, K>> {
  const envelope: Envelope = { to: 'capture', name, data }
  const sent: Promise<unknown> = browser.tabs.sendMessage(tabId, envelope, { frameId: 0 })
  return unwrap(await sent.catch(() => undefined), 'app.error.capture-gone')
}

/** True for the error of an extension that was reloaded or updated while its old content script still runs. */
export function isOutdated(): boolean {
  try {
    return browser.runtime?.id === undefined
  } catch {
    return true
  }
}

function gone(error: unknown): undefined {
  if (isOutdated()) throw new PlainError({ key: 'app.error.outdated' }, { cause: error })
  return undefined
}

function unwrap<T>(answer: unknown, silence: string): T {
  const given = answer as Answer<T> | undefined
  if (!given) throw new PlainError({ key: silence })
  if (!given.ok) throw new PlainError(given.says)
  return given.value
}

/**
 * Answers the messages of one side. Registered before the first `await` of an entry point, or a woken background would miss them.
 * @param admit throws for a sender or a shape that is not allowed; without it everything is refused.
 */
export function answer<M>(
  to: Envelope['to'],
  handlers: Handlers<M>,
  admit: (name: string, data: unknown, sender: Sender) => void,
): () => void {
  const listener = (message: unknown, from: RawSender) => {
    const envelope = message as Envelope | null
    if (typeof envelope !== 'object' || envelope?.to !== to || from.id !== browser.runtime.id) return undefined
    return reply(handlers, envelope, senderOf(from), admit)
  }
  browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0])
  return () => browser.runtime.onMessage.removeListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0])
}

/**
 * Answers large messages, in the background alone: every page that listens for lines holds them open, so that those of content scripts
 * would outlive the background.
 * @param admit as of `answer`
 */
export function answerLarge<M>(handlers: Handlers<M>, admit: (name: string, data: unknown, sender: Sender) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const { name, sender } = port
    if (!isLargeLine(port) || !sender || sender.id !== browser.runtime.id) return
    let open = true
    port.onDisconnect.addListener(() => {
      open = false
    })
    const gather = createGathering()
    port.onMessage.addListener((bit: unknown) => {
      const whole = open && gather(bit)
      if (!whole) return
      void reply(handlers, { to: 'background', name: name.slice(LARGE_LINE.length), ...whole }, senderOf(sender), admit).then((given) => (open ? port.postMessage(given) : undefined))
    })
  })
}

type RawSender = Pick<Runtime.MessageSender, 'id' | 'url' | 'tab'>

/** Who asked, as the browser itself tells it. */
export function senderOf(from: RawSender): Sender {
  const own = isOwnPage(from.url)
  return { tabId: own ? null : (from.tab?.id ?? null), url: from.url ?? '', own, private: from.tab?.incognito ?? false }
}

async function reply<M>(
  handlers: Handlers<M>,
  { name, data }: Envelope,
  sender: Sender,
  admit: (name: string, data: unknown, sender: Sender) => void,
): Promise<Answer<unknown>> {
  try {
    if (!Object.keys(handlers as object).includes(name)) throw new PlainError({ key: 'app.error.bad-message', params: { name } })
    admit(name, data, sender)
    const handler = handlers[name as keyof M] as (input: unknown, sender: Sender) => Promise<unknown>
    return { ok: true, value: await handler(data, sender) }
  } catch (error) {
    return { ok: false, says: phraseOf(error) }
  }
}
