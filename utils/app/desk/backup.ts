import { saveFile } from '../../browser/save.ts'
import { ownUrl, version } from '../../browser/runtime.ts'
import { PlainError } from '../../errors.ts'
import { compareArchive, removeArchived, type Removable } from '../../ledger/archive/remove.ts'
import { archiveWeeks, type ArchiveWeek } from '../../ledger/archive/weeks.ts'
import { writeArchive } from '../../ledger/archive/write.ts'
import type { RestoreMode } from '../../ledger/backup/apply.ts'
import { blobSink } from '../../ledger/backup/blob-sink.ts'
import type { Manifest } from '../../ledger/backup/manifest.ts'
import { checkPackage, openPackage, type Package } from '../../ledger/backup/package.ts'
import { restore } from '../../ledger/backup/restore.ts'
import type { OnProgress } from '../../ledger/backup/work.ts'
import { writeBackup, writePackage } from '../../ledger/backup/write.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { rescue } from '../../ledger/rescue.ts'
import { changeSetting } from '../../ledger/settings.ts'
import { dayInShanghai, spanOfDays } from '../../lists/week.ts'
import { say, sayInChinese, t } from '../../locale.ts'
import { readCouchState } from '../../team/couch/state.ts'
import { missingOfIssues } from '../../team/missing-files.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import { replaceLedger } from '../ledger-loss.ts'
import { lossKeeper } from '../loss-keeper.ts'

const ZIP = 'application/zip'
/** What a person compares before restoring. */
const COMPARED = ['issues', 'shots', 'units', 'columns', 'visits'] as const

/** A file that was checked to its last byte and not yet restored. */
export interface RestorePlan {
  given: Package
  kind: Manifest['kind']
  madeAt: string
  missing: number
  rows: { name: (typeof COMPARED)[number]; inFile: number; here: number }[]
}

/** An archive that was checked and compared, and what of it may be removed. */
export interface ArchivePlan {
  given: Package
  removable: Removable
}

/** 备份, 恢复, 归档, 抢救. Long work says how far it is and can be cancelled. */
export function backupDesk({ db, now, changed }: Pick<Ledger, 'db' | 'now'> & { changed: () => void }) {
  const today = () => dayInShanghai(now().toISOString())
  const common = (onProgress: OnProgress, signal: AbortSignal) => ({ now, program: version(), onProgress, signal })
  return {
    backup: async (onProgress: OnProgress, signal: AbortSignal): Promise<Phrase> => {
      const { sink, blob } = blobSink()
      const { counts, shots, missingShots } = await writeBackup(db, { ...common(onProgress, signal), sink })
      const name = sayInChinese({ key: 'storage.backup.file', params: { at: today() } })
      saveFile(name, [blob(ZIP)], ZIP)
      await changeSetting(db, 'backedUpAt', () => now().toISOString())
      const params = { name, issues: counts['issues'] ?? 0, shots: shots.length, missing: missingShots.length }
      const says: Phrase = { key: missingShots.length ? 'storage.backup.missing' : 'storage.backup.done', params }
      // who takes a team's pictures on demand has not all of them: the file is no copy of those
      const away = (await readCouchState(db)) ? (await missingOfIssues(db)).length : 0
      return away > 0 ? { key: 'app.noted', params: { says: say(says), notes: t('storage.backup.away', { count: away }) } } : says
    },
    /** Checks the whole file and changes nothing. @throws PackageRefused, an AbortError when cancelled */
    openBackup: async (file: File, onProgress: OnProgress, signal: AbortSignal): Promise<RestorePlan> => {
      const given = await openPackage(file)
      await checkPackage(given, onProgress, signal)
      const { kind, madeAt, counts, shots, missingShots } = given.manifest
      const rows = await Promise.all(
        COMPARED.map(async (name) => ({ name, inFile: name === 'shots' ? shots.length : (counts[name] ?? 0), here: await db.table(name).count() })),
      )
      return { given, kind, madeAt, missing: missingShots.length, rows }
    },
    restoreBackup: async ({ given }: RestorePlan, mode: RestoreMode, onProgress: OnProgress, signal: AbortSignal): Promise<Phrase> => {
      const { added, kept, renumbered } = await replaceLedger(lossKeeper({ db, now }), () => restore(db, given, { mode, now, onProgress, signal }))
      changed()
      if (mode === 'replace') {
        const says: Phrase = { key: 'storage.restore.replaced', params: { issues: added.issues ?? 0, shots: given.manifest.shots.length } }
        const team = await readCouchState(db)
        return team ? { key: 'app.noted', params: { says: say(says), notes: t('storage.restore.team', { space: team.name }) } } : says
      }
      const params = { issues: added.issues ?? 0, kept: kept.issues ?? 0, renumbered }
      return { key: renumbered ? 'storage.restore.renumbered' : 'storage.restore.added', params }
    },
    /** The first of the month so many months ago. */
    monthsBefore: (months: number): Day => {
      const [year = 0, month = 1] = today().split('-').map(Number)
      return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
    },
    /** Weeks that are wholly before a day in Asia/Shanghai. */
    archiveWeeks: (before: Day): Promise<ArchiveWeek[]> => archiveWeeks(db, spanOfDays(before, before).from),
    writeArchive: async (weeks: readonly string[], onProgress: OnProgress, signal: AbortSignal): Promise<Phrase> => {
      const [first, last] = [weeks[0], weeks[weeks.length - 1]]
      if (first === undefined || last === undefined) throw new PlainError({ key: 'storage.archive.none' })
      const { sink, blob } = blobSink()
      const { counts, shots } = await writeArchive(db, weeks, { ...common(onProgress, signal), sink })
      const name = sayInChinese({ key: 'storage.archive.file', params: { first, last } })
      saveFile(name, [blob(ZIP)], ZIP)
      return { key: 'storage.archive.written', params: { name, issues: counts['issues'] ?? 0, shots: shots.length } }
    },
    openArchive: async (file: File, onProgress: OnProgress, signal: AbortSignal): Promise<ArchivePlan> => {
      const given = await openPackage(file)
      return { given, removable: await compareArchive(db, given, onProgress, signal) }
    },
    removeArchived: async ({ given }: ArchivePlan): Promise<Phrase> => ({ key: 'storage.archive.removed', params: { count: await removeArchived(db, given) } }),
    /** What can be read of a ledger that does not open. @throws PlainError where that is nothing */
    rescue: async (onProgress: OnProgress, signal: AbortSignal): Promise<Phrase> => {
      const found = await rescue(db.name)
      if (!found) throw new PlainError({ key: 'storage.broken.nothing', params: { folder: ownUrl('/').split('/').slice(0, 3).join('_').replace(/:_+/, '_') } })
      try {
        const { sink, blob } = blobSink()
        const { counts, shots, missingShots } = await writePackage(found.snapshot, found.files, { ...common(onProgress, signal), sink, kind: 'rescue', schema: found.schema })
        const name = sayInChinese({ key: 'storage.broken.file', params: { at: today() } })
        saveFile(name, [blob(ZIP)], ZIP)
        const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
        return { key: 'storage.broken.exported', params: { name, rows, shots: shots.length, lost: found.lost + missingShots.length } }
      } finally {
        found.close()
      }
    },
  }
}
