import assert from 'node:assert/strict'
import fc from 'fast-check'
import { PACKS } from '../../assets/packs/index.ts'
import { admit } from '../../utils/app/admit.ts'
import { isTooLarge } from '../../utils/app/size.ts'
import { PlainError } from '../../utils/errors.ts'
import { decodeBody } from '../../utils/links/encoding.ts'
import { hasPlace, readHtml } from '../../utils/links/html.ts'
import { classifyWithoutRequest } from '../../utils/links/classify.ts'
import { requestAddress, resolveAddress } from '../../utils/links/address.ts'
import { mayAsk } from '../../utils/links/private-address.ts'
import type { Sender } from '../../utils/messages.ts'
import { addressParts, normalPrefix, prefixOf } from '../../utils/roster/address.ts'
import { soundDoc } from '../../utils/team/shape.ts'
import { createWordingChecker, loadPacks } from '../../utils/wording/index.ts'
import { whyUnsafe } from '../../utils/wording/pattern-safety.ts'
import { EXAMPLES, HERE } from '../unit/app/message-examples.ts'
import { mangled, odd, orRefusal, type Subject } from './subject.ts'

const page: Sender = { tabId: 3, url: HERE, own: false, private: false }
const ours: Sender = { tabId: null, url: 'chrome-extension://x/popup.html', own: true, private: false }
const messages = fc.oneof(
  ...Object.entries(EXAMPLES).map(([name, data]) => mangled<unknown>(data).map((data) => ({ name, data }))),
  fc.record({ name: fc.oneof(fc.constantFrom(...Object.keys(EXAMPLES), '__proto__', 'toString'), fc.string()), data: odd }),
)

export const MESSAGES: Subject = {
  name: 'messages',
  few: 2_000,
  property: () => fc.asyncProperty(messages, async ({ name, data }) => {
    const letIn = async (sender: Sender) => (await orRefusal(() => (admit(name, data, sender), true), PlainError)) === true
    const [byPage, byUs] = [await letIn(page), await letIn(ours)]
    assert.ok(!byPage || byUs, 'a page may do no more than we')
    if (!byUs) return
    assert.ok(name in EXAMPLES && !isTooLarge(data))
    const said = (data ?? {}) as { url?: string; pageUrl?: string; reading?: { url: string } }
    const about = said.pageUrl ?? said.url ?? said.reading?.url
    if (byPage && about !== undefined) assert.equal(new URL(about).origin, new URL(HERE).origin)
  }),
}

const rule = {
  id: 'own/one', kind: 'phrase', severity: 'minor', says: '“{quote}”有误。', basis: '本单位', entries: [['错词', '对词']],
  fixtures: { hit: ['错词一', '错词二'], miss: ['对词一', '对词二'] },
}
const own = { id: 'own', name: '自有', version: '1', date: '2026-11-20', rules: [rule, { ...rule, id: 'own/two', kind: 'pattern', pattern: '[0-9]{4}年', entries: undefined }] }
const pieces = fc.constantFrom('a', '的', '.', '*', '+', '?', '(', ')', '(?:', '(?=', '(?<=', '|', '[', ']', '[^', '{2,}', '{1,9}', '\\d', '\\w', '\\1', '$', '^', '\\', '\\p{L}')
const pattern = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''))

export const PACK_FILES: Subject = {
  name: 'packs',
  few: 400,
  property: () => fc.property(fc.oneof(mangled<unknown>(own), mangled<unknown>(PACKS[0])), pattern, fc.string({ unit: 'binary', maxLength: 30 }), (raw, expression, text) => {
    const { packs, broken } = loadPacks([raw, own])
    assert.ok(packs.length + broken.length > 0)
    const made = { ...own, id: 'made', rules: [{ ...rule, id: 'made/one', kind: 'pattern', pattern: expression, entries: undefined }] }
    const loaded = loadPacks([made]).packs
    // What is let in runs on a stranger's text and comes to an end.
    if (whyUnsafe(expression) === null) {
      const began = performance.now()
      createWordingChecker(loaded).check(`${text}${'aa的1 '.repeat(400)}`, { pageDay: null, kind: 'article', role: 'body' })
      assert.ok(performance.now() - began < 2_000, `${expression} took ${performance.now() - began} ms`)
    }
  }),
}

const address = fc.oneof(
  fc.array(fc.constantFrom('http:', 'https:', 'javascript:', 'file:', 'data:', '//', '/', '..', '@', ':', '8080', '[::1]', '127.0.0.1', '0x7f.1', '2130706433', 'www.qinghe.gov.cn', '。', '%', '%2e', '?a=1', '#b', '\t', '\n', ' ', '\\', '例子.中国', '\ud842', 'a'.repeat(300)), { maxLength: 9 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const markup = fc.array(fc.oneof(fc.constantFrom('<', '>', '</', '"', '\'', '=', '<!--', '-->', '<script>', '</script', '<title>', '<a href=', '<meta http-equiv=refresh content="0;url=', '<body onload="', 'location.href=\'', 'id=', '&#x', '&amp;', '<![CDATA[', '一二三'), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 25 }).map((parts) => parts.join(''))

export const ADDRESSES: Subject = {
  name: 'addresses and answers',
  few: 1_000,
  property: () => fc.property(address, markup, fc.uint8Array({ maxLength: 60 }), fc.string({ maxLength: 30 }), (text, html, bytes, type) => {
    const resolved = resolveAddress(text, HERE)
    const href = resolved?.href ?? null
    classifyWithoutRequest({ raw: text, href, text, tag: 'a', visible: true, handled: false } as Parameters<typeof classifyWithoutRequest>[0], { url: HERE, isSecure: false })
    if (href !== null) {
      // Whatever way it is written, one's own machine is never asked for on behalf of a public page.
      const { hostname } = resolved!
      if (requestAddress(href) !== null && (/^(?:127|10|0)(?:\.\d+){3}$/.test(hostname) || hostname === '[::1]')) assert.equal(mayAsk(href, HERE), false)
    }
    if (addressParts(text)) normalPrefix(text)
    prefixOf(text)
    readHtml(html)
    hasPlace(html, text)
    assert.equal(typeof decodeBody(bytes, type), 'string')
  }),
}

const doc = { _id: 'issue:01JD0000000000000000000000', form: 1, base: '2026-11-20T03:00:00.000Z-0000-AAAA', values: { note: 'x' }, stamps: { note: '2026-11-20T03:00:00.000Z-0000-AAAA' } }

export const DOCUMENTS: Subject = {
  name: 'documents of a team server',
  few: 500,
  property: () => fc.property(mangled<unknown>(doc), (given) => {
    const sound = soundDoc(given)
    if (sound) assert.equal(typeof sound._id, 'string')
  }),
}
