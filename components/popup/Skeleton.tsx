import { t } from '../../utils/locale.ts'

/** Grey bars for the moment before the page's glance is here. */
export function Skeleton() {
  return (
    <div class="skeleton" role="status">
      <span class="sr-only">{t('popup.loading')}</span>
      <span class="skeleton-bar" />
      <span class="skeleton-bar skeleton-short" />
      <span class="skeleton-bar" />
      <span class="skeleton-bar skeleton-short" />
    </div>
  )
}
