import { expect, test, vi } from 'vitest'
import { soon } from '../../soon.ts'

/** Chromium's API as a page's script has it: answers come by callback, and a failure beside it. */
type Hears = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => boolean
const heard = new Set<Hears>()
const runtime: Record<string, unknown> = {
  id: 'duwang',
  getURL: (path: string) => `chrome-extension://duwang/${path}`,
  sendMessage: (message: { fails?: string; answer?: unknown }, told: (answer: unknown) => void) => {
    if (message.fails !== undefined) runtime['lastError'] = { message: message.fails }
    told(message.answer)
    delete runtime['lastError']
  },
  onMessage: { addListener: (hears: Hears) => heard.add(hears), removeListener: (hears: Hears) => heard.delete(hears) },
}
const own: { runtime?: unknown; i18n: unknown } = { runtime, i18n: { getUILanguage: () => 'zh-CN' } }
vi.stubGlobal('chrome', own)
const { browser } = await import('../../../utils/browser/page-door.ts')

test('an answer comes as a promise, and a failure is one that fails', async () => {
  expect(await browser.runtime.sendMessage({ answer: { ok: true } })).toEqual({ ok: true })
  await expect(browser.runtime.sendMessage({ fails: 'Receiving end does not exist.' })).rejects.toThrow('Receiving end')
})

test('who hears a message answers later or not at all, until it is no longer heard', async () => {
  const listener = (message: unknown) => (message === 'ours' ? Promise.resolve('later') : undefined)
  browser.runtime.onMessage.addListener(listener)
  const [hears] = heard
  const told = vi.fn()
  expect(hears!('theirs', {}, told)).toBe(false)
  expect(hears!('ours', {}, told)).toBe(true)
  await soon(() => expect(told.mock.calls).toEqual([['later']]))
  browser.runtime.onMessage.removeListener(listener)
  expect(heard.size).toBe(0)
})

test('in a page that outlived its extension it is gone when it is touched, not before', () => {
  expect(browser.runtime.id).toBe('duwang')
  own.runtime = undefined
  expect(() => browser.runtime.id).toThrow()
  own.runtime = runtime
})
