import { ulid } from 'ulid'
import { openPage } from '../../browser/tabs.ts'
import { ask } from '../../browser/transport.ts'
import { PlainError } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { countFound } from '../../ledger/found.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { readRoster } from '../../ledger/roster.ts'
import { addRound, changeRound, ownRounds, quarterRound, roundOf, roundsUntil, weekRound } from '../../ledger/rounds.ts'
import { placeOf, startRoute } from '../../ledger/routes.ts'
import { readSettings } from '../../ledger/settings.ts'
import { visitsBetween } from '../../ledger/visits.ts'
import { dayInShanghai, spanOfDays } from '../../lists/week.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import type { RoundFacts, RoundRow } from '../../types/round-facts.ts'
import type { Round } from '../../types/round.ts'
import type { RouteOrder, RouteStep } from '../../types/route.ts'
import { freshnessOfColumns } from '../freshness-figures.ts'
import { deadlinesWith, roundFacts } from '../round-facts.ts'
import { routeOrder } from '../route-order.ts'

/** What the ledger page sees of reading rounds and does with them. */
export function roundsDesk({ db, now }: Pick<Ledger, 'db' | 'now'>) {
  const today = () => dayInShanghai(now().toISOString())
  return {
    /** Ids of this week's and this quarter's round. */
    currentRounds: () => ({ week: weekRound(today()).id, quarter: quarterRound(today()).id }),
    rounds: watch(() => roundRows(db, today())),
    round: (id: string) => watch(() => factsOf(db, id, today())),
    /** Rounds that are not as they come: made, named or moved by a person; the latest first. */
    ownRounds: watch(() => ownRounds(db)),
    route: watch(() => placeOf(db)),
    /** @throws PlainError where the last day lies before the first */
    changeRound: async (id: string, change: Partial<Pick<Round, 'name' | 'from' | 'to'>>): Promise<Phrase> => {
      checkSpan(change)
      await changeRound({ db }, id, change)
      return { key: 'rounds.saved' }
    },
    addRound: async (wanted: Pick<Round, 'name' | 'from' | 'to'>): Promise<Round> => {
      checkSpan(wanted)
      return addRound({ db, newId: ulid }, wanted)
    },
    closeRound: async (id: string, closed: boolean): Promise<Phrase> => {
      await changeRound({ db }, id, { closedAt: closed ? now().toISOString() : null })
      return { key: closed ? 'rounds.closed' : 'rounds.opened' }
    },
    /** Takes away a span of one's own, or gives a week or quarter its own name and days again; what was read stays. */
    resetRound: async (round: Round): Promise<Phrase> => {
      await db.rounds.delete(round.id)
      return { key: 'rounds.reset' }
    },
    putRound: async (round: Round): Promise<null> => {
      await db.rounds.put(round)
      return null
    },
    /** Starts a route over the columns that were not read in a round yet, and opens the first. @throws PlainError where there is nothing to read */
    startRoute: async (roundId: string, order: RouteOrder): Promise<Phrase | null> => {
      const ids = await stopsOf(db, roundId, order, today())
      if (ids.length === 0) throw new PlainError({ key: 'rounds.route.nothing' })
      await startRoute(db, ids, { roundId, order, startedAt: now().toISOString() })
      return stepAndOpen('next')
    },
    routeStep: (step: RouteStep): Promise<Phrase | null> => stepAndOpen(step),
  }
}

/** From the ledger page a column opens in a tab of its own; from there on the chip leads. */
async function stepAndOpen(step: RouteStep): Promise<Phrase | null> {
  const { place, says } = await ask('route.step', { step, tabId: null })
  const moves = step !== 'pause' && step !== 'resume' && step !== 'stop'
  if (moves && !says && place.route?.stop) await openPage(place.route.stop.url)
  return says
}

async function roundRows(db: LedgerDb, today: Day): Promise<RoundRow[]> {
  const rounds = await roundsUntil(db, today)
  return Promise.all(
    rounds.map(async (round) => {
      const span = spanOfDays(round.from, round.to)
      const [visits, issues] = await Promise.all([
        db.visits.where('day').between(round.from, round.to, true, true).count(),
        countFound(db, span),
      ])
      return { round, visits, issues, current: round.from <= today && today <= round.to }
    }),
  )
}

async function factsOf(db: LedgerDb, id: string, today: Day): Promise<RoundFacts> {
  const round = (await roundOf(db, id)) ?? weekRound(today)
  const span = spanOfDays(round.from, round.to)
  const [visits, roster, settings, found, events] = await Promise.all([
    visitsBetween(db, round.from, round.to),
    readRoster(db),
    readSettings(db),
    countFound(db, span),
    db.events.where('[kind+at]').between(['status', span.from], ['status', span.to], true, false).toArray(),
  ])
  const deleted = await db.issues.where('deletedAt').above('').toArray()
  const gone = new Set(deleted.map(({ id }) => id))
  const closed = new Set(events.filter(({ issueId, changes }) => changes['status']?.[1] === 'closed' && !gone.has(issueId)).map(({ issueId }) => issueId)).size
  const lost = deleted.filter(({ foundAt }) => foundAt >= span.from && foundAt < span.to).length
  const deadlines = deadlinesWith(settings.columnDays)
  return roundFacts(round, round.from <= today && today <= round.to, { visits, roster, deadlines, found: found - lost, closed })
}

async function stopsOf(db: LedgerDb, roundId: string, order: RouteOrder, today: Day): Promise<string[]> {
  const [roster, { coverage }] = await Promise.all([readRoster(db), factsOf(db, roundId, today)])
  const unread = new Set(coverage?.unread.flatMap(({ columns }) => columns.map(({ id }) => id)))
  const due = roster.columns.filter((column) => unread.has(column.id))
  return routeOrder(due, order, roster, order === 'overdue' ? await freshnessOfColumns(db, due, today) : new Map())
}

function checkSpan({ from, to }: Partial<Pick<Round, 'from' | 'to'>>): void {
  if (from !== undefined && to !== undefined && to < from) throw new PlainError({ key: 'rounds.bad-span' })
}
