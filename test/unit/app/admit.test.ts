import { describe, expect, test } from 'vitest'
import { admit } from '../../../utils/app/admit.ts'
import type { Sender } from '../../../utils/messages.ts'
import { ELSEWHERE, EXAMPLES, HERE } from './message-examples.ts'

const page: Sender = { tabId: 3, url: HERE, own: false, private: false }
const ours: Sender = { tabId: null, url: 'chrome-extension://x/popup.html', own: true, private: false }
/** A line or message that the browser ascribes to us, but to no tab and no page of ours. */
const nobody: Sender = { tabId: null, url: HERE, own: false, private: false }
const id = '01JD0000000000000000000000'
const refused = expect.objectContaining({ message: 'app.error.bad-message' }) as Error

/** What the content scripts ask for, and nothing else is theirs to ask. */
const PAGES_ASK = [
  'page.read', 'page.model', 'page.visit', 'page.windows', 'round.place', 'route.step', 'issue.record', 'links.stop-host', 'links.checked', 'links.check', 'issue.undo',
  'finding.ignore', 'ignore.undo', 'badge.show', 'site.switch', 'shot.begin', 'shot.take', 'picture.choose', 'picture.frame', 'picture.read', 'ledger.open', 'past.settle',
]
const ALL = Object.entries(EXAMPLES)
/** Names of fields that say which page a message is about. */
const ABOUT = ['url', 'pageUrl', 'reading'] as const

describe('the whole table of messages', () => {
  test.each(ALL)('%s: a sound one of our own pages is let in', (name, data) => {
    expect(() => admit(name, data, ours)).not.toThrow()
  })

  test.each(ALL)('%s: a page may ask it, about itself, only where it needs it', (name, data) => {
    const ask = () => admit(name, data, page)
    if (PAGES_ASK.includes(name)) expect(ask).not.toThrow()
    else expect(ask).toThrow(refused)
    expect(() => admit(name, data, nobody)).toThrow(refused)
  })

  test.each(ALL.filter(([, data]) => ABOUT.some((field) => data !== null && field in data)))('%s: never about a page of another origin', (name, data) => {
    const said = data as { url?: string; pageUrl?: string; reading?: object }
    const elsewhere = { ...said, ...(said.url && { url: ELSEWHERE }), ...(said.pageUrl && { pageUrl: ELSEWHERE }), ...(said.reading && { reading: { ...said.reading, url: ELSEWHERE } }) }
    expect(() => admit(name, elsewhere, page)).toThrow(refused)
    for (const url of ['', 'javascript:alert(1)', 7, null, {}]) {
      const odd = { ...said, ...(said.url && { url }), ...(said.pageUrl && { pageUrl: url }), ...(said.reading && { reading: { ...said.reading, url } }) }
      expect(() => admit(name, odd, page)).toThrow(refused)
    }
  })

  test.each(ALL)('%s: without a field, or with nothing, it is refused', (name, data) => {
    for (const wrong of [undefined, 7, 'x', [], true]) expect(() => admit(name, wrong, ours), JSON.stringify(wrong)).toThrow(refused)
    for (const field of Object.keys(data ?? {})) {
      const { [field]: _gone, ...rest } = data as unknown as Record<string, unknown>
      expect(() => admit(name, rest, ours), `without ${field}`).toThrow(refused)
    }
  })

  test.each(ALL.filter(([, data]) => data !== null))('%s: a field of another kind, or a text without end, is refused', (name, data) => {
    const said = data as unknown as Record<string, unknown>
    for (const [field, value] of Object.entries(said)) {
      for (const wrong of [Symbol.iterator, { toString: 1 }, [[]], Number.NaN, -1.5, '\u0000'.repeat(50_000_000)]) {
        expect(() => admit(name, { ...said, [field]: wrong }, ours), `${field} of ${typeof value}`).toThrow(refused)
      }
    }
  })

  test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', '', 'issue.delete', 'backup.write'])('there is no message %j', (name) => {
    expect(() => admit(name, {}, ours)).toThrow(refused)
  })
})

test.each([
  ['an unknown target', 'issue.record', { issueId: id, target: { kind: 'everything' }, tabId: null }],
  ['an id that is none', 'issue.record', { issueId: '1', target: { kind: 'page' }, tabId: null }],
  ['a script as ledger address', 'ledger.open', { hash: 'javascript:alert(1)' }],
  ['too many addresses', 'links.check', { pageUrl: page.url, hrefs: Array.from({ length: 20_001 }, () => ''), force: false }],
  ['too long a text', 'finding.ignore', { kind: 'ignored', scope: 'site', check: 'a', evidence: 'x'.repeat(20_001), url: page.url }],
  ['to be switched on', 'site.switch', { url: page.url, on: true }],
  ['a mark of the badge that is no number', 'badge.show', { serious: Number.POSITIVE_INFINITY, others: 0 }],
  ['brackets without end', 'page.read', { badge: true, reading: { ...EXAMPLES['page.read'].reading, footer: JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as object } }],
  ['fifty million characters in small bits', 'page.read', { badge: true, reading: { ...EXAMPLES['page.read'].reading, blocks: Array.from({ length: 1000 }, (_, id) => ({ id, text: '字'.repeat(50_000), selector: 'p', role: 'body' })) } }],
])('refused from a page: %s', (_, name, data) => {
  expect(() => admit(name, data, page)).toThrow(refused)
})
