import MEASURED from '../../../assets/model/measured.json' with { type: 'json' }
import { hostOf } from '../../address.ts'
import { addressOf } from '../../address.ts'
import { ask } from '../../browser/transport.ts'
import { absences } from '../../browser/abilities.ts'
import { askToRead, mayCaptureAnywhere, mayRead, namedPermissions, type PermissionState } from '../../browser/permissions.ts'
import { version } from '../../browser/runtime.ts'
import { NATIONAL_DEADLINES } from '../../checks/deadlines.ts'
import { vetoLimits, type VetoLimits } from '../../checks/summary.ts'
import { PlainError } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { watch } from '../../ledger/live.ts'
import { changeSetting, readSettings, type Settings } from '../../ledger/settings.ts'
import type { Severity } from '../../types/finding.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Ignore } from '../../types/record.ts'
import type { ColumnClass } from '../../types/roster.ts'
import { languageOf } from '../language.ts'

/** What the ledger page sees of settings and changes in them. `changed`: pages that are open must be checked again. */
export function settingsDesk(db: LedgerDb, changed: () => void) {
  const set = async <K extends keyof Settings>(name: K, change: (value: Settings[K]) => Settings[K]): Promise<Phrase> => {
    await changeSetting(db, name, change)
    return { key: 'app.saved' }
  }
  /** A change by which pages that are open are checked again. */
  const checked = async (change: Promise<Phrase>): Promise<Phrase> => {
    const says = await change
    changed()
    return says
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
    setWordingLevel: (level: Settings['wordingLevel']) => checked(set('wordingLevel', () => level)),
    setLinkHours: (hours: Settings['linkHours']) => set('linkHours', () => hours),
    setLinksInPrivate: (on: boolean) => set('linksInPrivate', () => on),
    /** Host names as typed or pasted from an address bar; what is no host is left out. */
    setListedHosts: (typed: string[]) => set('listedHosts', () => [...new Set(typed.map((one) => hostOf(/^https?:/i.test(one) ? one : `http://${one}`)).filter((host) => host.includes('.')))]),
    setShotStrip: (on: boolean) => set('shotStrip', () => on),
    setLetterDays: (days: number) => checked(set('letterDays', () => days)),
    setColumnDays: (name: ColumnClass, days: number | null) => checked(set('columnDays', (old) => ({ ...old, [name]: days }))),
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
    /** Called straight from a click: only then may the browser ask. @throws PlainError for what is no address, and where the person said no */
    addSite: async (typed: string): Promise<Phrase> => {
      const host = hostTyped(typed)
      if (host === null) throw new PlainError({ key: 'ledger.settings.site.bad' })
      if (!(await askToRead(host))) throw new PlainError({ key: 'app.error.no-permission' })
      await ask('site.switch', { url: `https://${host}/`, on: true })
      return { key: 'ledger.settings.site.added', params: { host } }
    },
    vetoLimits: (settings: Settings): VetoLimits => vetoLimits(settings.vetoLimits),
    setVetoLimit: (indicator: string, limit: { warnAt: number; limit: number } | null) =>
      set('vetoLimits', ({ [indicator]: _, ...others }) => (limit ? { ...others, [indicator]: limit } : others)),
    /** What the browser lets us do now. */
    permissions: async () => {
      const [pages, capture] = (await Promise.all([mayRead('https://www.gov.cn/'), mayCaptureAnywhere()])).map((may): PermissionState => (may ? 'on' : 'off'))
      return [{ name: 'pages', state: pages! }, { name: 'capture', state: capture! }, ...(await namedPermissions())]
    },
    absences,
    version: () => version(),
    restoreIgnore: async (ignore: Ignore): Promise<null> => {
      await db.ignores.put(ignore)
      changed()
      return null
    },
    unignore: async (id: string): Promise<Phrase> => {
      await db.ignores.delete(id)
      changed()
      return { key: 'app.unignored' }
    },
  }
}

/** The host of what a person typed: an address, or a name alone; null for neither. */
function hostTyped(typed: string): string | null {
  const text = typed.trim()
  const address = addressOf(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`)
  return address && /^https?:$/.test(address.protocol) && address.hostname.includes('.') ? address.hostname : null
}
