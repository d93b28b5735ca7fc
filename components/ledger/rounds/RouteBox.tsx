import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { RoundFacts } from '../../../utils/types/round-facts.ts'
import { ROUTE_ORDERS, type RoundPlace, type RouteOrder, type RouteStep } from '../../../utils/types/route.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'
import { RoutePlace } from '../../shared/RoutePlace.tsx'

export interface RouteBoxProps {
  facts: RoundFacts
  place: RoundPlace
  busy: boolean
  onStart: (order: RouteOrder) => void
  onStep: (step: RouteStep) => void
}

/** 按路线读: start one for this round, or go on with the one that is under way. */
export function RouteBox({ facts, place, busy, onStart, onStep }: RouteBoxProps) {
  const [order, setOrder] = useState<RouteOrder>('overdue')
  const left = facts.coverage ? facts.coverage.known - facts.coverage.read : 0
  return (
    <section class="check-part" aria-labelledby="round-route">
      <h2 id="round-route">{t('rounds.route.title')}</h2>
      <p class="box-more">{t('rounds.route.says')}</p>
      {place.route ? (
        <div class="box route-box">
          <RoutePlace round={{ ...place, logPaused: false }} onStep={onStep} />
          <span class="actions">
            {place.route.stop && !place.route.paused && <button type="button" class="button" onClick={() => onStep('again')}>{t('rounds.route.open')}</button>}
            <ConfirmButton label={t('rounds.route.end')} asks={t('rounds.route.endAsks')} onConfirm={() => onStep('stop')} />
          </span>
        </div>
      ) : (
        <div class="actions">
          <label class="label route-order">
            {t('rounds.route.order')}
            <select class="field" value={order} onChange={(event) => setOrder(event.currentTarget.value as RouteOrder)}>
              {ROUTE_ORDERS.map((one) => <option key={one} value={one}>{t(`rounds.route.orderBy.${one}`)}</option>)}
            </select>
          </label>
          <button type="button" class="button button-main" disabled={busy || left === 0 || !facts.current} onClick={() => onStart(order)}>{t('rounds.route.start')}</button>
          {!facts.current ? <span class="box-more">{t('rounds.route.notNow')}</span> : left === 0 && <span class="box-more">{t('rounds.route.nothing')}</span>}
        </div>
      )}
    </section>
  )
}
