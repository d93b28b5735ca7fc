import { t } from '../../utils/locale.ts'

export interface ImportPlacesProps {
  onImportPlaces: () => void
}

/** Offered on home and site-map pages alone: their columns and sites for the roster. */
export function ImportPlaces(props: ImportPlacesProps) {
  return (
    <p class="import-places">
      <button type="button" class="button button-small" onClick={props.onImportPlaces}>{t('popup.importPlaces')}</button>
      <span class="note-more">{t('popup.importPlacesSays')}</span>
    </p>
  )
}
