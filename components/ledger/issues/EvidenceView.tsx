import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'
import type { Evidence, EvidenceLook, SavedPageRef } from '../../../utils/types/evidence.ts'
import { count, minuteOf, size } from '../../shared/format.ts'

export interface EvidenceViewProps {
  /** Null while it is loaded. */
  evidence: Evidence | null
  /** Keeps the page as it is open now; absent where the browser cannot. */
  onSavePage?: () => void
  onDownload: (page: SavedPageRef) => void
}

/** 取证信息, folded away: what each look at the page told, and pages saved whole. All of it is text of a page that may be hostile. */
export function EvidenceView({ evidence, onSavePage, onDownload }: EvidenceViewProps) {
  if (evidence === null) return null
  const { looks, pages } = evidence
  return (
    <details class="evidence">
      <summary>{t('evidence.summary', { count: count(looks.length), pages: count(pages.length) })}</summary>
      {looks.length === 0 && <p class="quiet">{t('evidence.none')}</p>}
      {looks.map((look, at) => <Look key={`${look.at} ${at}`} look={look} index={at + 1} />)}
      <h3>{t('evidence.page.title')}</h3>
      <ul class="evidence-pages">
        {pages.map((page) => (
          <li key={page.hash}>
            {t('evidence.page.one', { at: minuteOf(page.at), size: size(page.bytes), hash: page.hash.slice(0, 12) })}{' '}
            <button type="button" class="button button-small" aria-label={t('evidence.page.downloadOf', { at: minuteOf(page.at) })} onClick={() => onDownload(page)}>
              {t('evidence.page.download')}
            </button>
          </li>
        ))}
      </ul>
      {onSavePage ? (
        <p class="quiet">
          <button type="button" class="button button-small" onClick={onSavePage}>{t('evidence.page.save')}</button> {t('evidence.page.says')}
        </p>
      ) : (
        <p class="quiet">{t('evidence.page.unable')}</p>
      )}
    </details>
  )
}

function Look({ look, index }: { look: EvidenceLook; index: number }) {
  const { zoom, ratio } = look
  const lines: [field: string, value: ComponentChildren][] = [
    ['url', look.url],
    ['referrer', look.referrer || t('evidence.noReferrer')],
    ['status', look.status ?? t('evidence.unknown')],
    ['lastModified', look.lastModified ? minuteOf(look.lastModified) : t('evidence.unknown')],
    ['scroll', t('evidence.scroll', { x: look.scrollX, y: look.scrollY })],
    ['window', t('evidence.window', { width: look.viewportWidth, height: look.viewportHeight, page: look.pageHeight })],
    ['zoom', t('evidence.zoom', { zoom: Math.round((zoom ?? 1) * 100), ratio: Math.round(ratio * 100) / 100 })],
    ['browser', look.browser],
    ['shot', look.shot ?? t('evidence.noShot')],
  ]
  return (
    <section class="evidence-look" aria-label={t('evidence.look', { index, at: minuteOf(look.at) })}>
      <h3>{t('evidence.look', { index, at: minuteOf(look.at) })}</h3>
      <dl class="fields">
        {lines.map(([field, value]) => (
          <div class="fields-one" key={field}>
            <dt>{t(`evidence.field.${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {look.html && (
        <details>
          <summary>{t('evidence.field.html')}</summary>
          <pre class="evidence-html" tabIndex={0}>{look.html}</pre>
        </details>
      )}
    </section>
  )
}
