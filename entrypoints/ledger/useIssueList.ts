import { useMemo, useState } from 'preact/hooks'
import { NOTHING_CHOSEN, shownOnly, type Chosen } from '../../components/ledger/issues/selection.ts'
import type { StatusOfMany } from '../../components/ledger/issues/BulkStatus.tsx'
import type { ViewChoice } from '../../components/ledger/issues/ViewBar.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { SeenFeed } from '../../utils/app/desk/issue-list.ts'
import { arrange } from '../../utils/ledger/arrange.ts'
import { countsOf } from '../../utils/ledger/choices.ts'
import { createColumns, type Columns } from '../../utils/ledger/columns.ts'
import type { OwnRound } from '../../utils/ledger/round-facet.ts'
import { countMatching, select } from '../../utils/ledger/select.ts'
import { mayBecome } from '../../utils/ledger/transitions.ts'
import { builtInViews, WHOLE_LEDGER, type ListView, type SavedView } from '../../utils/types/issue-list.ts'
import { STATUSES } from '../../utils/types/issue.ts'
import type { IssueFilter } from '../../utils/types/filter.ts'

const NO_ISSUES: Columns = createColumns()
const NO_ROUNDS: readonly OwnRound[] = []
/** What was looked at last, for whoever comes back from another tab of the page. */
let kept: ListView = WHOLE_LEDGER

/** The list as it is looked at: which issues in which order, the counts of all choices and views, and what is ticked. */
export function useIssueList(desk: Desk, asked: IssueFilter | null) {
  const [view, setView] = useState<ListView>(() => (asked ? { ...WHOLE_LEDGER, filter: asked } : kept))
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [picked, setChosen] = useState<Chosen>(NOTHING_CHOSEN)
  kept = view
  const feed = useLive<SeenFeed>(desk.issueFeed, [])
  const saved = useLive<SavedView[]>(desk.views, [])
  const seen = feed && 'columns' in feed ? feed : null
  const columns = seen?.columns ?? NO_ISSUES
  const complete = seen?.complete ?? false
  const today = desk.today()
  const settings = useLive(desk.settings, [])
  const nextWorkday = useMemo(() => settings ? desk.nextWorkday(today, settings) : undefined, [settings, today])
  const rounds = useLive(desk.ownRounds, []) ?? NO_ROUNDS
  const around = useMemo(() => ({ nextWorkday, rounds }), [nextWorkday, rounds])
  const selection = useMemo(() => select(columns, view.filter, today, around), [feed, view.filter, today, around])
  const counts = useMemo(() => (complete ? countsOf(columns, view.filter, selection, rounds) : null), [selection])
  const rows = useMemo(() => arrange(columns, selection, view, today, collapsed), [selection, view.sort, view.group, collapsed])
  const views = useMemo((): ViewChoice[] => {
    const count = (one: ListView) => (complete ? countMatching(columns, one.filter, today, around) : null)
    const built = builtInViews(desk.thisWeek()).map((one) => ({ ...one, count: count(one.view), saved: null }))
    return [...built, ...(saved ?? []).map((one) => ({ id: one.id, view: viewOf(one), count: count(one), saved: one }))]
  }, [feed, saved, today, around])
  const chosen = useMemo(() => shownOnly(rows, picked), [rows, picked])
  const statuses = useMemo(() => statusesOfMany(columns, chosen.ids), [feed, chosen.ids])
  const at = JSON.stringify(ordered(view))
  return {
    view, setView, rows, counts, views, chosen, setChosen, statuses, today, nextWorkday,
    chosenView: views.find((one) => JSON.stringify(ordered(one.view)) === at)?.id ?? null,
    loading: feed === null,
    problem: feed && 'problem' in feed ? feed.problem : null,
    toggleGroup: (key: string) => {
      const next = new Set(collapsed)
      if (!next.delete(key)) next.add(key)
      setCollapsed(next)
    },
  }
}

function viewOf({ filter, sort, group }: SavedView): ListView {
  return { filter, sort, group }
}

/** A view whose parts stand in one order, to tell whether two are the same. */
function ordered({ filter, sort, group }: ListView): unknown {
  return [Object.entries({ ...filter, text: filter.text.trim() }).sort(([a], [b]) => (a < b ? -1 : 1)), sort.by, sort.descending, group]
}

/** Numbers that are named before a figure stands for the rest. */
const NAMED = 5

function statusesOfMany(columns: Columns, ids: ReadonlySet<string>): StatusOfMany[] {
  return STATUSES.map((status) => {
    const one: StatusOfMany & { not: { numbers: number[] } } = { status, may: 0, not: { numbers: [], count: 0 } }
    for (const id of ids) {
      const place = columns.place.get(id)
      if (place === undefined) continue
      const { status: now, number } = columns.digests[place]!
      if (mayBecome(now, status)) one.may++
      else if (one.not.count++ < NAMED) one.not.numbers.push(number)
    }
    return one
  })
}
