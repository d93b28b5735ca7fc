import enEvidence from '../../assets/locales/en/evidence.json' with { type: 'json' }
import enExport from '../../assets/locales/en/export.json' with { type: 'json' }
import enIndicators from '../../assets/locales/en/indicators.json' with { type: 'json' }
import enIssue from '../../assets/locales/en/issue.json' with { type: 'json' }
import enIssuelist from '../../assets/locales/en/issuelist.json' with { type: 'json' }
import enLedger from '../../assets/locales/en/ledger.json' with { type: 'json' }
import enLists from '../../assets/locales/en/lists.json' with { type: 'json' }
import enReminder from '../../assets/locales/en/reminder.json' with { type: 'json' }
import enRoster from '../../assets/locales/en/roster.json' with { type: 'json' }
import enOverview from '../../assets/locales/en/overview.json' with { type: 'json' }
import enReadinglog from '../../assets/locales/en/readinglog.json' with { type: 'json' }
import enRounds from '../../assets/locales/en/rounds.json' with { type: 'json' }
import enRosterdesk from '../../assets/locales/en/rosterdesk.json' with { type: 'json' }
import enSelfcheck from '../../assets/locales/en/selfcheck.json' with { type: 'json' }
import enStorage from '../../assets/locales/en/storage.json' with { type: 'json' }
import enTeam from '../../assets/locales/en/team.json' with { type: 'json' }
import enMarkup from '../../assets/locales/en/markup.json' with { type: 'json' }
import enUnit from '../../assets/locales/en/unit.json' with { type: 'json' }
import enWords from '../../assets/locales/en/words.json' with { type: 'json' }
import zhEvidence from '../../assets/locales/zh-CN/evidence.json' with { type: 'json' }
import zhExport from '../../assets/locales/zh-CN/export.json' with { type: 'json' }
import zhIndicators from '../../assets/locales/zh-CN/indicators.json' with { type: 'json' }
import zhIssue from '../../assets/locales/zh-CN/issue.json' with { type: 'json' }
import zhIssuelist from '../../assets/locales/zh-CN/issuelist.json' with { type: 'json' }
import zhLedger from '../../assets/locales/zh-CN/ledger.json' with { type: 'json' }
import zhLists from '../../assets/locales/zh-CN/lists.json' with { type: 'json' }
import zhReminder from '../../assets/locales/zh-CN/reminder.json' with { type: 'json' }
import zhRoster from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import zhOverview from '../../assets/locales/zh-CN/overview.json' with { type: 'json' }
import zhReadinglog from '../../assets/locales/zh-CN/readinglog.json' with { type: 'json' }
import zhRounds from '../../assets/locales/zh-CN/rounds.json' with { type: 'json' }
import zhRosterdesk from '../../assets/locales/zh-CN/rosterdesk.json' with { type: 'json' }
import zhSelfcheck from '../../assets/locales/zh-CN/selfcheck.json' with { type: 'json' }
import zhStorage from '../../assets/locales/zh-CN/storage.json' with { type: 'json' }
import zhTeam from '../../assets/locales/zh-CN/team.json' with { type: 'json' }
import zhMarkup from '../../assets/locales/zh-CN/markup.json' with { type: 'json' }
import zhUnit from '../../assets/locales/zh-CN/unit.json' with { type: 'json' }
import zhWords from '../../assets/locales/zh-CN/words.json' with { type: 'json' }
import { TEXTS as POPUP } from '../popup/texts.ts'

/** What the ledger page says. */
export const TEXTS = {
  'zh-CN': {
    ...POPUP['zh-CN'],
    ledger: zhLedger,
    issuelist: zhIssuelist,
    issue: zhIssue,
    lists: zhLists,
    evidence: zhEvidence,
    export: zhExport,
    roster: zhRoster,
    rosterdesk: zhRosterdesk,
    reminder: zhReminder,
    indicators: zhIndicators,
    selfcheck: zhSelfcheck,
    markup: zhMarkup,
    storage: zhStorage,
    team: zhTeam,
    unit: zhUnit, words: zhWords,
    overview: zhOverview,
    readinglog: zhReadinglog,
    rounds: zhRounds,
  },
  en: {
    ...POPUP.en,
    ledger: enLedger,
    issuelist: enIssuelist,
    issue: enIssue,
    lists: enLists,
    evidence: enEvidence,
    export: enExport,
    roster: enRoster,
    rosterdesk: enRosterdesk,
    reminder: enReminder,
    indicators: enIndicators,
    selfcheck: enSelfcheck,
    markup: enMarkup,
    storage: enStorage,
    team: enTeam,
    unit: enUnit, words: enWords,
    overview: enOverview,
    readinglog: enReadinglog,
    rounds: enRounds,
  },
}
