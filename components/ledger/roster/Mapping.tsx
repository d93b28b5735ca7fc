import { t } from '../../../utils/locale.ts'
import { MAPPABLE, type ImportChoice, type Layout, type RosterField } from '../../../utils/types/roster-import.ts'
import { count } from '../../shared/format.ts'

export interface MappingProps {
  tables: readonly { name: string; rows: number; head: readonly { line: number; cells: readonly string[] }[] }[]
  choice: ImportChoice
  onTable: (table: number) => void
  onHeader: (header: number) => void
  onLayout: (layout: Layout) => void
}

/** Rows under the header that are shown, so that a person sees what a column holds. */
const SAMPLES = 3
const LONGEST = 60

/** Which sheet, which row is the header, which column means what. Everything is guessed first. */
export function Mapping(props: MappingProps) {
  const { tables, choice } = props
  const { layout } = choice
  const head = tables[choice.table]?.head ?? []
  const samples = head.slice(layout.header + 1, layout.header + 1 + SAMPLES)
  const header = head[layout.header]?.cells ?? []
  const width = Math.max(header.length, ...samples.map(({ cells }) => cells.length))
  const fieldAt = new Map(Object.entries(layout.places).map(([field, at]) => [at, field]))
  const map = (at: number, field: RosterField | '') => {
    const kept = Object.entries(layout.places).filter(([known, place]) => place !== at && known !== field)
    props.onLayout({ ...layout, places: Object.fromEntries(field ? [...kept, [field, at]] : kept) })
  }
  const hasSite = layout.places.address !== undefined || layout.places.columnAddress !== undefined
  return (
    <div class="mapping">
      <div class="mapping-line">
        {tables.length > 1 && (
          <label class="label">
            {t('rosterdesk.map.sheet')}
            <select class="field" value={choice.table} onChange={(event) => props.onTable(Number(event.currentTarget.value))}>
              {tables.map((table, at) => <option key={at} value={at}>{t('rosterdesk.map.sheetRows', { name: table.name, rows: count(table.rows) })}</option>)}
            </select>
          </label>
        )}
        <label class="label">
          {t('rosterdesk.map.header')}
          <select class="field" value={layout.header} onChange={(event) => props.onHeader(Number(event.currentTarget.value))}>
            <option value={-1}>{t('rosterdesk.map.noHeader')}</option>
            {head.slice(0, 15).map(({ line, cells }, at) => <option key={line} value={at}>{t('rosterdesk.map.row', { line, text: cut(cells.filter(Boolean).join(t('common.listComma')), 40) })}</option>)}
          </select>
        </label>
        <label class="label">
          {t('rosterdesk.map.site')}
          <input class="field" value={layout.site} placeholder="www.example.gov.cn" aria-describedby="mapping-site" onChange={(event) => props.onLayout({ ...layout, site: event.currentTarget.value.trim() })} />
        </label>
        <label class="label mapping-check">
          <input type="checkbox" checked={layout.fillDown} onChange={(event) => props.onLayout({ ...layout, fillDown: event.currentTarget.checked })} />
          {t('rosterdesk.map.fillDown')}
        </label>
      </div>
      <p class="box-more" id="mapping-site">{t(hasSite ? 'rosterdesk.map.siteSays' : 'rosterdesk.map.siteNeeded')}</p>
      <div class="mapping-scroll" tabIndex={0} role="region" aria-label={t('rosterdesk.map.name')}>
        <table class="table mapping-table">
          <thead>
            <tr>
              {Array.from({ length: width }, (_, at) => (
                <th key={at} scope="col" class={fieldAt.has(at) ? 'mapping-known' : undefined}>
                  <span class="mapping-title">{cut(header[at] ?? '', LONGEST) || t('rosterdesk.map.column', { number: at + 1 })}</span>
                  <select class="field" aria-label={t('rosterdesk.map.means', { name: header[at] || t('rosterdesk.map.column', { number: at + 1 }) })} value={fieldAt.get(at) ?? ''} onChange={(event) => map(at, (MAPPABLE.find((one) => one === event.currentTarget.value) ?? ''))}>
                    <option value="">{t('rosterdesk.map.ignored')}</option>
                    {MAPPABLE.map((field) => <option key={field} value={field}>{t(`rosterdesk.field.${field}`)}</option>)}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map(({ line, cells }) => <tr key={line}>{Array.from({ length: width }, (_, at) => <td key={at}>{cut(cells[at] ?? '', LONGEST)}</td>)}</tr>)}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
