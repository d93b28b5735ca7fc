import { newId } from '../new-id.ts'
import INDICATORS from '../../../assets/indicators.json' with { type: 'json' }
import { askToCaptureAnywhere, mayCaptureAnywhere, onPermissionsChange } from '../../browser/permissions.ts'
import { ask } from '../../browser/transport.ts'
import { PlainError, report } from '../../errors.ts'
import { LedgerDb } from '../../ledger/db.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { readSettings } from '../../ledger/settings.ts'
import { dayInShanghai, weekName, weekOf } from '../../lists/week.ts'
import type { CaptureKind } from '../../types/capture.ts'
import type { Tell } from '../../types/live.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import { accountDesk } from './accounts.ts'
import { deadlineDesk } from './deadlines.ts'
import { backupDesk } from './backup.ts'
import { overviewDesk } from './overview.ts'
import { readingLogDesk } from './reading-log.ts'
import { issueListDesk } from './issue-list.ts'
import { evidenceDesk } from './evidence.ts'
import { exportDesk } from './exports/index.ts'
import { issuesDesk } from './issues.ts'
import { lossDesk } from './loss.ts'
import { recheckDesk } from './recheck.ts'
import { rosterDesk } from './roster.ts'
import { roundsDesk } from './rounds.ts'
import { savedDesk } from './saved.ts'
import { selfCheckDesk } from './self-check.ts'
import { shotsDesk } from './shots.ts'
import { shotTextDesk } from './shot-text.ts'
import { settingsDesk } from './settings.ts'
import { storageDesk } from './storage.ts'
import { packageDesk } from './team-package.ts'
import { teamDesk } from './team.ts'
import { unitDesk } from './units.ts'
import { wordsDesk } from './words.ts'
import { createTeamServer } from '../team-server.ts'

export type { RosterPlan, RosterSource } from './roster.ts'

export type Desk = ReturnType<typeof createDesk>

/**
 * What the ledger page can see (live) and do: one part a view. Each action answers with the sentence to show, or throws.
 */
export function createDesk() {
  const db = new LedgerDb()
  const now = () => new Date()
  // Open pages follow by themselves; where the background cannot be reached, they do when they are next read.
  const checkAgain = () => void ask('pages.refresh', null).catch(report)
  const ledger: Ledger = { db, now, newId, reader: async () => (await readSettings(db)).reader }
  const list = issueListDesk(ledger)
  const server = createTeamServer(ledger)
  return {
    ...issuesDesk(ledger),
    ...shotsDesk(ledger, server.fetchFiles),
    ...shotTextDesk(ledger),
    ...evidenceDesk(ledger, server.fetchFiles),
    ...list,
    ...recheckDesk(ledger),
    ...settingsDesk(db, checkAgain),
    ...deadlineDesk({ ...ledger, changed: checkAgain }),
    ...unitDesk({ db, now, feed: list.issueFeed }),
    ...rosterDesk(ledger, checkAgain),
    ...wordsDesk({ db, now, changed: checkAgain }),
    ...selfCheckDesk({ db, now }),
    ...accountDesk({ db, now }),
    ...roundsDesk({ db, now }),
    ...readingLogDesk(ledger),
    ...overviewDesk({ db, now, feed: list.issueFeed }),
    ...storageDesk({ db, now, changed: checkAgain }),
    ...lossDesk({ db, now }),
    ...savedDesk(),
    ...backupDesk({ db, now, changed: checkAgain }),
    ...exportDesk(ledger, server.fetchFiles),
    ...teamDesk(ledger),
    server,
    ...packageDesk(ledger, checkAgain, server.fetchFiles),
    /** A 检查指标 by its id, in the words of the rule; null for none. */
    indicatorName: (id: string | null) => INDICATORS.indicators.find((indicator) => indicator.id === id)?.name ?? null,
    today: (): Day => dayInShanghai(now().toISOString()),
    thisWeek: () => weekName(weekOf(now().toISOString())),
    units: watch(() => db.units.orderBy('name').toArray()),
    captureAllowed: (tell: Tell<boolean>) => {
      const look = () => void mayCaptureAnywhere().then(tell, report)
      onPermissionsChange(look)
      look()
      return () => undefined
    },

    /** Called straight from a click: only then may the browser ask. */
    allowCapture: async (issueId: string | null): Promise<Phrase> => {
      if (!(await askToCaptureAnywhere())) throw new PlainError({ key: 'app.error.capture-refused' })
      if (issueId) await ask('shot.retake', { issueId, kind: 'visible' })
      return { key: 'app.shot-allowed' }
    },
    retake: async (issueId: string, kind: CaptureKind): Promise<null> => ask('shot.retake', { issueId, kind }),
  }
}
