import { useEffect, useState } from 'preact/hooks'
import { IssueList } from '../../components/ledger/issues/IssueList.tsx'
import { movedTo, NOTHING_CHOSEN } from '../../components/ledger/issues/selection.ts'
import { useLive } from '../../components/shared/useLive.ts'
import { useStored } from '../../components/shared/useStored.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { BulkSaid } from '../../utils/app/desk/issue-list.ts'
import { DEFAULT_COLUMNS, WHOLE_LEDGER } from '../../utils/types/issue-list.ts'
import type { IssueFilter } from '../../utils/types/filter.ts'
import type { Doing } from './App.tsx'
import { OneIssue } from './OneIssue.tsx'
import { useIssueList } from './useIssueList.ts'

interface IssuesProps {
  desk: Desk
  doing: Doing
  issueId: string | null
  /** Which of its pictures is marked up, from 0. */
  mark: number | null
  /** What the address asks to be shown. */
  filter: IssueFilter | null
}

/** 问题: the list, or one issue that the address names. */
export function Issues({ desk, doing, issueId, mark, filter }: IssuesProps) {
  const list = useIssueList(desk, filter)
  const { rows, chosen, view } = list
  const [focus, setFocus] = useState<'edit' | 'status' | null>(null)
  const [busy, setBusy] = useState(false)
  const [columns, keepColumns] = useStored(useLive(desk.columns, []), desk.keepColumns)
  const units = useLive(desk.units, [])
  const asked = JSON.stringify(filter)
  useEffect(() => {
    if (filter) list.setView({ ...WHOLE_LEDGER, filter })
  }, [asked])
  const open = (id: string, at: typeof focus = null) => {
    list.setChosen(movedTo(chosen, id))
    setFocus(at)
    location.hash = `#/issues/${id}`
  }
  if (issueId !== null) {
    const ids = rows.ids()
    const at = ids.indexOf(issueId)
    return <OneIssue desk={desk} doing={doing} issueId={issueId} mark={mark} focus={focus} previous={at > 0 ? ids[at - 1] : undefined} next={at < 0 ? undefined : ids[at + 1]} onOpen={open} />
  }
  /** One change of all ticked issues; they are no longer ticked when it is done. */
  const bulk = (work: (ids: string[]) => Promise<BulkSaid>) => {
    let said: BulkSaid | null = null
    setBusy(true)
    doing(
      async () => {
        try {
          said = await work([...chosen.ids])
          list.setChosen({ ...NOTHING_CHOSEN, current: chosen.current })
          return said.says
        } finally {
          setBusy(false)
        }
      },
      async () => (await said?.undo?.()) ?? null,
    )
  }
  return (
    <IssueList
      {...list}
      columns={columns ?? DEFAULT_COLUMNS}
      indicatorName={desk.indicatorName}
      bulk={{
        statuses: list.statuses,
        units: units ?? [],
        busy,
        onStatus: (status, reason) => bulk((ids) => desk.setStatusOfMany(ids, status, reason)),
        onFields: (fields) => bulk((ids) => desk.editMany(ids, fields)),
        onMerge: () => bulk(desk.mergeMany),
        onDelete: () => bulk(desk.deleteMany),
        more: [{ id: 'recheck', label: { key: 'recheck.these' }, onRun: () => { desk.recheckThese([...chosen.ids]); location.hash = '#/recheck' } }],
      }}
      onRetry={desk.retryFeed}
      onView={list.setView}
      onSaveView={(name) => doing(() => desk.saveView(name, view))}
      onRenameView={(id, name) => doing(() => desk.renameView(id, name))}
      onRemoveView={(saved) => doing(() => desk.removeView(saved), () => desk.restoreView(saved))}
      onColumns={(next) => doing(() => keepColumns(next).then(() => null))}
      onChosen={list.setChosen}
      onToggleGroup={list.toggleGroup}
      onOpen={(id) => open(id)}
      onEdit={(id) => open(id, 'edit')}
      onStatus={(id) => open(id, 'status')}
    />
  )
}
