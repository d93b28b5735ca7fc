import { t } from '../../../utils/locale.ts'

export interface CsvChoiceProps {
  profiles: readonly string[]
  /** '' for the agreed one. */
  profile: string
  onProfile: (name: string) => void
  onEdit: () => void
}

/** Which columns, names and encoding the weekly file has. */
export function CsvChoice({ profiles, profile, onProfile, onEdit }: CsvChoiceProps) {
  return (
    <div class="export-line">
      <label class="label">
        {t('export.profile.name')}
        <select class="field" value={profile} onChange={(event) => onProfile(event.currentTarget.value)}>
          <option value="">{t('export.profile.agreed')}</option>
          {profiles.map((name) => <option key={name} value={name}>{name}</option>)}
        </select>
      </label>
      <button type="button" class="button button-small" onClick={onEdit}>{t(profile === '' ? 'export.profile.new' : 'export.profile.edit')}</button>
    </div>
  )
}
