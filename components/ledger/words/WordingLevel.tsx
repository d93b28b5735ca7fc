import { t } from '../../../utils/locale.ts'

/** 严谨 / 均衡 / 全面 of the language model, or rules alone. */
const WORDING_LEVELS = ['strict', 'balanced', 'full', 'rules'] as const

export type WordingLevelName = (typeof WORDING_LEVELS)[number]

export interface WordingLevelProps {
  level: WordingLevelName
  /** Sentences wrongly flagged in 10,000 characters of clean official prose, by level. */
  measured: Record<Exclude<WordingLevelName, 'rules'>, number>
  onLevel: (level: WordingLevelName) => void
}

/** How bold the wording check is; each choice says how often it was wrong when it was measured. */
export function WordingLevel(props: WordingLevelProps) {
  return (
    <section aria-labelledby="set-wording">
      <h2 id="set-wording">{t('ledger.wording.title')}</h2>
      <p>{t('ledger.wording.says')}</p>
      <fieldset class="choices">
        <legend class="sr-only">{t('ledger.wording.title')}</legend>
        {WORDING_LEVELS.map((level) => (
          <label key={level} class="choice">
            <input type="radio" name="wording" value={level} checked={props.level === level} onChange={() => props.onLevel(level)} />
            <b>{t(`ledger.wording.${level}.name`)}</b>
            <span>{t(`ledger.wording.${level}.says`, { alarms: level === 'rules' ? 0 : props.measured[level] })}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
