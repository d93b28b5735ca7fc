import { allowFolder, canChooseFolder, chooseFolder } from '../../../browser/folder.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { watch } from '../../../ledger/live.ts'
import { changeSetting } from '../../../ledger/settings.ts'
import { AGREED, ALL_COLUMNS, soundProfile, type CsvProfile } from '../../../lists/csv/profile.ts'
import { NOTICE } from '../../../lists/letter/notice-words.ts'
import { templateProblems, type LetterTemplate } from '../../../lists/letter/template.ts'
import { dayInShanghai } from '../../../lists/week.ts'
import type { ExportContent, ExportScope } from '../../../types/export.ts'
import type { Phrase } from '../../../types/phrase.ts'
import { say, t } from '../../../locale.ts'
import type { FetchFiles } from '../../bring-files.ts'
import { bringShots } from './bring-shots.ts'
import { exportBulletin, quartersUntil, type QuarterChoice } from './bulletin.ts'
import { previewUnits } from './preview.ts'
import { planReply, takeReplies, type ReplyPlan } from './replies.ts'
import type { DocumentKind, Running } from './job.ts'
import { startPreparing } from './start-preparing.ts'
import { exportDocument, exportToFolder, exportUnits } from './units.ts'
import { exportWeek } from './week.ts'

export type { Running } from './job.ts'
export type { ReplyPlan } from './replies.ts'

/** What the 导出 tab can see and do. */
export function exportDesk(ledger: Ledger, fetchFiles: FetchFiles) {
  const { db } = ledger
  /** A team's pictures first; those that could not be had are named beside how it went. */
  const withShots = async (scope: ExportScope, content: ExportContent, running: Running, write: () => Promise<Phrase>): Promise<Phrase> => {
    const away = await bringShots(db, scope, content, fetchFiles, running)
    const says = await write()
    return away > 0 ? { key: 'app.noted', params: { says: say(says), notes: t('export.done.away', { count: away }) } } : says
  }
  const today = () => dayInShanghai(ledger.now().toISOString())
  return {
    preview: (scope: ExportScope) => watch(() => previewUnits(db, scope)),
    exportWeek: (scope: ExportScope, mask: boolean, profile: string) => exportWeek(db, scope, mask, profile),
    exportUnits: (scope: ExportScope, content: ExportContent, running: Running) => withShots(scope, content, running, () => exportUnits(db, { scope, content, today: today() }, running)),
    exportDocument: (scope: ExportScope, content: ExportContent, unit: string, kind: DocumentKind, running: Running) =>
      withShots({ ...scope, units: [unit] }, content, running, () => exportDocument(db, { scope, content, today: today() }, unit, kind, running)),
    /** Called straight from a click: only then may the browser ask. null: the person changed their mind. */
    exportToFolder: async (scope: ExportScope, content: ExportContent, again: FileSystemDirectoryHandle | null, running: Running): Promise<Phrase | null> => {
      const folder = again ?? (await chooseFolder())
      if (!folder) return null
      await allowFolder(folder)
      await db.settings.put({ name: FOLDER, value: folder })
      return withShots(scope, content, running, () => exportToFolder(db, { scope, content, today: today() }, folder, running))
    },
    /** The folder chosen last; null before the first, and where the browser has no such thing. */
    folder: watch(async () => ({ handle: folderIn((await db.settings.get(FOLDER))?.value) })),
    anyIssue: watch(async () => (await db.issues.limit(1).count()) > 0),
    canChooseFolder,
    /** For as long as the page is open. */
    prepareCopies: () => startPreparing(db, 'all'),
    quarters: () => quartersUntil(today()),
    exportBulletin: (quarter: QuarterChoice) => exportBulletin(db, quarter, today()),
    setBulletin: async (bulletin: { area: string; signer: string }): Promise<null> => set('bulletin', bulletin),
    setContent: async (content: ExportContent): Promise<null> => set('exportContent', content),
    agreedCsv: AGREED,
    /** All columns that a profile may hold, by the names they come with. */
    csvColumns: ALL_COLUMNS,
    /** Keeps a profile under its name and uses it; the agreed one cannot be changed. */
    saveCsvProfile: async (profile: CsvProfile, replaced: string | null): Promise<Phrase> => {
      const sound = soundProfile(profile)
      await changeSetting(db, 'csvProfiles', (all) => [...all.filter(({ name }) => name !== sound.name && name !== replaced), sound])
      await changeSetting(db, 'csvProfile', () => sound.name)
      return { key: 'app.saved' }
    },
    removeCsvProfile: async (name: string): Promise<Phrase> => {
      await changeSetting(db, 'csvProfile', (used) => (used === name ? '' : used))
      await changeSetting(db, 'csvProfiles', (all) => all.filter((one) => one.name !== name))
      return { key: 'export.profile.removed', params: { name } }
    },
    useCsvProfile: async (name: string): Promise<null> => set('csvProfile', name),
    noticeWords: NOTICE,
    noticeProblems: (template: LetterTemplate) => templateProblems(template, NOTICE.places),
    saveNotice: async (template: LetterTemplate | null): Promise<Phrase> => {
      await changeSetting(db, 'noticeTemplate', () => template)
      return { key: 'app.saved' }
    },
    readReply: (file: File): Promise<ReplyPlan> => planReply(ledger, file),
    takeReplies: (lines: ReplyPlan['lines']) => takeReplies(ledger, lines),
  }

  async function set<K extends 'bulletin' | 'exportContent' | 'csvProfile'>(name: K, value: Parameters<Parameters<typeof changeSetting<K>>[2]>[0]): Promise<null> {
    await changeSetting(db, name, () => value)
    return null
  }
}

/** A folder that went through a backup is none any more. */
function folderIn(value: unknown): FileSystemDirectoryHandle | null {
  return typeof FileSystemDirectoryHandle === 'function' && value instanceof FileSystemDirectoryHandle ? value : null
}

/** Kept beside the settings, not among them: a folder of one machine is not part of a backup. */
const FOLDER = 'folder'
