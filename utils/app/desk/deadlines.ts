import { report } from '../../errors.ts'
import { isYearKnown } from '../../ledger/deadline.ts'
import { deadlineMoves, moveDeadlines, type DeadlineMove, type DeadlineRules } from '../../ledger/deadline-change.ts'
import { readDays, type DaysRead } from '../../ledger/holiday-text.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { changeSetting, readSettings, type Settings } from '../../ledger/settings.ts'
import { dayInShanghai } from '../../lists/week.ts'
import type { OwnCalendar } from '../../types/calendar.ts'
import type { Phrase } from '../../types/phrase.ts'
import { clearReminder } from '../reminder.ts'

/** What the ledger page does with deadlines, 节假日 and the morning's reminder. `changed`: pages that are open count working days anew. */
export function deadlineDesk(ledger: Ledger & { changed: () => void }) {
  const { db, now } = ledger
  const year = () => Number(dayInShanghai(now().toISOString()).slice(0, 4))
  const changeDays = (change: (own: OwnCalendar) => OwnCalendar) => changeSetting(db, 'ownDays', change).then(ledger.changed)
  const move = async (moves: readonly DeadlineMove[]): Promise<Phrase> => ({ key: 'reminder.moved', params: { count: await moveDeadlines(ledger, moves) } })
  return {
    /** Told anew as long as the rules or the issues change. */
    deadlinePlan: (before: DeadlineRules) => watch(async () => deadlineMoves(db, before, await readSettings(db))),
    moveDeadlines: (moves: readonly DeadlineMove[]) => move(moves),
    moveDeadlinesBack: (moves: readonly DeadlineMove[]) => move(moves.map(({ id, from, to }) => ({ id, from: to, to: from }))),
    /** This year and the next, where their holidays are not known. */
    unknownYears: ({ ownDays }: Settings): number[] => [year(), year() + 1].filter((one) => !isYearKnown(String(one), ownDays)),
    readDays: (text: string, otherwise: keyof OwnCalendar): DaysRead => readDays(text, year(), otherwise),
    /** Adds days; one that was of the other kind changes its kind. */
    addOwnDays: async ({ holidays, workdays }: OwnCalendar): Promise<Phrase> => {
      const merged = (old: string[], added: string[], other: string[]) => [...new Set([...old, ...added])].filter((day) => !other.includes(day)).sort()
      await changeDays((own) => ({ holidays: merged(own.holidays, holidays, workdays), workdays: merged(own.workdays, workdays, holidays) }))
      return { key: 'reminder.days.added', params: { count: holidays.length + workdays.length } }
    },
    removeOwnDay: async (day: string): Promise<Phrase> => {
      const rest = (days: string[]) => days.filter((one) => one !== day)
      await changeDays((own) => ({ holidays: rest(own.holidays), workdays: rest(own.workdays) }))
      return { key: 'reminder.days.removed', params: { day } }
    },
    /** Puts the days back as they were. */
    setOwnDays: async (own: OwnCalendar): Promise<Phrase> => {
      await changeDays(() => own)
      return { key: 'app.edit-undone' }
    },
    setReminders: async (on: boolean): Promise<Phrase> => {
      await changeSetting(db, 'remindersOn', () => on)
      if (!on) await clearReminder()
      return { key: 'app.saved' }
    },
    /** The ledger is looked at: today needs no reminder any more. */
    seen: (): void => void seeToday().catch(report),
  }

  async function seeToday(): Promise<void> {
    const today = dayInShanghai(now().toISOString())
    if ((await readSettings(db)).seenOn !== today) await changeSetting(db, 'seenOn', () => today)
    await clearReminder()
  }
}
