import { version } from '../../browser/runtime.ts'
import { saveFile } from '../../browser/save.ts'
import { PlainError } from '../../errors.ts'
import { blobSink } from '../../ledger/backup/blob-sink.ts'
import type { OnProgress } from '../../ledger/backup/work.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { beginSharing } from '../../ledger/sharing/device.ts'
import { dayInShanghai, spanOfDays } from '../../lists/week.ts'
import { sayInChinese } from '../../locale.ts'
import { readCouchState } from '../../team/couch/state.ts'
import { missingOf } from '../../team/missing-files.ts'
import { exchangedAt, exportedUpTo, keepExported } from '../../team/package/makers.ts'
import { previewExchange } from '../../team/package/preview.ts'
import { openExchange, unlock, type Exchange, type LockedExchange } from '../../team/package/read.ts'
import { takeExchange } from '../../team/package/take.ts'
import { writeExchange } from '../../team/package/write.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import type { ExchangePreview } from '../../types/team-package.ts'
import { afterMerge } from '../after-merge.ts'
import { bringFiles, type FetchFiles } from '../bring-files.ts'

const ZIP = 'application/zip'

/** What goes into a package. */
export interface PackageWish {
  /** Changes since this day (Asia/Shanghai), or since the last package, only; null: all. */
  since: Day | 'last' | null
  /** Units by id and name; null: all. */
  units: { id: string | null; name: string }[] | null
  pictures: boolean
  password: string
}

/** A package that was checked to its last byte and not yet taken in. */
export interface PackagePlan {
  given: Exchange
  preview: ExchangePreview
}

/** 导出交换包, 导入交换包. Long work says how far it is and can be cancelled. `changed`: what open pages are told by. */
export function packageDesk(ledger: Ledger, changed: () => void, fetchFiles: FetchFiles) {
  const { db, now } = ledger
  const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
  return {
    exchanged: watch(() => exchangedAt(db)),
    exportPackage: async ({ since, ...wish }: PackageWish, onProgress: OnProgress, signal: AbortSignal): Promise<Phrase> => {
      await beginSharing(db, { now, random, as: 'joiner', taken: [] })
      const { sink, blob } = blobSink()
      const by = await ledger.reader()
      const from = since === 'last' ? await exportedUpTo(db) : { since: since && spanOfDays(since, since).from }
      const began = now().toISOString()
      if (wish.pictures && (await readCouchState(db))) {
        const missing = await missingOf(db, { ...from, unitIds: wish.units && wish.units.map(({ id }) => id) })
        await bringFiles(missing, fetchFiles, { signal, onProgress: (done, total) => onProgress({ stage: 'shots', done, total }) })
      }
      const manifest = await writeExchange(db, { ...wish, ...from, sink, now, random, program: version(), by, onProgress, signal })
      const { counts, shots, missing } = manifest
      if (Object.keys(counts).length === 0) throw new PlainError({ key: 'team.package.nothing' })
      const name = sayInChinese({ key: 'team.package.file', params: { at: dayInShanghai(now().toISOString()) } })
      saveFile(name, [blob(ZIP)], ZIP)
      // what was left out by its unit is not exported yet
      if (wish.units === null) await keepExported(db, began, manifest)
      const params = { name, issues: counts['issue'] ?? 0, shots: shots.length }
      return missing.length > 0 ? { key: 'team.package.writtenLacking', params: { ...params, missing: missing.length } } : { key: 'team.package.written', params }
    },
    /** @throws ExchangeRefused */
    openPackage: (file: File): Promise<Exchange | LockedExchange> => openExchange(file),
    /** Checks the whole package and changes nothing. @throws ExchangeRefused, an AbortError when cancelled */
    checkPackage: async (given: Exchange | LockedExchange, password: string, onProgress: OnProgress, signal: AbortSignal): Promise<PackagePlan> => {
      const plain = 'lock' in given ? await unlock(given, password, onProgress, signal) : given
      return { given: plain, preview: await previewExchange({ db, now, random }, plain, onProgress, signal) }
    },
    takePackage: async ({ given, preview }: PackagePlan, onProgress: OnProgress, signal: AbortSignal): Promise<Phrase> => {
      try {
        const done = await takeExchange({ db, now, random, anew: preview.twin }, given, onProgress, signal)
        await afterMerge(ledger)
        const params = { added: done.added['issue'] ?? 0, changed: done.changed['issue'] ?? 0, pictures: done.pictures, clashes: done.clashes }
        return { key: done.clashes > 0 ? 'team.package.takenClashes' : 'team.package.taken', params }
      } catch (error) {
        // what was merged stays, and is whole
        if (error instanceof Error && error.name === 'AbortError') throw new PlainError({ key: 'team.package.stopped' }, { cause: error })
        throw error
      } finally {
        changed()
      }
    },
  }
}
