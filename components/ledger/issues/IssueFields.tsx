import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { minuteOf } from '../../shared/format.ts'
import { kindName } from '../../shared/kinds.ts'
import { DueLabel } from './DueLabel.tsx'
import { fieldName } from './values.ts'

export interface IssueFieldsProps {
  issue: Issue
  today: Day
  /** The working day after today. */
  nextWorkday?: Day
  /** Name of the issue's indicator; its id is shown without it. */
  indicatorName?: string | null
}

/** All that an issue says, the empty fields left out. */
export function IssueFields(props: IssueFieldsProps) {
  const { issue } = props
  const { reply } = issue
  return (
    <>
      <dl class="fields">
        <Field name="description">{issue.description}</Field>
        <Field name="quote">{issue.quote}</Field>
        <Field name="suggestion">{issue.suggestion}</Field>
        <Field name="context">{issue.context}</Field>
        <Field name="basis">{issue.basis}</Field>
        <Field name="check">{kindName(issue.check)}</Field>
        <Field name="indicator">{props.indicatorName ?? issue.indicator}</Field>
        <Field name="unitName">{issue.unitName || t('common.unitUnknown')}</Field>
        <Field name="siteName">{issue.siteName}</Field>
        <Field name="siteIdCode">{issue.siteIdCode}</Field>
        <Field name="columnName">{issue.columnName}</Field>
        <Field name="pageTitle">{issue.pageTitle}</Field>
        <Field name="url">{issue.url}</Field>
        <Field name="parentUrl">{issue.parentUrl}</Field>
        <Field name="onHome">{t(issue.onHome ? 'ledger.onHome.yes' : 'ledger.onHome.no')}</Field>
        <Field name="publishedOn">{issue.publishedOn}</Field>
        <Field name="foundAt">{minuteOf(issue.foundAt)}</Field>
        <Field name="foundBy">{issue.foundBy}</Field>
        <Field name="deadline"><DueLabel issue={issue} today={props.today} nextWorkday={props.nextWorkday} /></Field>
        {issue.rebounds > 0 && <Field name="rebounds">{t('issue.rebounds', { count: issue.rebounds })}</Field>}
        <Field name="note">{issue.note}</Field>
      </dl>
      <section class="box" aria-labelledby="reply-title">
        <h3 id="reply-title">{t('issue.reply.title')}</h3>
        {reply ? (
          <dl class="fields fields-plain">
            <Field name="reply.state">{reply.state && t(`issue.reply.state.${reply.state}`)}</Field>
            <Field name="reply.measures">{reply.measures}</Field>
            <Field name="reply.fixedOn">{reply.fixedOn}</Field>
            <Field name="reply.person">{reply.person}</Field>
          </dl>
        ) : (
          <p class="quiet">{t('issue.reply.none')}</p>
        )}
      </section>
    </>
  )
}

function Field(props: { name: string; children: ComponentChildren }) {
  if (props.children === '' || props.children === null) return null
  return (
    <div class="fields-one">
      <dt>{fieldName(props.name)}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
