import { expect, test } from 'vitest'
import { admit } from '../../../../utils/app/admit.ts'
import { fitted } from '../../../../utils/app/page/fitted.ts'
import { EXAMPLES, HERE } from '../message-examples.ts'

const { reading } = EXAMPLES['page.read']
const page = { tabId: 3, url: HERE, own: false, private: false }
const long = '字'.repeat(100_000)
const anchor = { quote: long, prefix: long, suffix: long, start: 1, selector: `html > ${'div > '.repeat(5_000)}p` }

test('a reading of a real page stays as it is', () => {
  expect(fitted(reading)).toBe(reading)
})

test.each([
  ['title', { title: long }],
  ['column and path', { columnName: long, columnPath: Array.from({ length: 200 }, () => long), contentSource: long }],
  ['dates', { publication: { ...reading.publication!, quote: long, anchor }, dateCandidates: Array.from({ length: 2_000 }, () => reading.publication!) }],
  ['rows', { list: { ...reading.list!, items: [{ title: long, href: HERE, day: null, anchor }, { title: '一', href: `${HERE}?${long}`, day: null, anchor }], anchor } }],
  ['tags', { tags: { SiteName: long, [long]: long } }],
  ['links', { links: Array.from({ length: 30_000 }, () => reading.links[0]!) }],
  ['a link’s words and place', { links: [{ ...reading.links[0]!, anchor }] }],
  ['places of blocks', { blocks: [{ ...reading.blocks[0]!, selector: anchor.selector }] }],
])('%s without end are cut until the background takes them', (_, change) => {
  const endless = { ...reading, ...change }
  expect(() => admit('page.read', { reading: fitted(endless), badge: true }, page)).not.toThrow()
})

test('links that were left out are a gap', () => {
  expect(fitted({ ...reading, links: Array.from({ length: 30_000 }, () => reading.links[0]!) }).gaps).toEqual(['reading.gap.links'])
})
