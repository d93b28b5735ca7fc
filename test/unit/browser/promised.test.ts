import { describe, expect, test } from 'vitest'
import { promised } from '../../../utils/browser/promised.ts'

type Done = (value?: unknown) => void

/** Chromium's API as MV2 has it: callbacks alone, and errors beside them. */
function fakeChrome() {
  const heard: unknown[] = []
  const runtime = {
    id: 'abc' as string | undefined,
    lastError: undefined as { message: string } | undefined,
    getURL: (path: string) => `ext:/${path}`,
    onMessage: { addListener: (listener: unknown) => void heard.push(listener) },
    sendMessage(this: unknown, message: unknown, done: Done) {
      if (this !== runtime) throw new TypeError('Illegal invocation')
      if (runtime.id === undefined) throw new Error('Extension context invalidated.')
      done(`${String(message)}!`)
    },
    connect: (how: unknown) => ({ how }),
  }
  const chrome = {
    runtime,
    storage: { local: { get: (_: unknown, done: Done) => done({ a: 1 }) } },
    contextMenus: {
      create: (entry: { id: string }) => entry.id,
      update: (_: string, __: object, done: Done) => {
        runtime.lastError = { message: 'Cannot find menu item' }
        done()
        runtime.lastError = undefined
      },
    },
  }
  for (const name of ['runtime', 'storage'] as const) Object.defineProperty(chrome, name, { value: chrome[name], writable: false, configurable: false })
  return { chrome, heard }
}

describe('an API of callbacks with promises', () => {
  test('resolves with what the callback is given, on its own area and in areas of areas', async () => {
    const { chrome } = fakeChrome()
    const api = promised(chrome) as unknown as { runtime: { sendMessage: (m: string) => Promise<string> }; storage: { local: { get: (k: string) => Promise<object> } } }
    expect(await api.runtime.sendMessage('hello')).toBe('hello!')
    expect(await api.storage.local.get('a')).toEqual({ a: 1 })
  })

  test('rejects with lastError, and with what is thrown at once', async () => {
    const { chrome } = fakeChrome()
    const api = promised(chrome) as unknown as { runtime: { sendMessage: (m: string) => Promise<string>; lastError: unknown }; contextMenus: { update: (id: string, e: object) => Promise<void> } }
    await expect(api.contextMenus.update('x', {})).rejects.toThrow('Cannot find menu item')
    chrome.runtime.id = undefined
    await expect(api.runtime.sendMessage('hello')).rejects.toThrow('invalidated')
  })

  test('leaves alone what answers at once, events, values and what is not there', () => {
    const { chrome, heard } = fakeChrome()
    const api = promised(chrome)
    expect(api.runtime.getURL('a')).toBe('ext:/a')
    expect(api.runtime.connect({ name: 'line' })).toEqual({ how: { name: 'line' } })
    expect(api.contextMenus.create({ id: 'entry' })).toBe('entry')
    api.runtime.onMessage.addListener('listener')
    expect(heard).toEqual(['listener'])
    expect('storage' in api && !('offscreen' in api)).toBe(true)
    expect(api.runtime.id).toBe('abc')
    chrome.runtime.id = undefined
    expect(api.runtime.id).toBeUndefined()
  })

  test('is nothing outside an extension', () => {
    expect(promised(undefined)).toBeUndefined()
  })
})
