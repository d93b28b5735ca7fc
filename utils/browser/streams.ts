import { PlainError, phraseOf } from '../errors.ts'
import type { Item, Sender, StreamHandlers, Streams } from '../messages.ts'
import type { Phrase } from '../types/phrase.ts'
import { browser } from './api.ts'
import { senderOf } from './transport.ts'

/** What travels back over a line. */
type Bit = { items: unknown[] } | { end: Phrase | null }

/** Items are sent together at most this often, in ms: each message between processes costs as much as a small request. */
const TOGETHER = 100

/** A background sleeps after 30 s without an event, even while requests of ours are under way; a beat keeps it awake. */
const BEAT = 20_000

/** Asks a question that is answered bit by bit. `done` rejects with `app.error.background-gone` when the background dies meanwhile. */
export function openLine<K extends keyof Streams & string>(name: K, data: Streams[K]['in'], told: (item: Item<K>) => void) {
  const port = browser.runtime.connect({ name })
  const beat = setInterval(() => port.postMessage({ beat: true }), BEAT)
  const done = new Promise<void>((resolve, reject) => {
    port.onMessage.addListener((message: unknown) => {
      const bit = message as Bit
      if ('items' in bit) for (const item of bit.items) told(item as Item<K>)
      else {
        if (bit.end) reject(new PlainError(bit.end))
        else resolve()
        close()
      }
    })
    port.onDisconnect.addListener(() => {
      clearInterval(beat)
      reject(new PlainError({ key: 'app.error.background-gone' }))
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
export function answerLines(handlers: StreamHandlers, admit: (name: string, data: unknown, sender: Sender) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const { name, sender: from } = port
    if (!Object.keys(handlers).includes(name) || !from || from.id !== browser.runtime.id) return port.disconnect()
    const sender = senderOf(from)
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
    port.onMessage.addListener((message: unknown) => {
      if (typeof message !== 'object' || message === null || !('ask' in message)) return
      const work = async () => {
        admit(name, message.ask, sender)
        // The name was looked up above and the shape admitted: the two fit.
        await handlers[name as keyof Streams](message.ask as never, tell, over.signal, sender)
      }
      work().then(
        () => end(null),
        (error: unknown) => (over.signal.aborted ? undefined : end(phraseOf(error))),
      )
    })
  })
}
