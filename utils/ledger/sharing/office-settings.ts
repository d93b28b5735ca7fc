import type { Settings } from '../settings.ts'
import { later, map, texts, type CellRule, type ListRule } from './rules.ts'

const profiles: ListRule = { rule: 'list', field: 'value', by: ({ name }: { name: string }) => name }

/**
 * Which settings are the office's and travel, and which belong to one person or one machine. Whoever adds a setting decides here.
 * Sites that are switched on stay, because each browser has to be allowed to read them.
 */
const OFFICE: Record<keyof Settings, CellRule | 'own'> = {
  workingDays: map('value'),
  ownDays: map('value'),
  columnDays: map('value'),
  letterDays: later('value'),
  vetoLimits: map('value'),
  wordingLevel: later('value'),
  rulesOff: texts('value'),
  rulesOn: texts('value'),
  ignoredPhrases: texts('value'),
  rosterLayouts: map('value'),
  listedHosts: texts('value'),
  csvProfiles: profiles,
  csvProfile: later('value'),
  exportContent: map('value'),
  noticeTemplate: later('value'),
  bulletin: map('value'),
  linkHours: map('value'),
  shotStrip: later('value'),
  reader: 'own',
  sitesOn: 'own',
  sitesOff: 'own',
  remindersOn: 'own',
  seenOn: 'own',
  ownWordsAt: 'own',
  logPaused: 'own',
  backedUpAt: 'own',
  backupDays: 'own',
  backupQuietUntil: 'own',
  persistAsked: 'own',
  tidiedOn: 'own',
  linksInPrivate: 'own',
  language: 'own',
  issueViews: 'own',
  issueColumns: 'own',
}

/** How an office setting is merged; null for one that does not travel, and for rows that are no settings. */
export function officeRule(name: string): CellRule | null {
  const rule = (OFFICE as Record<string, CellRule | 'own' | undefined>)[name]
  return rule === undefined || rule === 'own' ? null : rule
}
