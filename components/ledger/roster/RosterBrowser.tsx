import { useMemo, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { COLUMN_CLASSES, type Column, type ColumnClass, type Roster } from '../../../utils/types/roster.ts'
import { count } from '../../shared/format.ts'
import { BulkBar, type Belongings } from './BulkBar.tsx'
import { RosterTable } from './RosterTable.tsx'
import type { Saved } from './RowEditor.tsx'
import { indexRoster, NONE, NO_ROSTER_FILTER, ROSTER_KINDS, rowsOf, type RosterFilter, type RosterKind } from './rows.ts'

/** Rows drawn at a time. */
export const PAGE = 100

export interface RosterBrowserProps {
  roster: Roster
  classDays: Record<ColumnClass, number | null>
  belongings: (unitIds: readonly string[]) => Promise<Belongings>
  /** Resolves true when it was saved: then the row closes. */
  onSave: (saved: Saved) => Promise<boolean>
  onSet: (kind: RosterKind, ids: readonly string[], change: Partial<Pick<Column, 'unitId' | 'class' | 'deadlineDays'>>) => void
  onMerge: (ids: readonly string[], intoId: string) => void
  onRemove: (kind: RosterKind, ids: readonly string[]) => void
  onUndo: () => void
}

/** Units, sites and columns: searched, filtered, ticked, edited where they stand. `/` searches, N adds, Ctrl+Z takes back. */
export function RosterBrowser(props: RosterBrowserProps) {
  const { roster } = props
  const [kind, setKind] = useState<RosterKind>('units')
  const [filter, setFilter] = useState<RosterFilter>(NO_ROSTER_FILTER)
  const [page, setPage] = useState(0)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [removing, setRemoving] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const index = useMemo(() => indexRoster(roster), [roster])
  const rows = useMemo(() => rowsOf(index, kind, filter), [index, kind, filter])
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const at = Math.min(page, pages - 1)
  const shown = rows.slice(at * PAGE, (at + 1) * PAGE)
  const known = useMemo(() => new Set(index[kind].map(({ of }) => of.row.id)), [index, kind])
  const ids = [...ticked].filter((id) => known.has(id))

  const tick = (next: Iterable<string>, remove = false) => {
    setTicked(new Set(next))
    setRemoving(remove)
  }
  const show = (next: RosterKind) => {
    setKind(next)
    setPage(0)
    setEditing(null)
    setFilter({ ...NO_ROSTER_FILTER, text: filter.text })
    tick([])
  }
  const narrow = (change: Partial<RosterFilter>) => {
    setFilter({ ...filter, ...change })
    setPage(0)
  }
  const turn = (step: number) => setPage(Math.max(0, Math.min(pages - 1, at + step)))
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).matches('input:not([type=checkbox]),select,textarea')
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !typing) props.onUndo()
    else if (typing || event.ctrlKey || event.metaKey || event.altKey) return
    else if (event.key === '/') search.current?.focus()
    else if (event.key === 'n' || event.key === 'N') setEditing('new')
    else return
    event.preventDefault()
  }
  return (
    <section class="roster-browser" aria-label={t('rosterdesk.kinds')} onKeyDown={onKeyDown}>
      <div class="roster-tools">
        <div class="roster-kinds">
          {ROSTER_KINDS.map((one) => (
            <button key={one} type="button" class="section-tab" aria-current={one === kind ? 'page' : undefined} onClick={() => show(one)}>
              {t(`rosterdesk.kind.${one}`)} <span class="roster-count">{count(index[one].length)}</span>
            </button>
          ))}
        </div>
        <input ref={search} type="search" class="field roster-search" aria-label={t('rosterdesk.search')} placeholder={t('rosterdesk.search')} value={filter.text} onInput={(event) => narrow({ text: event.currentTarget.value })} />
        {kind !== 'units' && (
          <select class="field" aria-label={t('rosterdesk.filter.unit')} value={filter.unitId} onChange={(event) => narrow({ unitId: event.currentTarget.value })}>
            <option value="">{t('rosterdesk.filter.allUnits')}</option>
            <option value={NONE}>{t('rosterdesk.noUnit')}</option>
            {index.units.map(({ of }) => <option key={of.row.id} value={of.row.id}>{of.row.name}</option>)}
          </select>
        )}
        {kind === 'columns' && (
          <select class="field" aria-label={t('rosterdesk.filter.class')} value={filter.class} onChange={(event) => narrow({ class: event.currentTarget.value })}>
            <option value="">{t('rosterdesk.filter.allClasses')}</option>
            {COLUMN_CLASSES.map((one) => <option key={one} value={one}>{t(`common.class.${one}`)}</option>)}
          </select>
        )}
        <button type="button" class="button" onClick={() => setEditing('new')}>{t(`rosterdesk.add.${kind}`)}</button>
      </div>
      <datalist id="roster-units">{roster.units.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      {ids.length > 0 && (
        <BulkBar
          kind={kind} ids={ids} units={roster.units} removing={removing} belongings={props.belongings}
          onSet={(change) => props.onSet(kind, ids, change)}
          onMerge={(into) => { props.onMerge(ids, into); tick([]) }}
          onRemove={() => { props.onRemove(kind, ids); tick([]) }}
          onClear={() => tick([])}
        />
      )}
      <RosterTable
        kind={kind} rows={shown} units={roster.units} classDays={props.classDays} ticked={ticked} editing={editing}
        onTick={(id, on) => tick(on ? [...ids, id] : ids.filter((one) => one !== id))}
        onTickAll={(on) => tick(on ? [...ids, ...shown.map((one) => one.row.id)] : [])}
        onEdit={setEditing}
        onSave={(saved) => void props.onSave(saved).then((done) => done && setEditing(null))}
        onRemove={(id) => tick(ids.includes(id) ? ids : [...ids, id], true)}
        onPage={turn}
      />
      <p class="roster-pages" role="status">
        {rows.length === 0 ? t(index[kind].length === 0 ? `rosterdesk.none.${kind}` : 'rosterdesk.nothing') : t('rosterdesk.showing', { from: count(at * PAGE + 1), to: count(at * PAGE + shown.length), all: count(rows.length) })}
        {pages > 1 && (
          <>
            <button type="button" class="button button-small" disabled={at === 0} onClick={() => turn(-1)}>{t('rosterdesk.before')}</button>
            <button type="button" class="button button-small" disabled={at === pages - 1} onClick={() => turn(1)}>{t('rosterdesk.next')}</button>
          </>
        )}
      </p>
      <p class="box-more">{t('rosterdesk.keys')}</p>
    </section>
  )
}
