// First, because it puts a database in place before Dexie looks for one.
import { newIssue, testLedger } from '../../ledger/kit.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { deadlineDesk } from '../../../../utils/app/desk/deadlines.ts'
import { settingsDesk } from '../../../../utils/app/desk/settings.ts'
import { storageDesk } from '../../../../utils/app/desk/storage.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { readSettings } from '../../../../utils/ledger/settings.ts'

const said = vi.hoisted(() => ({ language: 'zh-CN' }))
vi.mock('../../../../utils/browser/runtime.ts', () => ({ browserLanguage: () => said.language, version: () => '0' }))
vi.mock('../../../../utils/browser/api.ts', () => ({ browser: { permissions: { contains: async () => false } } }))

const changed = vi.fn()
beforeEach(() => changed.mockClear())
afterEach(() => vi.unstubAllGlobals())

describe('keeping the data', () => {
  test('is asked for once, and not before something was recorded', async () => {
    const ledger = testLedger()
    const persist = vi.fn(async () => true)
    vi.stubGlobal('navigator', { storage: { persist, persisted: async () => false } })
    const desk = storageDesk({ ...ledger, changed })
    await desk.persistOnce()
    expect(persist).not.toHaveBeenCalled()
    await recordIssue(ledger, newIssue(), null)
    await desk.persistOnce()
    await desk.persistOnce()
    expect(persist).toHaveBeenCalledOnce()
    expect((await readSettings(ledger.db)).persistAsked).toBe(true)
  })
})

describe('open pages are told to look again when there changes', () => {
  const ledger = testLedger()
  const settings = settingsDesk(ledger.db, changed)
  const deadlines = deadlineDesk({ ...ledger, changed })
  test.each<[string, () => Promise<unknown>]>([
    ['a column deadline', () => settings.setColumnDays('news', 7)],
    ['the letters\' deadline', () => settings.setLetterDays(3)],
    ['a holiday of the office\'s own', () => deadlines.addOwnDays({ holidays: ['2027-02-08'], workdays: [] })],
    ['a holiday taken away', () => deadlines.removeOwnDay('2027-02-08')],
    ['an ignored suspicion taken back', () => settings.unignore('x')],
  ])('%s', async (_, act) => {
    await act()
    expect(changed).toHaveBeenCalledOnce()
  })

  test('but not for what concerns no page', async () => {
    await settings.setReader('王小青')
    expect(changed).not.toHaveBeenCalled()
  })
})

test('a page keeps the language it began with, until a person chooses', async () => {
  const { languageOf } = await import('../../../../utils/app/language.ts')
  const { db } = testLedger()
  expect(await languageOf(db)).toBe('zh-CN')
  said.language = 'en-US'
  expect(await languageOf(db)).toBe('zh-CN')
  await settingsDesk(db, changed).setLanguage('en')
  expect(await languageOf(db)).toBe('en')
})
