import { t } from '../../../utils/locale.ts'

export interface DeadlineQuestionProps {
  /** How many open issues would get another deadline. */
  moves: number
  /** How many have one that a person set. */
  byHand: number
  onMove: () => void
  onLeave: () => void
}

/** After deadlines or holidays were changed: shall open issues follow? Nothing is moved unasked, and nothing is asked where none would move. */
export function DeadlineQuestion({ moves, byHand, onMove, onLeave }: DeadlineQuestionProps) {
  return (
    <div role="status">
      {moves > 0 && (
        <section class="question" aria-labelledby="move-title">
          <h2 id="move-title">{t('reminder.move.title')}</h2>
          <p>{t('reminder.move.says', { count: moves })}</p>
          {byHand > 0 && <p>{t('reminder.move.byHand', { count: byHand })}</p>}
          <div class="actions">
            <button type="button" class="button button-main" onClick={onMove}>{t('reminder.move.yes', { count: moves })}</button>
            <button type="button" class="button" onClick={onLeave}>{t('reminder.move.no')}</button>
          </div>
        </section>
      )}
    </div>
  )
}
