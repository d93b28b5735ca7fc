import { beforeEach, describe, expect, test } from 'vitest'
import { backgroundHandlers, type BackgroundDeps } from '../../../utils/app/handlers.ts'
import { ignoreFinding } from '../../../utils/ledger/ignores.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import type { Sender } from '../../../utils/messages.ts'
import type { RecordTarget } from '../../../utils/types/record.ts'
import { newIssue, testLedger } from '../ledger/kit.ts'

const from = (url: string): Sender => ({ tabId: 3, url, own: false, private: false })
const OWN = from('http://www.qinghe.gov.cn/other.html')
const FOREIGN = from('http://www.hijacked.gov.cn/')
const PAGE: RecordTarget = { kind: 'page' }
const refused = { message: 'app.error.bad-message' }

let ledger: ReturnType<typeof testLedger>
let handlers: ReturnType<typeof backgroundHandlers>
let issueId: string

beforeEach(async () => {
  ledger = testLedger()
  handlers = backgroundHandlers({ ledger, pagesOf: async () => [], tabById: async () => null, busy: new Map() } as unknown as BackgroundDeps)
  issueId = newIssue().id
  await recordIssue(ledger, newIssue({ url: 'http://www.qinghe.gov.cn/a.html' }), null)
})

describe('what was recorded on another site is not a page’s to touch', () => {
  test('taking back a recording', async () => {
    await expect(handlers['issue.undo']({ issueId }, FOREIGN)).rejects.toMatchObject(refused)
    expect(await ledger.db.issues.get(issueId)).toMatchObject({ deletedAt: null })
    await handlers['issue.undo']({ issueId }, OWN)
    expect(await ledger.db.issues.get(issueId)).not.toMatchObject({ deletedAt: null })
  })

  test('one more picture', async () => {
    const wish = { kind: 'visible' as const, tabId: null, target: PAGE, addTo: issueId }
    await expect(handlers['shot.begin'](wish, FOREIGN)).rejects.toMatchObject(refused)
    // Its own comes past that door; there is no such tab in this test.
    await expect(handlers['shot.begin'](wish, OWN)).rejects.toMatchObject({ message: 'app.error.tab-gone' })
  })

  test.each(['here', 'site'] as const)('taking back 忽略 at the size %s', async (scope) => {
    const { id } = await ignoreFinding(ledger, { kind: 'ignored', scope, check: 'a/b', evidence: 'c', url: OWN.url })
    await expect(handlers['ignore.undo']({ id }, FOREIGN)).rejects.toMatchObject(refused)
    expect(await ledger.db.ignores.count()).toBe(1)
    await handlers['ignore.undo']({ id }, OWN)
    expect(await ledger.db.ignores.count()).toBe(0)
  })
})
