import { t } from '../../../utils/locale.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { UnitSheet } from '../../../utils/types/unit.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { rateWords } from './rate.ts'
import { PressingIssues, type PressingIssuesProps } from './PressingIssues.tsx'
import { Sparkline } from './Sparkline.tsx'
import { UnitAccounts, UnitColumns } from './UnitTables.tsx'

export interface UnitSheetViewProps extends Omit<PressingIssuesProps, 'issues'> {
  /** Null while it is read. */
  found: { sheet: UnitSheet | null } | null
  today: Day
  onBack: () => void
  onIssues: (unitId: string) => void
  onOpenPage: (url: string) => void
}

const REPLIES = ['fixed', 'working', 'cannot', 'disputed', 'without', 'none'] as const

/** One unit: where its issues stand, its weeks, its columns and accounts, its answers. */
export function UnitSheetView(props: UnitSheetViewProps) {
  if (props.found === null) return <p class="quiet issue-wait" role="status">{t('unit.counting')}</p>
  const { sheet } = props.found
  if (!sheet) {
    return (
      <EmptyState title={t('unit.gone')}>
        <button type="button" class="button" onClick={props.onBack}>{t('unit.back')}</button>
      </EmptyState>
    )
  }
  const { line, trend } = sheet
  const { unit } = line
  const figures = [
    ['open', count(line.open)],
    ['overdue', count(line.overdue)],
    ['fixed', count(line.fixed)],
    ['closed', count(line.closed)],
    ['rate', rateWords(trend)],
  ] as const
  return (
    <article class="sheet unit" aria-label={unit.name}>
      <header class="unit-head">
        <button type="button" class="button" onClick={props.onBack}>{t('unit.back')}</button>
        <h2>{unit.name}</h2>
        {unit.aliases.length > 0 && <span class="quiet">{unit.aliases.join(t('common.listComma'))}</span>}
        <span class="detail-space" />
        <button type="button" class="button button-main" onClick={() => props.onIssues(unit.id)}>{t('unit.allIssues')}</button>
      </header>
      <dl class="unit-figures">
        {figures.map(([name, value]) => (
          <div key={name} class={`unit-figure ${name === 'overdue' && line.overdue > 0 ? 'due-overdue' : ''}`}>
            <dt>{t(`unit.column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section class="box" aria-labelledby="unit-trend">
        <h3 id="unit-trend">{t('unit.trend.title', { weeks: trend.weeks.length })}</h3>
        <Sparkline weeks={trend.weeks} />
        <div class="table-scroll" tabIndex={0} role="group" aria-labelledby="unit-trend">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t('unit.trend.week')}</th>
                {trend.weeks.map(({ from }) => <th key={from} scope="col" class="table-number">{from.slice(5)}</th>)}
              </tr>
            </thead>
            <tbody>
              {(['found', 'mended'] as const).map((one) => (
                <tr key={one}>
                  <th scope="row">{t(`unit.trend.${one}`)}</th>
                  {trend.weeks.map((week) => <td key={week.from} class="table-number">{count(week[one])}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="box" aria-labelledby="unit-replies">
        <h3 id="unit-replies">{t('unit.replies.title')}</h3>
        <dl class="unit-figures">
          {REPLIES.map((one) => (
            <div key={one} class="unit-figure">
              <dt>{one === 'without' || one === 'none' ? t(`unit.replies.${one}`) : t(`issue.reply.state.${one}`)}</dt>
              <dd>{count(sheet.replies[one])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <PressingIssues issues={sheet.pressing} today={props.today} nextWorkday={props.nextWorkday} onOpenIssue={props.onOpenIssue} />
      <UnitColumns columns={sheet.columns} onOpenPage={props.onOpenPage} />
      <UnitAccounts accounts={sheet.accounts} />
    </article>
  )
}
