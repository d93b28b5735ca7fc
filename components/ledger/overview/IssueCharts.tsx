import { t } from '../../../utils/locale.ts'
import { NO_UNIT, type IssueFilter } from '../../../utils/types/filter.ts'
import type { Overview } from '../../../utils/types/overview.ts'
import { count } from '../../shared/format.ts'
import { kindName } from '../../shared/kinds.ts'
import { Chart } from './Chart.tsx'
import { Figure } from './Figure.tsx'

export interface IssueChartsProps {
  overview: Overview
  /** Shows the list of issues with this filter. */
  onIssues: (filter: Partial<IssueFilter>) => void
}

/** What these charts count: issues that are still to be dealt with. */
export const TO_DO = { status: ['open', 'doubtful', 'fixed'] } as const

/** So many bars are drawn; the table has all. */
const DRAWN = 10
/** Characters of a name beside a bar. */
const NAME = 13
const ROW = 30

const short = (name: string) => ([...name].length > NAME ? `${[...name].slice(0, NAME - 1).join('')}…` : name)
const barsHeight = (rows: number) => Math.max(2, Math.min(rows, DRAWN)) * ROW + 46

/** 待办问题 by type. */
export function KindChart({ overview: { kinds }, onIssues }: IssueChartsProps) {
  const top = kinds.slice(0, DRAWN)
  return (
    <Figure
      id="kinds"
      title={t('overview.kinds.title')}
      {...(kinds.length > DRAWN ? { says: t('overview.top', { count: DRAWN }) } : {})}
      columns={[{ title: t('overview.kinds.kind') }, { title: t('overview.count'), number: true }]}
      rows={kinds.map(({ kind, count: n }) => ({ key: kind, cells: [kindName(kind), count(n)], open: () => onIssues({ ...TO_DO, kind: [kind] }) }))}
    >
      {kinds.length === 0 ? <p class="box-more">{t('overview.noIssues')}</p> : (
        <Chart
          kind="bars" height={barsHeight(top.length)} labels={top.map(({ kind }) => short(kindName(kind)))} series={[{ name: 'open', values: top.map((one) => one.count) }]}
          titleOf={(_, at) => `${kindName(top[at]?.kind ?? '')} ${count(top[at]?.count ?? 0)}`}
          onOpen={(_, at) => top[at] && onIssues({ ...TO_DO, kind: [top[at].kind] })}
        />
      )}
    </Figure>
  )
}

/** 待办问题 by unit, those overdue apart. */
export function UnitChart({ overview: { units }, onIssues }: IssueChartsProps) {
  const top = units.slice(0, DRAWN)
  const nameOf = (unit: Overview['units'][number] | undefined) => (unit?.unitId === NO_UNIT ? t('common.unitUnknown') : (unit?.name ?? ''))
  return (
    <Figure
      id="units"
      title={t('overview.units.title')}
      {...(units.length > DRAWN ? { says: t('overview.top', { count: DRAWN }) } : {})}
      columns={[{ title: t('overview.units.unit') }, { title: t('overview.count'), number: true }, { title: t('overview.units.overdue'), number: true }]}
      rows={units.map((unit) => ({ key: unit.unitId, cells: [nameOf(unit), count(unit.count), count(unit.overdue)], open: () => onIssues({ ...TO_DO, unit: [unit.unitId] }) }))}
    >
      {units.length === 0 ? <p class="box-more">{t('overview.noIssues')}</p> : (
        <>
          <Legend names={[['overdue', t('overview.units.overdue')], ['open', t('overview.units.open')]]} />
          <Chart
            kind="bars" height={barsHeight(top.length)} labels={top.map((unit) => short(nameOf(unit)))}
            series={[{ name: 'overdue', values: top.map((one) => one.overdue) }, { name: 'open', values: top.map((one) => one.count - one.overdue) }]}
            titleOf={(series, at) => `${nameOf(top[at])} ${t(series === 0 ? 'overview.units.overdue' : 'overview.units.open')} ${count(series === 0 ? (top[at]?.overdue ?? 0) : (top[at]?.count ?? 0) - (top[at]?.overdue ?? 0))}`}
            onOpen={(series, at) => top[at] && onIssues({ unit: [top[at].unitId], ...(series === 0 ? { due: ['overdue'] } : TO_DO) })}
          />
        </>
      )}
    </Figure>
  )
}

/** Found and closed by week, and what was still to do at each week's end. */
export function WeekChart({ overview: { weeks }, onIssues }: IssueChartsProps) {
  const labels = weeks.map(({ from }) => from.slice(5))
  const none = weeks.every(({ found, closed, standing }) => found + closed + standing === 0)
  return (
    <Figure
      id="weeks"
      title={t('overview.weeks.title')}
      columns={[{ title: t('overview.weeks.week') }, ...(['found', 'closed', 'standing'] as const).map((one) => ({ title: t(`overview.weeks.${one}`), number: true }))]}
      rows={[...weeks].reverse().map(({ week, from, to, found, closed, standing }) => ({
        key: week, cells: [`${week} ${from.slice(5)}—${to.slice(5)}`, count(found), count(closed), count(standing)], open: found > 0 ? () => onIssues({ week: [week] }) : undefined,
      }))}
    >
      {none ? <p class="box-more">{t('overview.noWeeks', { weeks: weeks.length })}</p> : (
        <>
          <Legend names={[['found', t('overview.weeks.found')], ['closed', t('overview.weeks.closed')]]} />
          <Chart
            kind="columns" height={190} labels={labels} series={[{ name: 'found', values: weeks.map((one) => one.found) }, { name: 'closed', values: weeks.map((one) => one.closed) }]}
            titleOf={(series, at) => `${weeks[at]?.week ?? ''} ${t(series === 0 ? 'overview.weeks.found' : 'overview.weeks.closed')} ${count((series === 0 ? weeks[at]?.found : weeks[at]?.closed) ?? 0)}`}
            onOpen={(series, at) => series === 0 && weeks[at] && onIssues({ week: [weeks[at].week] })}
          />
          <Legend names={[['standing', t('overview.weeks.standing')]]} />
          <Chart
            kind="line" height={130} labels={labels} series={[{ name: 'standing', values: weeks.map((one) => one.standing) }]}
            titleOf={(_, at) => `${weeks[at]?.week ?? ''} ${t('overview.weeks.standing')} ${count(weeks[at]?.standing ?? 0)}`}
          />
        </>
      )}
    </Figure>
  )
}

function Legend({ names }: { names: readonly (readonly [string, string])[] }) {
  return <p class="legend" aria-hidden="true">{names.map(([mark, name]) => <span key={mark}><span class={`figure-mark mark-${mark}`} />{name}</span>)}</p>
}
