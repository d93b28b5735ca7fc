import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { LedgerDb } from '../../../utils/ledger/db.ts'
import { changeSetting } from '../../../utils/ledger/settings.ts'
import { backgroundStreams } from '../../../utils/app/handlers.ts'
import type { CheckOptions, LinkChecker } from '../../../utils/links/checker.ts'
import type { Sender } from '../../../utils/messages.ts'

const sender = (isPrivate: boolean): Sender => ({ tabId: 1, url: 'http://www.qinghe.gov.cn/', own: false, private: isPrivate })
const QUESTION = { pageUrl: 'http://www.qinghe.gov.cn/', hrefs: ['http://www.qinghe.gov.cn/a.html'], force: false }

function recording(): { links: LinkChecker; asked: CheckOptions[] } {
  const asked: CheckOptions[] = []
  const check = (_: string[], options: CheckOptions) => (asked.push(options), Promise.resolve([]))
  return { links: { check } as unknown as LinkChecker, asked }
}

const ask = (links: LinkChecker, db: LedgerDb, isPrivate: boolean) => backgroundStreams({ links, ledger: { db }, fetchPage: () => Promise.reject(new Error('no page is asked for')), pictures: {} as never })['links.check'](QUESTION, () => undefined, new AbortController().signal, sender(isPrivate))

test('in a private window nothing is checked, and the reason is said', async () => {
  const db = new LedgerDb('private-off')
  const { links, asked } = recording()
  await expect(ask(links, db, true)).rejects.toMatchObject({ says: { key: 'app.error.private-links' } })
  expect(asked).toEqual([])
})

test('where the office allows it, it is checked there too, and nothing is kept', async () => {
  const db = new LedgerDb('private-on')
  await changeSetting(db, 'linksInPrivate', () => true)
  const { links, asked } = recording()
  await ask(links, db, true)
  await ask(links, db, false)
  expect(asked.map(({ keep }) => keep)).toEqual([false, true])
})
