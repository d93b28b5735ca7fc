import { t } from '../../../utils/locale.ts'
import { Switch } from '../../shared/Switch.tsx'

/** Hours for which a verdict is believed. */
export interface LinkHours {
  alive: number
  other: number
}

export interface LinkSettingsProps {
  hours: LinkHours
  onHours: (hours: LinkHours) => void
  inPrivate: boolean
  onPrivate: (on: boolean) => void
  /** Hosts that need no leave-site prompt. */
  listed: readonly string[]
  onListed: (hosts: string[]) => void
}

/** 链接检查: how long results are kept, private windows, and hosts that need no leave-site prompt. */
export function LinkSettings(props: LinkSettingsProps) {
  const { hours, onHours } = props
  return (
    <>
      <section aria-labelledby="set-link-hours">
        <h2 id="set-link-hours">{t('ledger.links.hours')}</h2>
        <p>{t('ledger.links.hoursSays')}</p>
        <div class="days">
          <Hours label={t('ledger.links.alive')} value={hours.alive} onValue={(alive) => onHours({ ...hours, alive })} />
          <Hours label={t('ledger.links.other')} value={hours.other} onValue={(other) => onHours({ ...hours, other })} />
        </div>
      </section>
      <section aria-labelledby="set-link-private">
        <h2 id="set-link-private">{t('ledger.links.private')}</h2>
        <p>{t('ledger.links.privateSays')}</p>
        <Switch label={t('ledger.links.privateSwitch')} on={props.inPrivate} onToggle={props.onPrivate} />
      </section>
      <section aria-labelledby="set-link-listed">
        <h2 id="set-link-listed">{t('ledger.links.listed')}</h2>
        <p id="set-link-listed-says">{t('ledger.links.listedSays')}</p>
        <textarea
          key={props.listed.join('\n')}
          class="field"
          rows={5}
          cols={48}
          aria-labelledby="set-link-listed"
          aria-describedby="set-link-listed-says"
          placeholder="www.12371.cn"
          defaultValue={props.listed.join('\n')}
          onChange={(event) => props.onListed(event.currentTarget.value.split(/[\s,，、;；]+/).filter(Boolean))}
        />
      </section>
    </>
  )
}

function Hours(props: { label: string; value: number; onValue: (hours: number) => void }) {
  const change = (event: { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget
    // what is no number of hours goes back to what it was
    if (!input.validity.valid || input.value === '') input.value = String(props.value)
    else props.onValue(Number(input.value))
  }
  return (
    <label class="days-one">
      <span>{props.label}</span>
      <input key={props.value} class="field" type="number" min={0} max={720} step={1} defaultValue={String(props.value)} onChange={change} />
      <span>{t('ledger.links.hoursUnit')}</span>
    </label>
  )
}
