import { ulid } from 'ulid'
import MEASURED from '../../assets/model/measured.json' with { type: 'json' }
import INDICATORS from '../../assets/indicators.json' with { type: 'json' }
import { askToCaptureAnywhere, mayCaptureAnywhere, onPermissionsChange } from '../browser/permissions.ts'
import { storageEstimate } from '../browser/save.ts'
import { openPage } from '../browser/tabs.ts'
import { ask } from '../browser/transport.ts'
import { NATIONAL_DEADLINES } from '../checks/deadlines.ts'
import { PlainError, report } from '../errors.ts'
import { deleteIssue, editIssue, restoreIssue, setStatus, type Edit } from '../ledger/change.ts'
import { LedgerDb } from '../ledger/db.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { live } from '../ledger/live.ts'
import { historyOf, standingIssues } from '../ledger/query.ts'
import { changeSetting, readSettings, type Settings } from '../ledger/settings.ts'
import { dayInShanghai, spanOfWeek, weekName, weekNamed, weekOf } from '../lists/week.ts'
import type { Severity } from '../types/finding.ts'
import type { Issue, IssueEvent, Outline, Status } from '../types/issue.ts'
import type { Phrase } from '../types/phrase.ts'
import type { Day } from '../types/reading.ts'
import type { Ignore } from '../types/record.ts'
import type { ColumnClass, Unit } from '../types/roster.ts'
import { languageOf } from './language.ts'
import { exportUnits, exportWeeks, previewUnits, type UnitsPreview, type Weeks } from './exports.ts'
import { accountDesk } from './account-desk.ts'
import { rosterDesk } from './roster-desk.ts'
import { wordsDesk } from './words-desk.ts'
import { selfCheckDesk } from './self-check-desk.ts'

export type { RosterImport } from './roster-desk.ts'

type Tell<T> = (value: T) => void

/** A stored screenshot ready to be shown. */
interface Picture {
  hash: string
  takenAt: string
  src: string
  width: number
  height: number
  outlines: Outline[]
}

export type Desk = ReturnType<typeof createDesk>

