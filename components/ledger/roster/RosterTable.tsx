import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { ColumnClass, Unit } from '../../../utils/types/roster.ts'
import { count } from '../../shared/format.ts'
import { RowEditor, type Saved } from './RowEditor.tsx'
import type { RosterKind, RosterRow } from './rows.ts'

export interface RosterTableProps {
  kind: RosterKind
  /** The rows of this page. */
  rows: readonly RosterRow[]
  units: readonly Unit[]
  classDays: Record<ColumnClass, number | null>
  ticked: ReadonlySet<string>
  /** Id of the row being edited, `new` for one that is being added. */
  editing: string | null
  onTick: (id: string, on: boolean) => void
  onTickAll: (on: boolean) => void
  onEdit: (id: string | null) => void
  onSave: (saved: Saved) => void
  onRemove: (id: string) => void
  /** One page on or back. */
  onPage: (step: number) => void
}

const COLUMNS: Record<RosterKind, readonly string[]> = {
  units: ['name', 'aliases', 'sites', 'columns'],
  sites: ['name', 'prefix', 'code', 'unit'],
  columns: ['name', 'prefix', 'unit', 'class', 'days', 'exemption'],
}

/** One page of units, sites or columns. A name opens its row for editing; ↑↓ go through the names, Space ticks, Delete removes. */
export function RosterTable(props: RosterTableProps) {
  const { kind, rows, ticked, editing } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const edited = useRef<string | null>(null)
  useLayoutEffect(() => {
    // back to where one was, after saving or leaving
    if (editing === null && edited.current !== null) nameOf(body.current, edited.current)?.focus()
    edited.current = editing
  }, [editing])
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).closest('tr')?.dataset['id']
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return
    const at = rows.findIndex((one) => one.row.id === id)
    const go = (to: number) => nameOf(body.current, rows[to]?.row.id ?? '')?.focus()
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageDown: () => props.onPage(1),
      PageUp: () => props.onPage(-1),
      Delete: () => props.onRemove(id),
      ' ': () => props.onTick(id, !ticked.has(id)),
    }
    const act = (event.target as HTMLElement).matches('input') && event.key === ' ' ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const columns = COLUMNS[kind]
  const editor = (of: RosterRow | null) => (
    <td colSpan={columns.length + 1}>
      <RowEditor kind={kind} of={of} units={props.units} classDays={props.classDays} onSave={props.onSave} onCancel={() => props.onEdit(null)} />
    </td>
  )
  return (
    <table class={`table roster-table roster-${kind}`}>
      <caption class="sr-only">{t(`rosterdesk.kind.${kind}`)}</caption>
      <thead>
        <tr>
          <th scope="col" class="roster-tick">
            <input type="checkbox" aria-label={t('rosterdesk.tickPage')} checked={rows.length > 0 && rows.every((one) => ticked.has(one.row.id))} onChange={(event) => props.onTickAll(event.currentTarget.checked)} />
          </th>
          {columns.map((column) => <th key={column} scope="col" class={/^(?:sites|columns)$/.test(column) ? 'table-number' : `roster-${column}`}>{t(`rosterdesk.column.${column}`)}</th>)}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {editing === 'new' && <tr>{editor(null)}</tr>}
        {rows.map((of) =>
          of.row.id === editing ? (
            <tr key={of.row.id}>{editor(of)}</tr>
          ) : (
            <tr key={of.row.id} data-id={of.row.id} class={ticked.has(of.row.id) ? 'roster-ticked' : undefined}>
              <td class="roster-tick">
                <input type="checkbox" aria-label={t('rosterdesk.tick', { name: of.row.name })} checked={ticked.has(of.row.id)} onChange={(event) => props.onTick(of.row.id, event.currentTarget.checked)} />
              </td>
              <th scope="row">
                <button type="button" class="button button-plain table-open" title={t('rosterdesk.edit.title')} onClick={() => props.onEdit(of.row.id)}>{of.row.name}</button>
              </th>
              <Cells of={of} classDays={props.classDays} />
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

function Cells({ of, classDays }: { of: RosterRow; classDays: Record<ColumnClass, number | null> }) {
  if (of.kind === 'units') {
    return (
      <>
        <td>{of.row.aliases.join(t('common.listComma'))}</td>
        <td class="table-number">{count(of.sites)}</td>
        <td class="table-number">{count(of.columns)}</td>
      </>
    )
  }
  const unit = <td>{of.unit || <span class="roster-none">{t('rosterdesk.noUnit')}</span>}</td>
  const address = <td class="roster-prefix">{of.row.prefix}</td>
  if (of.kind === 'sites') return <>{address}<td>{of.row.siteIdCode ?? ''}</td>{unit}</>
  const { class: one, deadlineDays, exemption } = of.row
  const days = deadlineDays ?? classDays[one]
  return (
    <>
      {address}
      {unit}
      <td>{t(`common.class.${one}`)}</td>
      <td class={deadlineDays === null ? 'roster-none' : undefined}>{exemption || days === null ? '—' : t('rosterdesk.days', { days })}</td>
      <td>{exemption ?? ''}</td>
    </>
  )
}

function nameOf(body: HTMLElement | null, id: string): HTMLElement | null {
  const row = [...(body?.querySelectorAll<HTMLElement>('tr[data-id]') ?? [])].find((one) => one.dataset['id'] === id)
  return row?.querySelector<HTMLElement>('.table-open') ?? null
}
