import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface AddSiteProps {
  /** Called straight from the click, because the browser asks the person then. */
  onAdd: (address: string) => void
}

/** A site beyond .gov.cn, by its address. */
export function AddSite(props: AddSiteProps) {
  const [typed, setTyped] = useState('')
  return (
    <section aria-labelledby="set-add-site">
      <h2 id="set-add-site">{t('ledger.settings.site.add')}</h2>
      <p>{t('ledger.settings.site.says')}</p>
      <form
        class="setting-line"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === '') return
          props.onAdd(typed)
          setTyped('')
        }}
      >
        <input class="field" aria-label={t('ledger.settings.site.label')} placeholder={t('ledger.settings.site.label')} value={typed} maxLength={300} onInput={(event) => setTyped(event.currentTarget.value)} />
        <button type="submit" class="button" disabled={typed.trim() === ''}>{t('ledger.settings.site.do')}</button>
      </form>
    </section>
  )
}