/** What the ledger page can see (live) and do. Each action answers with the sentence to show, or throws. */
export function createDesk() {
  const db = new LedgerDb()
  const now = () => new Date()
  const ledger: Ledger = { db, now, newId: ulid, reader: async () => (await readSettings(db)).reader }
  const watch = <T>(query: () => Promise<T>) => (tell: Tell<T>) => live(query, tell, report)
  const set = async <K extends keyof Settings>(name: K, change: (value: Settings[K]) => Settings[K]): Promise<Phrase> => {
    await changeSetting(db, name, change)
    return { key: 'app.saved' }
  }
  return {
    ...rosterDesk(db),
    ...wordsDesk({ db, now }),
    ...selfCheckDesk({ db, now }),
    ...accountDesk({ db, now }),
    /** False alarms of each level as measured when the model was built. */
    wordingMeasured: MEASURED.falseAlarmsPer10k,
    /** A 检查指标 by its id, in the words of the rule; null for none. */
    indicatorName: (id: string | null) => INDICATORS.indicators.find((indicator) => indicator.id === id)?.name ?? null,
    today: (): Day => dayInShanghai(now().toISOString()),
    thisWeek: () => weekName(weekOf(now().toISOString())),

    issues: watch(() => standingIssues(db)),
    units: watch((): Promise<Unit[]> => db.units.orderBy('name').toArray()),
    ignores: watch(async (): Promise<Ignore[]> => (await db.ignores.toArray()).reverse()),
    settings: watch(() => readSettings(db)),
    language: watch(() => languageOf(db)),
    history: (id: string, tell: Tell<IssueEvent[]>) => live(() => historyOf(db, id), tell, report),
    shots: (issue: Issue, tell: Tell<Picture[]>) => showShots(db, issue, tell),
    weeks: watch(() => weeksOf(db, weekName(weekOf(now().toISOString())))),
    preview: (weeks: Weeks, tell: Tell<UnitsPreview>) => live(() => previewUnits(db, weeks), tell, report),
    storage: watch(async () => {
      const [estimate, issues, shots] = await Promise.all([storageEstimate(), db.issues.count(), db.shots.count()])
      return estimate && { ...estimate, issues, shots }
    }),
    captureAllowed: (tell: Tell<boolean>) => {
      const look = () => void mayCaptureAnywhere().then(tell, report)
      onPermissionsChange(look)
      look()
      return () => undefined
    },

    edit: async (id: string, changes: Edit): Promise<Phrase> => {
      const unit = changes.unitId ? await db.units.get(changes.unitId) : undefined
      await editIssue(ledger, id, changes.unitId === undefined ? changes : { ...changes, unitName: unit?.name ?? '' })
      return { key: 'app.saved' }
    },
    setStatus: async (issue: Issue, status: Status, reason: string): Promise<Phrase> => {
      await setStatus(ledger, issue.id, status, reason)
      return { key: 'app.status-set', params: { number: issue.number } }
    },
    remove: async (issue: Issue): Promise<Phrase> => {
      await deleteIssue(ledger, issue.id)
      return { key: 'app.deleted', params: { number: issue.number } }
    },
    restore: async (issue: Issue): Promise<null> => {
      await restoreIssue(ledger, issue.id)
      return null
    },
    openPage: async (url: string): Promise<null> => {
      await openPage(url)
      return null
    },
    exportWeeks: (weeks: Weeks) => exportWeeks(db, weeks),
    exportUnits: (weeks: Weeks, onProgress: Parameters<typeof exportUnits>[2], signal: AbortSignal) => exportUnits(db, weeks, onProgress, signal),

    /** Called straight from a click: only then may the browser ask. */
    allowCapture: async (issueId: string | null): Promise<Phrase> => {
      if (!(await askToCaptureAnywhere())) throw new PlainError({ key: 'app.error.capture-refused' })
      if (issueId) await ask('shot.retake', { issueId })
      return { key: 'app.shot-allowed' }
    },
    retake: async (issueId: string): Promise<null> => ask('shot.retake', { issueId }),
    setLanguage: async (language: string): Promise<null> => {
      await changeSetting(db, 'language', () => language)
      return null
    },
    setReader: (name: string) => set('reader', () => name),
    setWordingLevel: (level: Settings['wordingLevel']) => set('wordingLevel', () => level),
    setLetterDays: (days: number) => set('letterDays', () => days),
    setColumnDays: (name: ColumnClass, days: number | null) => set('columnDays', (old) => ({ ...old, [name]: days })),
    setWorkingDays: (severity: Severity, days: number | null) => set('workingDays', (old) => ({ ...old, [severity]: days })),
    deadlines: ({ columnDays, workingDays }: Settings) => ({ columns: { ...NATIONAL_DEADLINES, ...columnDays }, severities: workingDays }),
    switched: ({ sitesOn, sitesOff }: Settings) => [
      ...sitesOn.map((host) => ({ host, on: true })),
      ...sitesOff.map((host) => ({ host, on: false })),
    ],
    switchSite: async (host: string, on: boolean): Promise<Phrase> => {
      await ask('site.switch', { url: `https://${host}/`, on })
      return { key: 'app.saved' }
    },
    unignore: async (id: string): Promise<Phrase> => {
      await db.ignores.delete(id)
      return { key: 'app.unignored' }
    },
  }
}

/** Pictures as addresses that only this page can open; given back when no longer shown. */
function showShots(db: LedgerDb, issue: Issue, tell: Tell<Picture[]>): () => void {
  const urls: string[] = []
  const load = async () => {
    const shots = await db.shots.bulkGet(issue.shots.map(({ hash }) => hash))
    return issue.shots.flatMap(({ hash, takenAt, outlines }, at) => {
      const shot = shots[at]
      if (!shot) return []
      const src = URL.createObjectURL(shot.image)
      urls.push(src)
      return [{ hash, takenAt, src, width: shot.width, height: shot.height, outlines }]
    })
  }
  load().then(tell, report)
  return () => urls.forEach((url) => URL.revokeObjectURL(url))
}

async function weeksOf(db: LedgerDb, current: string) {
  const counts = new Map<string, number>([[current, 0]])
  for (const { foundAt } of await standingIssues(db)) {
    const week = weekName(weekOf(foundAt))
    counts.set(week, (counts.get(week) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([week, count]) => {
      const { from, to } = spanOfWeek(weekNamed(week)!)
      return { week, from: dayInShanghai(from), to: dayInShanghai(new Date(Date.parse(to) - 1).toISOString()), count, current: week === current }
    })
}
