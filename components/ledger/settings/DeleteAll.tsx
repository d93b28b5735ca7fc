import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface DeleteAllProps {
  onBackup: () => void
  onDelete: () => void
}

/** 删除全部数据, behind a word that has to be typed. */
export function DeleteAll(props: DeleteAllProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const word = t('storage.wipe.word')
  const meant = typed?.trim() === word
  return (
    <section class="wipe" aria-labelledby="set-wipe">
      <h2 id="set-wipe">{t('storage.wipe.title')}</h2>
      <p>{t('storage.wipe.says')}</p>
      {typed === null ? (
        <div class="actions">
          <button type="button" class="button button-danger" onClick={() => setTyped('')}>{t('storage.wipe.begin')}</button>
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (!meant) return
            setTyped(null)
            props.onDelete()
          }}
          onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
        >
          <label class="label">
            {t('storage.wipe.type', { word })}
            <input class="field" autocomplete="off" value={typed} ref={(input) => input?.focus()} onInput={(event) => setTyped(event.currentTarget.value)} />
          </label>
          <div class="actions">
            <button type="button" class="button" onClick={props.onBackup}>{t('storage.wipe.backup')}</button>
            <button type="submit" class="button button-danger" disabled={!meant}>{t('storage.wipe.do')}</button>
            <button type="button" class="button" onClick={() => setTyped(null)}>{t('storage.wipe.leave')}</button>
          </div>
        </form>
      )}
    </section>
  )
}
