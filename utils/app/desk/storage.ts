import { storageEstimate } from '../../browser/estimate.ts'
import { askToPersist, forgetOwnPages, isPersisted } from '../../browser/save.ts'
import { phraseOf } from '../../errors.ts'
import { firstFound } from '../../ledger/found.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { changeSetting, readSettings } from '../../ledger/settings.ts'
import { spaceLevel, spaceUse, type Estimate, type SpaceLevel, type SpaceUse } from '../../ledger/space.ts'
import { watchTrouble } from '../../ledger/trouble.ts'
import { forgetVerdictsBefore } from '../../ledger/verdicts.ts'
import { dayInShanghai } from '../../lists/week.ts'
import type { Tell } from '../../types/live.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import { replaceLedger } from '../ledger-loss.ts'
import { lossKeeper } from '../loss-keeper.ts'
import { oldBefore } from '../space.ts'
import { watchSpace } from '../watch-space.ts'

/** Link verdicts older than this are offered for clearing. */
const OLD_DAYS = 30
const LATER_DAYS = 7

/** Why the ledger does not open, in words. */
type Trouble = { kind: 'blocked' | 'outdated' } | { kind: 'broken'; says: Phrase; detail: string }

/** What 存储与备份 shows. */
export interface StorageState {
  estimate: Estimate | null
  level: SpaceLevel
  use: SpaceUse[]
  persisted: boolean
  /** Link verdicts that may be cleared, and how old they are in days. */
  old: { count: number; days: number }
}

/** Room on the disk, and the end of everything. `changed`: what open pages are told by. */
export function storageDesk({ db, now, changed }: Pick<Ledger, 'db' | 'now'> & { changed: () => void }) {
  return {
    storage: watch(async (): Promise<StorageState> => {
      const [use, count] = await Promise.all([spaceUse(db), db.verdicts.where('checkedAt').below(oldBefore(now(), OLD_DAYS)).count()])
      const [estimate, persisted] = await Promise.all([storageEstimate(), isPersisted()])
      return { estimate, level: spaceLevel(estimate), use, persisted, old: { count, days: OLD_DAYS } }
    }),
    /** Why the ledger does not open; null once it does. */
    trouble: (tell: Tell<Trouble | null>) => {
      watchTrouble(db, (trouble) => {
        if (trouble.kind === 'none') tell(null)
        else if (trouble.kind !== 'failed') tell({ kind: trouble.kind })
        else {
          const says = phraseOf(trouble.error)
          const ours = says.key !== 'app.error.unexpected' && says.key !== 'app.error.ledger-refused'
          tell({ kind: 'broken', says: ours ? says : { key: 'storage.broken.refused' }, detail: ours ? '' : String(says.params?.['detail'] ?? '') })
        }
      })
      return () => undefined
    },
    /** For the line above every view. */
    space: watchSpace,
    /** Days since the last backup where it is time for one: −1 where there was none; null where nothing is to be said. */
    backupDue: watch(async (): Promise<{ days: number } | null> => {
      const { backupDays, backedUpAt, backupQuietUntil } = await readSettings(db)
      const today = dayInShanghai(now().toISOString())
      const first = await firstFound(db)
      if (backupDays === null || first === null || backupQuietUntil > today) return null
      // Who has just begun has nothing to lose yet.
      const days = daysFrom(backedUpAt || first, now())
      return days < backupDays ? null : { days: backedUpAt ? days : -1 }
    }),
    backupLater: async (): Promise<null> => {
      const day: Day = dayInShanghai(new Date(now().getTime() + LATER_DAYS * 86_400_000).toISOString())
      await changeSetting(db, 'backupQuietUntil', () => day)
      return null
    },
    setBackupDays: async (days: number | null): Promise<Phrase> => {
      await changeSetting(db, 'backupDays', () => days)
      return { key: 'app.saved' }
    },
    /** Called straight from a click: Firefox asks the person. */
    keepStorage: async (): Promise<Phrase> => {
      const kept = await askToPersist()
      // So that what is shown is asked anew.
      await changeSetting(db, 'tidiedOn', (day) => day)
      return { key: kept ? 'storage.keep.done' : 'storage.keep.refused' }
    },
    /** Asked by itself, once, when the ledger is looked at and something is in it: the background, which records, may not ask. */
    persistOnce: async (): Promise<void> => {
      if ((await readSettings(db)).persistAsked || (await db.issues.limit(1).count()) === 0) return
      await changeSetting(db, 'persistAsked', () => true)
      await askToPersist()
    },
    thinVerdicts: async (): Promise<Phrase> => {
      const count = await forgetVerdictsBefore(db, oldBefore(now(), OLD_DAYS))
      return { key: 'storage.thin.done', params: { count } }
    },
    /** 删除全部数据: in one transaction; open pages, the toolbar and the list of sites follow. */
    deleteEverything: async (): Promise<Phrase> => {
      await replaceLedger(lossKeeper({ db, now }), () => db.transaction('rw', db.tables, async () => {
        await Promise.all(db.tables.map((table) => table.clear()))
      }))
      forgetOwnPages()
      changed()
      return { key: 'storage.wipe.done' }
    },
  }
}

function daysFrom(instant: string, now: Date): number {
  return Math.floor((Date.parse(dayInShanghai(now.toISOString())) - Date.parse(dayInShanghai(instant))) / 86_400_000)
}
