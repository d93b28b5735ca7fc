import { PlainError, phraseOf } from '../errors.ts'
import type { In, Item, Sender, StreamHandlers, Streams, WorkshopStreams } from '../messages.ts'
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
  return open<Item<K>>(name, data, told, 'app.error.background-gone')
}

/** Asks the workshop, from the background alone: any other page of ours would reach the background too, which refuses. */
export function openWorkshopLine<K extends keyof WorkshopStreams & string>(name: K, data: WorkshopStreams[K]['in'], told: (item: Item<K, WorkshopStreams>) => void) {
  return open<Item<K, WorkshopStreams>>(name, data, told, 'app.error.workshop-gone')
}

function open<T>(name: string, data: unknown, told: (item: T) => void, silence: string) {
  const port = browser.runtime.connect({ name })
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

/**
 * Answers such questions. The signal ends the work when the asker is gone.
 * @param unknown what becomes of other lines: the background hangs up; a page that is not the only one to hear leaves them to who knows them
 */
export function answerLines<S = Streams>(
  handlers: StreamHandlers<S>,
  admit: (name: string, data: unknown, sender: Sender) => void,
  unknown: 'hang-up' | 'leave' = 'hang-up',
): void {
  browser.runtime.onConnect.addListener((port) => {
    const { name, sender: from } = port
    if (!Object.keys(handlers as object).includes(name) || !from || from.id !== browser.runtime.id) return unknown === 'hang-up' ? port.disconnect() : undefined
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
        await handlers[name as keyof S](message.ask as In<S, keyof S>, tell, over.signal, sender)
      }
      work().then(
        () => end(null),
        (error: unknown) => (over.signal.aborted ? undefined : end(phraseOf(error))),
      )
    })
  })
}
