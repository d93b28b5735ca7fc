import MEASURED from '../../../assets/model/measured.json' with { type: 'json' }
import { hostOf } from '../../address.ts'
import { ask } from '../../browser/transport.ts'
import { NATIONAL_DEADLINES } from '../../checks/deadlines.ts'
import { report } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { live } from '../../ledger/live.ts'
import { changeSetting, readSettings, type Settings } from '../../ledger/settings.ts'
import type { Severity } from '../../types/finding.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Ignore } from '../../types/record.ts'
import type { ColumnClass } from '../../types/roster.ts'
import { languageOf } from '../language.ts'

type Tell<T> = (value: T) => void

/** What the ledger page sees of settings and changes in them. `wordingChanged`: pages that are open must be checked again. */
export function settingsDesk(db: LedgerDb, wordingChanged: () => void) {
  const watch = <T>(query: () => Promise<T>) => (tell: Tell<T>) => live(query, tell, report)
  const set = async <K extends keyof Settings>(name: K, change: (value: Settings[K]) => Settings[K]): Promise<Phrase> => {
    await changeSetting(db, name, change)
    return { key: 'app.saved' }
  }
  return {
    /** False alarms of each level as measured when the model was built. */
    wordingMeasured: MEASURED.falseAlarmsPer10k,
    ignores: watch(async (): Promise<Ignore[]> => (await db.ignores.toArray()).reverse()),
    settings: watch(() => readSettings(db)),
    language: watch(() => languageOf(db)),
    setLanguage: async (language: string): Promise<null> => {
      await changeSetting(db, 'language', () => language)
      return null
    },
    setReader: (name: string) => set('reader', () => name),
    setWordingLevel: async (level: Settings['wordingLevel']) => {
      const says = await set('wordingLevel', () => level)
      wordingChanged()
      return says
    },
    setLinkHours: (hours: Settings['linkHours']) => set('linkHours', () => hours),
    setLinksInPrivate: (on: boolean) => set('linksInPrivate', () => on),
    /** Host names as typed or pasted from an address bar; what is no host is left out. */
    setListedHosts: (typed: string[]) => set('listedHosts', () => [...new Set(typed.map((one) => hostOf(/^https?:/i.test(one) ? one : `http://${one}`)).filter((host) => host.includes('.')))]),
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
