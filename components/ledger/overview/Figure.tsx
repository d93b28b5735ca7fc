import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'

/** One column of a chart's table. */
export interface FigureColumn {
  title: string
  number?: boolean
}

export interface FigureProps {
  id: string
  title: string
  says?: string
  columns: readonly FigureColumn[]
  /** The first cell of a row is its name; with `open` it leads there. */
  rows: readonly { key: string; cells: readonly string[]; open?: (() => void) | undefined }[]
  /** True: the table stands beside the chart as its legend; else it is folded under it. */
  beside?: boolean
  /** Colours of a legend, by row. */
  marks?: readonly string[]
  children: ComponentChildren
}

/** A chart with its table: for screen readers, for the keyboard, and to be copied. */
export function Figure(props: FigureProps) {
  const table = <FigureTable {...props} />
  return (
    <section class={props.beside ? 'figure figure-beside' : 'figure'} aria-labelledby={`figure-${props.id}`}>
      <h2 id={`figure-${props.id}`}>{props.title}</h2>
      {props.says && <p class="box-more">{props.says}</p>}
      <div class="figure-body">
        {props.children}
        {props.beside ? table : <details class="figure-table"><summary>{t('overview.table')}</summary>{table}</details>}
      </div>
    </section>
  )
}

function FigureTable({ id, columns, rows, marks }: FigureProps) {
  return (
    <table class="table" aria-labelledby={`figure-${id}`}>
      <thead>
        <tr>{columns.map(({ title, number }) => <th key={title} scope="col" class={number ? 'table-number' : undefined}>{title}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name = '', ...values], open }, n) => (
          <tr key={key}>
            <th scope="row">
              {marks && <span class={`figure-mark mark-${marks[n]}`} aria-hidden="true" />}
              {open ? <button type="button" class="button button-plain table-open" aria-label={t('overview.show', { name })} onClick={open}>{name}</button> : name}
            </th>
            {values.map((value, at) => <td key={at} class={columns[at + 1]?.number ? 'table-number' : undefined}>{value}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
