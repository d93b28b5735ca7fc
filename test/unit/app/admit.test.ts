import { expect, test } from 'vitest'
import { admit } from '../../../utils/app/admit.ts'
import type { Sender } from '../../../utils/messages.ts'

const page: Sender = { tabId: 3, url: 'http://www.qinghe.gov.cn/a.html', own: false, private: false }
const ours: Sender = { tabId: null, url: 'chrome-extension://x/popup.html', own: true, private: false }
const id = '01JD0000000000000000000000'
const refused = { message: 'app.error.bad-message' }

test.each([
  ['links.check', { pageUrl: page.url, hrefs: ['http://a/'], force: false }],
  ['issue.record', { issueId: id, target: { kind: 'finding', findingId: 'x' }, tabId: null }],
  ['finding.ignore', { kind: 'ignored', scope: 'site', check: 'a/b', evidence: 'c', url: page.url }],
  ['round.place', null],
])('a page may ask %s about itself', (name, data) => {
  expect(() => admit(name, data, page)).not.toThrow()
})

test.each([
  ['another origin', 'links.check', { pageUrl: 'http://other.gov.cn/', hrefs: [], force: false }],
  ['what only our pages may ask', 'unit.assign', { url: page.url, unitId: null, newName: 'x' }],
  ['an unknown target', 'issue.record', { issueId: id, target: { kind: 'everything' }, tabId: null }],
  ['an id that is none', 'issue.record', { issueId: '1', target: { kind: 'page' }, tabId: null }],
  ['a script as ledger address', 'ledger.open', { hash: 'javascript:alert(1)' }],
  ['too many addresses', 'links.check', { pageUrl: page.url, hrefs: Array.from({ length: 20_001 }, () => ''), force: false }],
  ['too long a text', 'finding.ignore', { kind: 'ignored', scope: 'site', check: 'a', evidence: 'x'.repeat(20_001), url: page.url }],
])('refused from a page: %s', (_, name, data) => {
  expect(() => admit(name, data, page)).toThrow(expect.objectContaining(refused) as Error)
})

test('our own pages may ask about any page, in the right shape', () => {
  expect(() => admit('unit.assign', { url: 'http://other.gov.cn/', unitId: null, newName: 'x' }, ours)).not.toThrow()
  expect(() => admit('unit.assign', { url: 'other' }, ours)).toThrow()
})
