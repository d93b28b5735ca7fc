import { useState } from 'preact/hooks'
import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { FileDrop } from '../../shared/FileDrop.tsx'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'

/** One issue's answer, ready to be taken. */
export interface ReplyRow {
  issueId: string
  number: number
  measures: string
  fixedOn: string | null
  person: string
  says: Phrase
}

export interface ReplyPreview {
  fileName: string
  lines: readonly ReplyRow[]
  blank: number
  known: number
  problems: readonly { row: number | null; says: Phrase }[]
}

export interface ReplyBoxProps {
  plan: ReplyPreview | null
  problem: Phrase | null
  reading: boolean
  onFile: (file: File) => void
  /** With the ids of the issues that were chosen. */
  onTake: (issueIds: string[]) => void
  onCancel: () => void
}

/** Problems that are drawn; a file with more is no list that one mends by hand. */
const SHOWN = 100

/** 回收: a list that a unit filled in and sent back, with a look before anything is taken. */
export function ReplyBox({ plan, problem, reading, onFile, onTake, onCancel }: ReplyBoxProps) {
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = plan?.lines.map(({ issueId }) => issueId).filter((id) => !left.includes(id)) ?? []
  return (
    <section class="box" aria-labelledby="export-reply">
      <h2 id="export-reply" class="box-title">{t('export.reply.title')}</h2>
      <FileDrop label={t('export.reply.choose')} accept=".xlsx" onFile={(file) => { setLeft([]); onFile(file) }}>
        {(choose) => (
          <>
            <p class="box-more">{t('export.reply.drop')}</p>
            <button type="button" class="button" disabled={reading} onClick={choose}>{t('export.reply.choose')}</button>
          </>
        )}
      </FileDrop>
      {reading && <p class="sheet-busy" role="status">{t('export.reply.reading')}</p>}
      {problem && <Problem says={problem} />}
      {plan && (
        <>
          <p role="status">{t('export.reply.read', { name: plan.fileName, lines: count(plan.lines.length), blank: count(plan.blank), known: count(plan.known), problems: count(plan.problems.length) })}</p>
          {plan.problems.length > 0 && (
            <ul class="lines" tabIndex={0} aria-label={t('export.reply.problems')}>
              {plan.problems.slice(0, SHOWN).map((one, at) => <li key={at}>{say(one.says)}</li>)}
              {plan.problems.length > SHOWN && <li>{t('export.reply.more', { count: count(plan.problems.length - SHOWN) })}</li>}
            </ul>
          )}
          {plan.lines.length > 0 && (
            <div class="export-table" role="region" tabIndex={0} aria-label={t('export.reply.change')}>
              <ReplyTable lines={plan.lines} left={left} onLeft={setLeft} />
            </div>
          )}
          <div class="actions">
            <button type="button" class="button button-main" disabled={chosen.length === 0} onClick={() => onTake(chosen)}>{t('export.reply.take', { count: count(chosen.length) })}</button>
            <button type="button" class="button" onClick={onCancel}>{t('common.cancel')}</button>
          </div>
        </>
      )}
    </section>
  )
}

function ReplyTable({ lines, left, onLeft }: { lines: readonly ReplyRow[]; left: readonly string[]; onLeft: (left: string[]) => void }) {
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('export.reply.change')}</th>
          <th scope="col">{t('export.reply.measures')}</th>
          <th scope="col" class="export-day">{t('export.reply.fixedOn')}</th>
          <th scope="col">{t('export.reply.person')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.issueId}>
            <th scope="row">
              <label class="choice">
                <input
                  type="checkbox"
                  checked={!left.includes(line.issueId)}
                  onChange={(event) => onLeft(event.currentTarget.checked ? left.filter((id) => id !== line.issueId) : [...left, line.issueId])}
                />
                <span>{say(line.says)}</span>
              </label>
            </th>
            <td class="export-words">{line.measures}</td>
            <td class="export-day">{line.fixedOn ?? ''}</td>
            <td>{line.person}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
