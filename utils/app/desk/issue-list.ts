import { phraseOf, PlainError } from '../../errors.ts'
import { deleteMany, editMany, setStatusOfMany, undoMany, type BulkDone, type BulkEdit } from '../../ledger/bulk.ts'
import { followIssues, type IssueFeed } from '../../ledger/issue-feed.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { mergeIssues } from '../../ledger/merge.ts'
import { changeSetting, readSettings } from '../../ledger/settings.ts'
import { sayInChinese } from '../../locale.ts'
import { DEFAULT_COLUMNS, type ColumnSetting, type ListView, type SavedView } from '../../types/issue-list.ts'
import type { Status } from '../../types/issue.ts'
import type { Tell } from '../../types/live.ts'
import type { Phrase } from '../../types/phrase.ts'

/** The list's issues, or why they could not be read. */
export type SeenFeed = IssueFeed | { problem: Phrase }

/** A change of many issues: what to say, and how to take it back; null where nothing was changed. */
export interface BulkSaid {
  says: Phrase
  undo: (() => Promise<Phrase>) | null
}

/** What the list of issues sees, and does with many of them at once. */
export function issueListDesk(ledger: Ledger) {
  const { db } = ledger
  const feed = sharedFeed(ledger)
  const bulk = async (key: string, work: Promise<BulkDone>): Promise<BulkSaid> => {
    const done = await work
    return { says: saidOf(key, done), undo: done.steps.length ? async () => saidOf('undone', await undoMany(ledger, done.steps)) : null }
  }
  return {
    issueFeed: feed.follow,
    /** Reads the ledger again after a problem. */
    retryFeed: feed.retry,
    views: watch(async () => (await readSettings(db)).issueViews),
    columns: watch(async () => completedColumns((await readSettings(db)).issueColumns)),
    keepColumns: (columns: readonly ColumnSetting[]) => changeSetting(db, 'issueColumns', () => [...columns]),
    /** @throws PlainError for a name that another view has */
    saveView: async (name: string, view: ListView): Promise<Phrase> => {
      await changeSetting(db, 'issueViews', (views) => [...unnamed(views, name), { ...view, id: ledger.newId(), name }])
      return { key: 'issuelist.view.saved', params: { name } }
    },
    renameView: async (id: string, name: string): Promise<Phrase> => {
      await changeSetting(db, 'issueViews', (views) => unnamed(views, name, id).map((view) => (view.id === id ? { ...view, name } : view)))
      return { key: 'app.saved' }
    },
    removeView: async ({ id, name }: SavedView): Promise<Phrase> => {
      await changeSetting(db, 'issueViews', (views) => views.filter((view) => view.id !== id))
      return { key: 'issuelist.view.removed', params: { name } }
    },
    /** Puts a removed view back. */
    restoreView: (view: SavedView) => changeSetting(db, 'issueViews', (views) => [...views.filter(({ id }) => id !== view.id), view]).then(() => null),

    setStatusOfMany: (ids: readonly string[], status: Status, reason: string) => bulk('status', setStatusOfMany(ledger, ids, status, reason)),
    /** A unit is given by its id; its name is what the roster has now. */
    editMany: async (ids: readonly string[], edit: BulkEdit) => {
      const unit = edit.unitId ? await db.units.get(edit.unitId) : undefined
      return bulk('edited', editMany(ledger, ids, edit.unitId === undefined ? edit : { ...edit, unitName: unit?.name ?? '' }))
    },
    deleteMany: (ids: readonly string[]) => bulk('deleted', deleteMany(ledger, ids)),
    mergeMany: (ids: readonly string[]) =>
      bulk('merged', mergeIssues(ledger, ids, {
        from: (number, text) => sayInChinese({ key: 'issuelist.merged.from', params: { number, text } }),
        into: (number) => sayInChinese({ key: 'issuelist.merged.into', params: { number } }),
      })),
  }
}

/** One reading for all views of this page: begun with the first, and kept, so that coming back to the list costs nothing. */
function sharedFeed({ db }: Ledger) {
  const tellers = new Set<Tell<SeenFeed>>()
  let last: SeenFeed | null = null
  let stop: (() => void) | null = null
  const tellAll = (feed: SeenFeed) => {
    last = feed
    for (const tell of tellers) tell(feed)
  }
  const start = () => {
    stop?.()
    stop = followIssues(db, tellAll, (error) => tellAll({ problem: phraseOf(error) }))
  }
  return {
    follow: (tell: Tell<SeenFeed>) => {
      tellers.add(tell)
      if (last) tell(last)
      if (!stop) start()
      return () => void tellers.delete(tell)
    },
    retry: start,
  }
}

const NAMED = 5

function saidOf(key: string, { steps, refused }: BulkDone): Phrase {
  const changed = steps.length
  if (refused.length === 0) return { key: `issuelist.done.${key}`, params: { changed } }
  const numbers = refused.slice(0, NAMED).map(({ number }) => number).join('、')
  return { key: `issuelist.done.${key}-refused`, params: { changed, refused: refused.length, numbers } }
}

/** Columns that came with a newer program stand at the end, hidden. */
export function completedColumns(kept: readonly ColumnSetting[]): readonly ColumnSetting[] {
  if (kept.length === 0) return DEFAULT_COLUMNS
  const known = kept.filter(({ column }) => DEFAULT_COLUMNS.some((one) => one.column === column))
  return [...known, ...DEFAULT_COLUMNS.filter(({ column }) => !known.some((one) => one.column === column)).map((one) => ({ ...one, shown: false }))]
}

function unnamed(views: SavedView[], name: string, but?: string): SavedView[] {
  if (views.some((view) => view.name === name && view.id !== but)) throw new PlainError({ key: 'issuelist.view.taken', params: { name } })
  return views
}
