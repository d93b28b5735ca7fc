import { t } from '../../../utils/locale.ts'
import { PICTURE_CHOICES, type ExportContent, type PictureChoice } from '../../../utils/types/export.ts'
import { size } from '../../shared/format.ts'

const PARTS = ['sheet', 'notice', 'page'] as const

export interface ContentChoiceProps {
  content: ExportContent
  /** About how large the export gets; null while it is being counted. */
  bytes: Record<PictureChoice, number> | null
  onContent: (content: ExportContent) => void
  onEditNotice: () => void
}

/** What each unit's folder holds. The CSV is always in it. */
export function ContentChoice({ content, bytes, onContent, onEditNotice }: ContentChoiceProps) {
  return (
    <>
      <fieldset class="export-parts">
        <legend class="sr-only">{t('export.content.name')}</legend>
        <label class="choice"><input type="checkbox" checked disabled />{t('export.content.csv')}</label>
        {PARTS.map((part) => (
          <label key={part} class="choice">
            <input type="checkbox" checked={content[part]} onChange={(event) => onContent({ ...content, [part]: event.currentTarget.checked })} />
            {t(`export.content.${part}`)}
          </label>
        ))}
      </fieldset>
      <div class="export-line">
        <label class="label">
          {t('export.pictures.name')}
          <select class="field" value={content.pictures} onChange={(event) => onContent({ ...content, pictures: PICTURE_CHOICES.find((one) => one === event.currentTarget.value) ?? 'marked' })}>
            {PICTURE_CHOICES.map((choice) => (
              <option key={choice} value={choice}>{t(`export.pictures.${choice}`) + (bytes ? t('export.pictures.about', { size: size(bytes[choice]) }) : '')}</option>
            ))}
          </select>
        </label>
        <button type="button" class="button button-small" onClick={onEditNotice}>{t('export.template.edit')}</button>
      </div>
    </>
  )
}
