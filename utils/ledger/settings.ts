import type { CsvProfile } from '../lists/csv/profile.ts'
import type { LetterTemplate } from '../lists/letter/template.ts'
import { DEFAULT_CONTENT, type ExportContent } from '../types/export.ts'
import type { Severity } from '../types/finding.ts'
import type { ColumnSetting, SavedView } from '../types/issue-list.ts'
import type { ColumnClass } from '../types/roster.ts'
import { NO_OWN_DAYS, type OwnCalendar } from '../types/calendar.ts'
import type { Layout } from '../types/roster-import.ts'
import type { LedgerDb } from './db.ts'
import { DEFAULT_WORKING_DAYS } from './deadline.ts'

/** All settings with their defaults; the first minute needs none of them changed. */
export interface Settings {
  /** 检查人. */
  reader: string
  /** Hosts beyond *.gov.cn that are switched on. */
  sitesOn: string[]
  /** Hosts that are switched off. */
  sitesOff: string[]
  /** 整改时限, working days by severity; null: no deadline. */
  workingDays: Record<Severity, number | null>
  /** 节假日: days that the office adds to the State Council's calendar. */
  ownDays: OwnCalendar
  /** Whether the toolbar reminds of due issues each working morning. */
  remindersOn: boolean
  /** Day on which the ledger was last opened, Asia/Shanghai: that day needs no reminder any more; '' before the first. */
  seenOn: string
  /** Column deadlines in calendar days that differ from the national ones. */
  columnDays: Partial<Record<ColumnClass, number | null>>
  /** 严谨 / 均衡 / 全面 of the language model, or rules alone. */
  wordingLevel: 'strict' | 'balanced' | 'full' | 'rules'
  /** Rules and whole packs that are switched off, by id. */
  rulesOff: string[]
  /** Rules that are off as they come and are switched on. */
  rulesOn: string[]
  /** 忽略的词: what lies inside one of them is never told. */
  ignoredPhrases: string[]
  /** Mark of the own word list's last change, an instant; empty before the first. */
  ownWordsAt: string
  /** What a person said that the columns of a roster file mean, by the names in its header. */
  rosterLayouts: Record<string, Layout>
  /** 留言答复时限, working days. */
  letterDays: number
  /** 暂停记录: no 读网记录 and no reading is kept. */
  logPaused: boolean
  /** Instant of the newest backup, ISO 8601 UTC; '' before the first. */
  backedUpAt: string
  /** Days after which a backup is reminded of; null: never. */
  backupDays: number | null
  /** Day until which a person wants to hear nothing of it; '' for none. */
  backupQuietUntil: string
  /** The browser was asked to keep our data for good; asked once, because some ask the person. */
  persistAsked: boolean
  /** Day on which caches were thinned and lost pictures collected last. */
  tidiedOn: string
  /** 否决项限值 that differ from the national ones, by indicator id. */
  vetoLimits: Partial<Record<string, { warnAt: number; limit: number }>>
  /** How long a link's verdict is believed, in hours: one found alive, and any other. */
  linkHours: { alive: number; other: number }
  /** Links are checked in private windows too. */
  linksInPrivate: boolean
  /** Hosts that links may lead to without a leave-site prompt, besides government sites. */
  listedHosts: string[]
  /** Own profiles of the weekly CSV. */
  csvProfiles: CsvProfile[]
  /** The profile that is used, by name; '' for the agreed one. */
  csvProfile: string
  /** What a unit's folder holds. */
  exportContent: ExportContent
  /** The office's own words of the 整改通知单; null for those that come with the extension. */
  noticeTemplate: LetterTemplate | null
  /** A strip stands under pictures that are handed out. */
  shotStrip: boolean
  /** 通报: the area's name in the title, and 落款. */
  bulletin: { area: string; signer: string }
  /** BCP 47, or 'auto' for the browser's. */
  language: string
  /** Views of the list that were kept under a name, oldest first. */
  issueViews: SavedView[]
  /** Columns of the list in their order; none: as they come. */
  issueColumns: ColumnSetting[]
}

export const DEFAULTS: Settings = {
  reader: '',
  sitesOn: [],
  sitesOff: [],
  workingDays: DEFAULT_WORKING_DAYS,
  ownDays: NO_OWN_DAYS,
  remindersOn: true,
  seenOn: '',
  columnDays: {},
  wordingLevel: 'balanced',
  rulesOff: [],
  rulesOn: [],
  ignoredPhrases: [],
  ownWordsAt: '',
  rosterLayouts: {},
  letterDays: 5,
  logPaused: false,
  backedUpAt: '',
  backupDays: 14,
  backupQuietUntil: '',
  persistAsked: false,
  tidiedOn: '',
  vetoLimits: {},
  linkHours: { alive: 24, other: 1 },
  linksInPrivate: false,
  listedHosts: [],
  csvProfiles: [],
  csvProfile: '',
  exportContent: DEFAULT_CONTENT,
  noticeTemplate: null,
  shotStrip: true,
  bulletin: { area: '', signer: '' },
  language: 'auto',
  issueViews: [],
  issueColumns: [],
}

/** All settings, defaults filled in. */
export async function readSettings(db: LedgerDb): Promise<Settings> {
  const rows = await db.settings.toArray()
  return { ...DEFAULTS, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) }
}

/** Changes one setting on the value that stands, so that two windows do not undo each other. */
export async function changeSetting<K extends keyof Settings>(
  db: LedgerDb,
  name: K,
  change: (value: Settings[K]) => Settings[K],
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const value = ((await db.settings.get(name))?.value as Settings[K] | undefined) ?? DEFAULTS[name]
    await db.settings.put({ name, value: change(value) })
  })
}
