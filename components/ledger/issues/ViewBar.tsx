import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { ListView, SavedView } from '../../../utils/types/issue-list.ts'
import { count } from '../../shared/format.ts'

export interface ViewChoice {
  /** Plain name for the built-in ones, ULID for kept ones. */
  id: string
  view: ListView
  /** Issues that it shows; null while they are being counted. */
  count: number | null
  /** Null for the built-in ones, which go by their id. */
  saved: SavedView | null
}

export interface ViewBarProps {
  views: readonly ViewChoice[]
  /** Which one is shown as it was kept; null for none. */
  chosen: string | null
  onChoose: (view: ListView) => void
  onSave: (name: string) => void
  onRename: (id: string, name: string) => void
  onRemove: (view: SavedView) => void
}

/** Views that come with the list and views that were kept, each with its count; what is looked at can be kept under a name. */
export function ViewBar(props: ViewBarProps) {
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const saved = props.views.find(({ id }) => id === props.chosen)?.saved ?? null
  const close = () => setNaming(null)
  return (
    <div class="views" role="group" aria-label={t('issuelist.view.name')}>
      {props.views.map(({ id, view, count: number, saved: kept }) => (
        <button key={id} type="button" class="view-choice" aria-pressed={id === props.chosen} title={kept?.name} onClick={() => props.onChoose(view)}>
          <span class="view-label">{kept?.name ?? t(`issuelist.view.built.${id}`)}</span>
          {number !== null && <span class="filter-count">{count(number)}</span>}
        </button>
      ))}
      {naming ? (
        <NameForm
          key={naming}
          name={naming === 'rename' ? saved?.name ?? '' : ''}
          onCancel={close}
          onName={(name) => {
            close()
            if (naming === 'save') props.onSave(name)
            else if (saved && name !== saved.name) props.onRename(saved.id, name)
          }}
        />
      ) : saved ? (
        <>
          <button type="button" class="button button-small button-plain" onClick={() => setNaming('rename')}>{t('issuelist.view.rename')}</button>
          <button type="button" class="button button-small button-plain" onClick={() => props.onRemove(saved)}>{t('issuelist.view.remove')}</button>
        </>
      ) : (
        props.chosen === null && <button type="button" class="button button-small button-plain" onClick={() => setNaming('save')}>{t('issuelist.view.save')}</button>
      )}
    </div>
  )
}

const LONGEST_NAME = 30

function NameForm(props: { name: string; onName: (name: string) => void; onCancel: () => void }) {
  const [name, setName] = useState(props.name)
  return (
    <form
      class="view-name"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) props.onName(name.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onCancel()
      }}
    >
      <input
        class="field"
        ref={(field) => {
          if (field && document.activeElement?.closest('form') !== field.form) field.focus()
        }}
        aria-label={t('issuelist.view.ask')}
        placeholder={t('issuelist.view.ask')}
        maxLength={LONGEST_NAME}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button button-small button-main" disabled={!name.trim()}>{t('issuelist.view.keep')}</button>
      <button type="button" class="button button-small" onClick={props.onCancel}>{t('common.cancel')}</button>
    </form>
  )
}
