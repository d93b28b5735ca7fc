import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'

/** A column of a CSV, in its place, under its name. */
export interface ProfileColumn<Key extends string = string> {
  key: Key
  title: string
}

export interface EditedProfile<Key extends string = string> {
  name: string
  encoding: 'utf-8' | 'gbk'
  columns: ProfileColumn<Key>[]
}

export interface ProfileEditorProps<Key extends string> {
  profile: EditedProfile<Key>
  /** All columns that there are, with the names they come with. */
  all: readonly ProfileColumn<Key>[]
  /** Names that other profiles have. */
  taken: readonly string[]
  onSave: (profile: EditedProfile<Key>) => void
  /** Shown for a profile that stands. */
  onRemove?: () => void
  onCancel: () => void
}

/** 导出方案: which columns in which order under which names, and the encoding. */
export function ProfileEditor<Key extends string>(props: ProfileEditorProps<Key>) {
  const { all, taken } = props
  const [{ name, encoding, columns }, setProfile] = useState(props.profile)
  const change = (part: Partial<EditedProfile<Key>>) => setProfile((old) => ({ ...old, ...part }))
  const rest = all.filter(({ key }) => !columns.some((column) => column.key === key))
  const move = (at: number, by: number) => {
    const moved = [...columns]
    const [column] = moved.splice(at, 1)
    if (column) moved.splice(at + by, 0, column)
    change({ columns: moved })
  }
  const trimmed = name.trim()
  const wrong = trimmed === '' ? 'export.profile.unnamed' : taken.includes(trimmed) ? 'export.profile.taken' : columns.length === 0 ? 'export.profile.noColumn' : null
  return (
    <form
      class="box export-editor"
      aria-label={t('export.profile.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong) props.onSave({ name: trimmed, encoding, columns })
      }}
    >
      <h2 class="box-title">{t('export.profile.title')}</h2>
      <div class="export-line">
        <label class="label">
          {t('export.profile.called')}
          <input class="field" value={name} maxLength={30} onInput={(event) => change({ name: event.currentTarget.value })} />
        </label>
        <label class="label">
          {t('export.profile.encoding')}
          <select class="field" value={encoding} onChange={(event) => change({ encoding: event.currentTarget.value === 'gbk' ? 'gbk' : 'utf-8' })}>
            <option value="utf-8">{t('export.profile.utf8')}</option>
            <option value="gbk">{t('export.profile.gbk')}</option>
          </select>
        </label>
      </div>
      <ol class="export-columns" aria-label={t('export.profile.columns')}>
        {columns.map(({ key, title }, at) => (
          <li key={key} class="export-column">
            <input
              class="field"
              value={title}
              maxLength={40}
              aria-label={t('export.profile.nameOf', { column: all.find((one) => one.key === key)?.title ?? title })}
              onInput={(event) => change({ columns: columns.map((one) => (one.key === key ? { ...one, title: event.currentTarget.value } : one)) })}
            />
            <button type="button" class="button button-small" disabled={at === 0} aria-label={t('export.profile.upOf', { column: title })} onClick={() => move(at, -1)}>↑</button>
            <button type="button" class="button button-small" disabled={at === columns.length - 1} aria-label={t('export.profile.downOf', { column: title })} onClick={() => move(at, 1)}>↓</button>
            <button type="button" class="button button-small" aria-label={t('export.profile.dropOf', { column: title })} onClick={() => change({ columns: columns.filter((one) => one.key !== key) })}>{t('export.profile.drop')}</button>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <div class="export-line" role="group" aria-label={t('export.profile.more')}>
          {rest.map((column) => <button key={column.key} type="button" class="button button-small" onClick={() => change({ columns: [...columns, column] })}>＋ {column.title}</button>)}
        </div>
      )}
      {wrong && <p class="box-more" role="status">{t(wrong)}</p>}
      <div class="actions">
        <button type="submit" class="button button-main" disabled={wrong !== null}>{t('export.profile.save')}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
        {props.onRemove && <ConfirmButton label={t('export.profile.remove')} asks={t('export.profile.asks')} onConfirm={props.onRemove} />}
      </div>
    </form>
  )
}
