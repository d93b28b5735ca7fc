import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { COLUMN_CLASSES, type Column, type Unit } from '../../../utils/types/roster.ts'
import { count } from '../../shared/format.ts'
import type { RosterKind } from './rows.ts'

/** What belongs to units. */
export interface Belongings {
  sites: number
  columns: number
  accounts: number
  issues: number
}

export interface BulkBarProps {
  kind: RosterKind
  ids: readonly string[]
  units: readonly Unit[]
  /** True: ask at once whether to remove. */
  removing: boolean
  belongings: (unitIds: readonly string[]) => Promise<Belongings>
  onSet: (change: Partial<Pick<Column, 'unitId' | 'class' | 'deadlineDays'>>) => void
  onMerge: (intoId: string) => void
  onRemove: () => void
  onClear: () => void
}

/** What can be done with all ticked rows at once. Removing and merging first say what belongs to them. */
export function BulkBar(props: BulkBarProps) {
  const { kind, ids, units } = props
  const [asking, setAsking] = useState<'remove' | 'merge' | null>(props.removing ? 'remove' : null)
  const [belongs, setBelongs] = useState<Belongings | null>(null)
  const [into, setInto] = useState(ids[0] ?? '')
  useLayoutEffect(() => setAsking(props.removing ? 'remove' : null), [props.removing])
  useEffect(() => {
    let over = false
    setBelongs(null)
    if (kind === 'units' && asking) void props.belongings(asking === 'merge' ? ids.filter((id) => id !== into) : ids).then((told) => !over && setBelongs(told), () => undefined)
    return () => {
      over = true
    }
  }, [kind, asking, into, ids.join()])
  const chosen = units.filter(({ id }) => ids.includes(id))
  useEffect(() => {
    if (!ids.includes(into)) setInto(ids[0] ?? '')
  }, [ids.join()])
  return (
    <div class="box bulk" role="group" aria-label={t('rosterdesk.bulk.name')}>
      <b>{t('rosterdesk.bulk.ticked', { count: count(ids.length) })}</b>
      {kind !== 'units' && (
        <label class="label">
          {t('rosterdesk.bulk.unit')}
          <select class="field" value="" onChange={(event) => { const { value } = event.currentTarget; if (value) props.onSet({ unitId: value === '-' ? null : value }) }}>
            <option value="">{t('rosterdesk.bulk.choose')}</option>
            <option value="-">{t('rosterdesk.noUnit')}</option>
            {units.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      )}
      {kind === 'columns' && (
        <label class="label">
          {t('rosterdesk.bulk.class')}
          <select class="field" value="" onChange={(event) => { const one = COLUMN_CLASSES.find((one) => one === event.currentTarget.value); if (one) props.onSet({ class: one }) }}>
            <option value="">{t('rosterdesk.bulk.choose')}</option>
            {COLUMN_CLASSES.map((one) => <option key={one} value={one}>{t(`common.class.${one}`)}</option>)}
          </select>
        </label>
      )}
      {kind === 'units' && ids.length > 1 && <button type="button" class="button" aria-expanded={asking === 'merge'} onClick={() => setAsking('merge')}>{t('rosterdesk.bulk.merge')}</button>}
      <button type="button" class="button button-danger" aria-expanded={asking === 'remove'} onClick={() => setAsking('remove')}>{t('rosterdesk.bulk.remove')}</button>
      <button type="button" class="button" onClick={props.onClear}>{t('rosterdesk.bulk.clear')}</button>
      {asking === 'merge' && ids.length > 1 && (
        <div class="bulk-ask">
          <label class="label">
            {t('rosterdesk.bulk.into')}
            <select class="field" value={into} onChange={(event) => setInto(event.currentTarget.value)}>
              {chosen.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </label>
          <p role="status">{belongs ? t('rosterdesk.bulk.mergeSays', told(belongs)) : t('rosterdesk.bulk.counting')}</p>
          <button type="button" class="button button-main" disabled={!belongs} onClick={() => props.onMerge(into)}>{t('rosterdesk.bulk.doMerge')}</button>
          <button type="button" class="button" onClick={() => setAsking(null)}>{t('common.cancel')}</button>
        </div>
      )}
      {asking === 'remove' && (
        <div class="bulk-ask">
          <p role="status">{kind !== 'units' ? t(`rosterdesk.bulk.removes.${kind}`, { count: count(ids.length) }) : belongs ? t('rosterdesk.bulk.removes.units', { count: count(ids.length), ...told(belongs) }) : t('rosterdesk.bulk.counting')}</p>
          <button type="button" class="button button-danger" disabled={kind === 'units' && !belongs} onClick={props.onRemove}>{t('rosterdesk.bulk.doRemove')}</button>
          <button type="button" class="button" onClick={() => setAsking(null)}>{t('common.cancel')}</button>
        </div>
      )}
    </div>
  )
}

function told({ sites, columns, accounts, issues }: Belongings) {
  return { sites: count(sites), columns: count(columns), accounts: count(accounts), issues: count(issues) }
}
