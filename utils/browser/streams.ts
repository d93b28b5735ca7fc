import type { Runtime } from 'webextension-polyfill'
import { PlainError, phraseOf } from '../errors.ts'
import type { Item, Sender, StreamHandlers, Streams, WorkshopStreams } from '../messages.ts'
import type { Phrase } from '../types/phrase.ts'
import { browser } from './api.ts'
import { askWorkshop, isLargeLine, isOutdated, senderOf } from './transport.ts'

/** What travels back over a line. */
type Bit = { items: unknown[] } | { end: Phrase | null }

/** Items are sent together at most this often, in ms: each message between processes costs as much as a small request. */
const TOGETHER = 100

/** A background sleeps after 30 s without an event, even while requests of ours are under way; a beat keeps it awake. */
const BEAT = 20_000

/** Lines that the workshop was told to open and has not yet, by name. */
const expected = new Map<string, (port: Runtime.Port) => void>()
let lines = 0

/** Asks a question that is answered bit by bit. `done` rejects with `app.error.background-gone` when the background dies meanwhile. */
export function openLine<K extends keyof Streams & string>(name: K, data: Streams[K]['in'], told: (item: Item<K>) => void) {
  try {
    return speak<Item<K>>(browser.runtime.connect({ name }), data, told, 'app.error.background-gone')
  } catch (cause) {
    const key = isOutdated() ? 'app.error.outdated' : 'app.error.background-gone'
    return { done: Promise.reject<void>(new PlainError({ key }, { cause })), close: () => undefined }
  }
}

/**
 * Asks the workshop, from the background alone. It is the workshop that connects: a line is held open by every page that listens
 * for lines, so that a listening workshop would keep the lines of content scripts alive when the background dies.
 */
export function openWorkshopLine<K extends keyof WorkshopStreams & string>(name: K, data: WorkshopStreams[K]['in'], told: (item: Item<K, WorkshopStreams>) => void) {
  const line = `workshop ${performance.timeOrigin} ${++lines}`
  const connected = new Promise<Runtime.Port>((resolve, reject) => {
    expected.set(line, resolve)
    askWorkshop('line.open', { line, name }).catch(() => reject(new PlainError({ key: 'app.error.workshop-gone' })))
  })
  const spoken = connected.then((port) => speak<Item<K, WorkshopStreams>>(port, data, told, 'app.error.workshop-gone'))
  return { done: spoken.then(({ done }) => done), close: () => void spoken.then(({ close }) => close(), () => undefined) }
}

/** The workshop's side: connects to the background when told to, and answers what is asked over that line. @throws PlainError where this build has no such work */
export function openLines(handlers: Partial<StreamHandlers<WorkshopStreams>>) {
  return async ({ line, name }: { line: string; name: keyof WorkshopStreams & string }, sender: Sender): Promise<null> => {
    const work = handlers[name]
    if (!work) throw new PlainError({ key: 'app.error.workshop-gone' })
    // What is asked comes from our own background, as the message that named the line did.
    serve(browser.runtime.connect({ name: line }), (ask, tell, signal) => work(ask as never, tell, signal, sender))
    return null
  }
}

function speak<T>(port: Runtime.Port, data: unknown, told: (item: T) => void, silence: string) {
  const beat = setInterval(() => port.postMessage({ beat: true }), BEAT)
  const done = new Promise<void>((resolve, reject) => {
    port.onMessage.addListener((message: unknown) => {
      const bit = message as Bit
      if ('items' in bit) for (const item of bit.items) told(item as T)
      else {
        if (bit.end) reject(new PlainError(bit.end))
        else resolve()
        close()
      }
    })
    port.onDisconnect.addListener(() => {
      clearInterval(beat)
      reject(new PlainError({ key: silence }))
    })
  })
  const close = () => {
    clearInterval(beat)
    port.disconnect()
  }
  port.postMessage({ ask: data })
  return { done, close }
}

/** Answers such questions. The signal ends the work when the asker is gone. */
export function answerLines(handlers: StreamHandlers<Streams>, admit: (name: string, data: unknown, sender: Sender) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const { name, sender: from } = port
    if (!from || from.id !== browser.runtime.id) return port.disconnect()
    if (isLargeLine(port)) return
    const sender = senderOf(from)
    const asker = expected.get(name)
    if (asker && sender.own) {
      expected.delete(name)
      return asker(port)
    }
    // A page of the web has nothing else to ask; a line between pages of our own is theirs.
    if (!Object.keys(handlers).includes(name)) return sender.own ? undefined : port.disconnect()
    serve(port, async (ask, tell, signal) => {
      admit(name, ask, sender)
      // The name was looked up above and the shape admitted: the two fit.
      await handlers[name as keyof Streams](ask as never, tell, signal, sender)
    })
  })
}

function serve(port: Runtime.Port, work: (ask: unknown, tell: (item: unknown) => void, signal: AbortSignal) => Promise<void>): void {
  const over = new AbortController()
  let open = true
  const say = (bit: Bit) => (open ? port.postMessage(bit) : undefined)
  let items: unknown[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (items.length > 0) say({ items })
    items = []
  }
  const tell = (item: unknown) => {
    items.push(item)
    timer ??= setTimeout(flush, TOGETHER)
  }
  const end = (says: Phrase | null) => {
    flush()
    say({ end: says })
  }
  port.onDisconnect.addListener(() => {
    open = false
    over.abort()
  })
  const start = async (ask: unknown) => work(ask, tell, over.signal)
  port.onMessage.addListener((message: unknown) => {
    if (typeof message !== 'object' || message === null || !('ask' in message)) return
    start(message.ask).then(
      () => end(null),
      (error: unknown) => (over.signal.aborted ? undefined : end(phraseOf(error))),
    )
  })
}
