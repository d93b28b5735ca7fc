import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changeSetting } from '../../../utils/ledger/settings.ts'
import { isWorkingDay } from '../../../utils/ledger/deadline.ts'
import { deleteIssue, setStatus } from '../../../utils/ledger/change.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { newIssue, testLedger } from '../ledger/kit.ts'

/** What the browser was told, in place of the browser. */
const told = vi.hoisted(() => ({ badge: '', title: '', alarms: [] as number[] }))
vi.mock('../../../utils/browser/toolbar.ts', () => ({ showReminder: async (badge: string, title: string) => void Object.assign(told, { badge, title }) }))
vi.mock('../../../utils/browser/alarms.ts', () => ({ wakeAt: async (_: string, when: number) => void told.alarms.push(when) }))
const { dueCount, isDue, nextMorning, remind } = await import('../../../utils/app/reminder.ts')
const { addTexts } = await import('../../../utils/locale.ts')
addTexts({ 'zh-CN': { reminder: { badge: '期{count}', title: '{count} 条' } }, en: {} })

beforeEach(() => Object.assign(told, { badge: '?', title: '?', alarms: [] }))

/** A clock in Shanghai. */
const at = (time: string) => new Date(`${time}:00+08:00`)

describe('the next working morning', () => {
  test.each([
    ['2026-11-18T08:29', '2026-11-18T08:30', 'before it, today'],
    ['2026-11-18T08:30', '2026-11-19T08:30', 'at it, tomorrow'],
    ['2026-11-20T17:00', '2026-11-23T08:30', 'over a weekend'],
    ['2026-09-30T17:00', '2026-10-08T08:30', 'over National Day'],
    ['2026-02-13T17:00', '2026-02-14T08:30', 'a make-up Saturday'],
    ['2026-12-31T23:59', '2027-01-04T08:30', 'over the year’s end'],
  ])('%s → %s (%s)', (now, next) => expect(nextMorning(at(now), isWorkingDay)).toEqual(at(next)))
})

test.each([
  ['2026-11-18T08:29', '', false, 'too early'],
  ['2026-11-18T08:30', '', true, 'the morning'],
  ['2026-11-18T16:00', '2026-11-17', true, 'a browser that was started late'],
  ['2026-11-18T16:00', '2026-11-18', false, 'the ledger was opened today'],
  ['2026-11-21T10:00', '', false, 'a Saturday'],
  ['2026-10-01T10:00', '', false, 'National Day'],
])('%s, ledger seen on “%s”: %s (%s)', (now, seen, due) => expect(isDue(at(now), seen, isWorkingDay)).toBe(due))

async function ledgerWith() {
  const ledger = testLedger()
  const deadlines = ['2026-11-17', '2026-11-18', '2026-11-19', null, '2026-11-18', '2026-11-18']
  for (const [n, deadline] of deadlines.entries()) await recordIssue(ledger, newIssue({ id: `01ISSUE000000000000000000${n}`, deadline }), null)
  await setStatus(ledger, '01ISSUE0000000000000000004', 'fixed', '已改')
  await deleteIssue(ledger, '01ISSUE0000000000000000005')
  return ledger
}

test('counts what is due today or gone, still to be mended, and not deleted', async () => {
  expect(await dueCount((await ledgerWith()).db, '2026-11-18')).toBe(2)
})

describe('the badge', () => {
  const run = async (ledger: Awaited<ReturnType<typeof ledgerWith>>, now: string) => {
    await remind(ledger.db, () => at(now))
    return told.badge
  }

  test('shows in the morning, at each start of the background anew, until the ledger was opened', async () => {
    const ledger = await ledgerWith()
    expect(await run(ledger, '2026-11-18T08:30')).toBe('期2')
    expect(told.title).toBe('2 条')
    expect(await run(ledger, '2026-11-18T11:00')).toBe('期2')
    await changeSetting(ledger.db, 'seenOn', () => '2026-11-18')
    expect(await run(ledger, '2026-11-18T11:01')).toBe('')
    expect(await run(ledger, '2026-11-19T08:30')).toBe('期3')
    expect(told.alarms).toEqual(['2026-11-19', '2026-11-19', '2026-11-19', '2026-11-20'].map((day) => at(`${day}T08:30`).getTime()))
  })

  test('stays away when switched off, at weekends, and where nothing is due; the alarm is set all the same', async () => {
    const ledger = await ledgerWith()
    expect(await run(ledger, '2026-11-21T10:00')).toBe('')
    expect(await run(ledger, '2026-11-16T10:00')).toBe('')
    await changeSetting(ledger.db, 'remindersOn', () => false)
    expect(await run(ledger, '2026-11-18T10:00')).toBe('')
    expect(told.alarms).toHaveLength(3)
  })

  test('an office’s own holiday has no morning', async () => {
    const ledger = await ledgerWith()
    await changeSetting(ledger.db, 'ownDays', () => ({ holidays: ['2026-11-18'], workdays: ['2026-11-21'] }))
    expect(await run(ledger, '2026-11-18T10:00')).toBe('')
    expect(await run(ledger, '2026-11-21T10:00')).toBe('期3')
  })
})
