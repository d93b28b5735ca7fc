import { t } from '../../../utils/locale.ts'
import type { ServerScope } from '../../../utils/types/team-server.ts'

export interface ScopeFieldsProps {
  /** Units to choose from; where there are none, all come. */
  units: readonly { id: string; name: string }[]
  scope: ServerScope
  onScope: (scope: ServerScope) => void
}

/** How much of the team comes to this PC: issues of all units or of some, pictures along or when someone looks. */
export function ScopeFields({ units, scope: { unitIds, pictures }, onScope }: ScopeFieldsProps) {
  const some = unitIds !== null
  const toggle = (id: string | null, on: boolean) => onScope({ unitIds: on ? [...(unitIds ?? []), id] : (unitIds ?? []).filter((one) => one !== id), pictures })
  const known = [...units, ...(unitIds ?? []).flatMap((id) => (id === null || units.some((unit) => unit.id === id) ? [] : [{ id, name: t('common.unitUnknown') }]))]
  return (
    <>
      {(some || known.length > 0) && (
        <fieldset class="server-scope">
          <legend>{t('team.server.units.title')}</legend>
          <label><input type="radio" name="team-units" checked={!some} onChange={() => onScope({ unitIds: null, pictures })} /> {t('team.server.units.all')}</label>
          <label><input type="radio" name="team-units" checked={some} onChange={() => onScope({ unitIds: [null], pictures })} /> {t('team.server.units.some')}</label>
          {some && (
            <div class="server-units">
              <label><input type="checkbox" checked={unitIds.includes(null)} onChange={(event) => toggle(null, event.currentTarget.checked)} /> {t('common.unitUnknown')}</label>
              {known.map(({ id, name }) => (
                <label key={id}><input type="checkbox" checked={unitIds.includes(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} /> {name}</label>
              ))}
            </div>
          )}
        </fieldset>
      )}
      <fieldset class="server-scope">
        <legend>{t('team.server.pictures.title')}</legend>
        {(['demand', 'all'] as const).map((how) => (
          <label key={how}><input type="radio" name="team-pictures" checked={pictures === how} onChange={() => onScope({ unitIds, pictures: how })} /> {t(`team.server.pictures.${how}`)}</label>
        ))}
      </fieldset>
    </>
  )
}
