import type { Runtime } from 'webextension-polyfill'
import type { browser as whole } from 'wxt/browser'

/**
 * What scripts in a page need of the extension API, shaped as webextension-polyfill has it; wxt.config.ts puts it in that one's place there.
 * Each visit to a page would pay for all its tables and proxies otherwise: a tenth of the script, and as much of its time.
 */
interface Door {
  i18n: Pick<typeof whole.i18n, 'getUILanguage'>
  runtime: Pick<typeof whole.runtime, 'id'> & {
    connect: (info: { name: string }) => Runtime.Port
    getURL: (path: string) => string
    sendMessage: (message: unknown) => Promise<unknown>
    onMessage: { addListener: (listener: Listener) => void; removeListener: (listener: Listener) => void }
  }
}

/** Undefined: not for us. */
type Listener = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined

/** Chromium's own shape, which answers by callbacks; with promises only from Manifest V3 on, and never to a listener's promise. */
interface Chromium {
  i18n: Door['i18n']
  runtime: Omit<Door['runtime'], 'sendMessage' | 'onMessage'> & {
    lastError?: { message?: string }
    sendMessage: (message: unknown, told: (answer: unknown) => void) => void
    onMessage: { addListener: (hears: Hears) => void; removeListener: (hears: Hears) => void }
  }
}

type Hears = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => boolean

/** Read from the API each time: in a page that outlived its extension it is gone, or throws. */
function doorOf(own: Chromium): Door {
  const hearing = new Map<Listener, Hears>()
  return {
    i18n: own.i18n,
    runtime: {
      get id() {
        return own.runtime.id
      },
      getURL: (path) => own.runtime.getURL(path),
      connect: (info) => own.runtime.connect(info),
      sendMessage: (message) => new Promise((resolve, reject) => {
        own.runtime.sendMessage(message, (answer) => {
          const { lastError } = own.runtime
          if (lastError) reject(new Error(lastError.message))
          else resolve(answer)
        })
      }),
      onMessage: {
        addListener: (listener) => {
          const hears: Hears = (message, sender, respond) => {
            const answer = listener(message, sender)
            // The line stays open until it is answered.
            void answer?.then(respond)
            return answer !== undefined
          }
          hearing.set(listener, hears)
          own.runtime.onMessage.addListener(hears)
        },
        removeListener: (listener) => {
          const hears = hearing.get(listener)
          hearing.delete(listener)
          if (hears) own.runtime.onMessage.removeListener(hears)
        },
      },
    },
  }
}

// `globalThis.browser` is Firefox's; wxt.config.ts takes the name away elsewhere, where only a page's element can have it.
export const browser: Door = (globalThis as { browser?: Door }).browser ?? doorOf((globalThis as unknown as { chrome: Chromium }).chrome)
