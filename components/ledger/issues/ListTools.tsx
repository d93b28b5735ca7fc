import { t } from '../../../utils/locale.ts'
import { GROUPINGS, LIST_COLUMNS, type ColumnSetting, type Grouping, type ListColumn, type ListView } from '../../../utils/types/issue-list.ts'
import { count } from '../../shared/format.ts'
import { ColumnChooser } from './ColumnChooser.tsx'

export interface ListToolsProps {
  view: ListView
  matching: number
  total: number
  columns: readonly ColumnSetting[]
  onView: (view: ListView) => void
  onColumns: (columns: readonly ColumnSetting[]) => void
  onHelp: () => void
}

/** How many are shown, in which order and groups, with which columns. */
export function ListTools(props: ListToolsProps) {
  const { view } = props
  return (
    <div class="tools">
      <span class="tools-count" role="status">{t('ledger.filter.showing', { matching: count(props.matching), total: count(props.total) })}</span>
      <label class="tools-choice">
        {t('issuelist.sort')}
        <select class="field" value={view.sort.by} onChange={(event) => props.onView({ ...view, sort: { ...view.sort, by: event.currentTarget.value as ListColumn } })}>
          {LIST_COLUMNS.map((column) => <option key={column} value={column}>{t(`issuelist.column.${column}`)}</option>)}
        </select>
      </label>
      <button
        type="button"
        class="button button-small"
        aria-label={t(view.sort.descending ? 'issuelist.descending' : 'issuelist.ascending')}
        title={t(view.sort.descending ? 'issuelist.descending' : 'issuelist.ascending')}
        onClick={() => props.onView({ ...view, sort: { ...view.sort, descending: !view.sort.descending } })}
      >
        {view.sort.descending ? '↓' : '↑'}
      </button>
      <label class="tools-choice">
        {t('issuelist.group')}
        <select class="field" value={view.group ?? ''} onChange={(event) => props.onView({ ...view, group: (event.currentTarget.value || null) as Grouping | null })}>
          <option value="">{t('issuelist.noGroup')}</option>
          {GROUPINGS.map((group) => <option key={group} value={group}>{t(`issuelist.grouping.${group}`)}</option>)}
        </select>
      </label>
      <ColumnChooser columns={props.columns} onColumns={props.onColumns} />
      <button type="button" class="button button-small button-plain" aria-keyshortcuts="?" onClick={props.onHelp}>{t('ledger.keys.title')}</button>
    </div>
  )
}
