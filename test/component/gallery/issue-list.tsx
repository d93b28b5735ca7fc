import { useMemo, useState } from 'preact/hooks'
import { IssueList, type IssueListProps } from '../../../components/ledger/issues/IssueList.tsx'
import { NOTHING_CHOSEN, type Chosen } from '../../../components/ledger/issues/selection.ts'
import { arrange } from '../../../utils/ledger/arrange.ts'
import { countsOf } from '../../../utils/ledger/choices.ts'
import { createColumns, putDigests } from '../../../utils/ledger/columns.ts'
import { digestOf } from '../../../utils/ledger/digest.ts'
import { countMatching, select } from '../../../utils/ledger/select.ts'
import { builtInViews, DEFAULT_COLUMNS, WHOLE_LEDGER, type ColumnSetting, type ListView, type SavedView } from '../../../utils/types/issue-list.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import { LONG_TITLE, TODAY, UNITS } from '../samples.ts'
import { tell } from './show.tsx'

interface ListProps extends Partial<Pick<IssueListProps, 'problem' | 'loading'>> {
  issues: readonly Issue[]
  view?: Partial<ListView>
  /** How many are ticked. */
  ticked?: number
}

/** The list over made-up issues, with the ledger's own selection behind it. */
export function List(props: ListProps) {
  const [view, setView] = useState<ListView>({ ...WHOLE_LEDGER, ...props.view })
  const [chosen, setChosen] = useState<Chosen>(() => ({ ...NOTHING_CHOSEN, current: props.issues[2]?.id ?? null, ids: new Set(props.issues.slice(0, props.ticked ?? 0).map(({ id }) => id)) }))
  const [columns, setColumns] = useState<readonly ColumnSetting[]>(DEFAULT_COLUMNS)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const all = useMemo(() => {
    const all = createColumns()
    putDigests(all, props.issues.map(digestOf))
    return all
  }, [props.issues])
  const selection = useMemo(() => select(all, view.filter, TODAY), [all, view.filter])
  const saved: SavedView = { ...WHOLE_LEDGER, id: 'kept', name: LONG_TITLE.slice(0, 24), filter: { text: '', unit: ['u1'] } }
  return (
    <IssueList
      rows={arrange(all, selection, view, TODAY, collapsed)}
      view={view}
      counts={props.loading ? null : countsOf(all, view.filter, selection)}
      views={[
        ...builtInViews('2026-W47').map((one) => ({ ...one, count: countMatching(all, one.view.filter, TODAY), saved: null })),
        { id: saved.id, view: saved, count: 3, saved },
      ]}
      chosenView={props.view ? null : 'all'}
      columns={columns}
      chosen={chosen}
      today={TODAY}
      indicatorName={() => null}
      bulk={{
        statuses: [{ status: 'fixed', may: 3, not: { numbers: [3, 5], count: 2 } }, { status: 'closed', may: 0, not: { numbers: [], count: 5 } }, { status: 'open', may: 1, not: { numbers: [1, 2, 3, 4, 6], count: 9 } }],
        units: UNITS, busy: false, onStatus: tell('status'), onFields: tell('fields'), onMerge: tell('merge'), onDelete: tell('delete'),
      }}
      loading={props.loading ?? false}
      problem={props.problem ?? null}
      onRetry={tell('retry')}
      onView={setView}
      onSaveView={tell('save')}
      onRenameView={tell('rename')}
      onRemoveView={tell('remove')}
      onColumns={setColumns}
      onChosen={setChosen}
      onToggleGroup={(key) => setCollapsed(new Set(collapsed.has(key) ? [...collapsed].filter((one) => one !== key) : [...collapsed, key]))}
      onOpen={tell('open')}
      onEdit={tell('edit')}
      onStatus={tell('status')}
    />
  )
}
