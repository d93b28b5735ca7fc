import { newId } from '../new-id.ts'
import { saveFile } from '../../browser/save.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { changeSetting, readSettings } from '../../ledger/settings.ts'
import { sameAddress } from '../../ledger/fingerprint.ts'
import { csvBytes } from '../../lists/csv/csv.ts'
import { dayInShanghai } from '../../lists/week.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import type { HandVisit, Shift, Visit } from '../../types/visit.ts'
import { dutyMonth, loggedBetween, monthDays } from '../duty-log.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What the ledger page sees of the 读网记录 and does with it. */
export function readingLogDesk({ db, now, reader }: Pick<Ledger, 'db' | 'now' | 'reader'>) {
  const exported = async (month: string) => ({ month: await dutyMonth(db, month, now()), visits: await loggedOf(month), today: dayInShanghai(now().toISOString()) })
  const loggedOf = (month: string) => loggedBetween(db, monthDays(month).from, monthDays(month).to)
  return {
    thisMonth: () => dayInShanghai(now().toISOString()).slice(0, 7),
    duty: (month: string) => watch(() => dutyMonth(db, month, now())),
    visitsOn: (day: Day) => watch(() => loggedBetween(db, day, day)),
    logPaused: watch(async () => (await readSettings(db)).logPaused),
    readerName: watch(reader),
    pauseLog: async (paused: boolean): Promise<Phrase> => {
      await changeSetting(db, 'logPaused', () => paused)
      return { key: paused ? 'readinglog.paused' : 'readinglog.resumed' }
    },
    addVisit: async (wanted: HandVisit): Promise<Phrase> => {
      const unit = wanted.unitId === null ? undefined : await db.units.get(wanted.unitId)
      await db.visits.add(visitByHand(wanted, unit?.name ?? ''))
      return { key: 'readinglog.added' }
    },
    noteVisit: async (id: string, note: string): Promise<null> => {
      await db.visits.update(id, { note })
      return null
    },
    removeVisits: async (ids: readonly string[]): Promise<Phrase> => {
      const deletedAt = now().toISOString()
      await db.visits.where('id').anyOf([...ids]).modify({ deletedAt })
      return { key: 'readinglog.removed', params: { count: ids.length } }
    },
    restoreVisits: async (ids: readonly string[]): Promise<null> => {
      await db.visits.where('id').anyOf([...ids]).modify({ deletedAt: null })
      return null
    },
    /** 漏读说明; '' takes it away. */
    noteDay: async (day: Day, note: string): Promise<Phrase> => {
      if (note.trim() === '') await db.dutyNotes.delete(day)
      else await db.dutyNotes.put({ day, note: note.trim() })
      return { key: 'readinglog.noted-day' }
    },
    exportLog: async (month: string): Promise<Phrase> => {
      const { readingLogXlsx } = await import('../../lists/sheet/reading-log-xlsx.ts')
      const { name, bytes } = await readingLogXlsx(await exported(month))
      saveFile(name, [bytes], XLSX)
      return { key: 'readinglog.exported', params: { name } }
    },
    exportLogCsv: async (month: string): Promise<Phrase> => {
      const { readingLogCsv } = await import('../../lists/sheet/reading-log-xlsx.ts')
      const { name, text } = readingLogCsv(await exported(month))
      saveFile(name, [csvBytes(text)], 'text/csv')
      return { key: 'readinglog.exported', params: { name } }
    },
  }
}

/** Noon-side clock of a shift that was entered afterwards: what is known of its time is the shift alone. */
const CLOCK: Record<Shift, string> = { morning: '01:00', afternoon: '07:00' }

function visitByHand({ day, shift, reader, unitId, columnName, url, minutes, note }: HandVisit, unitName: string): Visit {
  const startedAt = `${day}T${CLOCK[shift]}:00.000Z`
  const dwell = Math.round(minutes * 60)
  return {
    id: newId(), day, shift, startedAt, endedAt: new Date(Date.parse(startedAt) + dwell * 1000).toISOString(), reader: reader.trim(),
    unitId, unitName, site: '', siteName: '', columnName: columnName.trim(), columnId: null, title: '', kind: 'other',
    url: url.trim(), address: url.trim() ? sameAddress(url.trim()) : '', dwell, parts: [], findings: 0, by: 'hand', note: note.trim(), deletedAt: null,
  }
}
