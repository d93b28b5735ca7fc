import { t } from '../../utils/locale.ts'
import type { LinkProgress } from '../../utils/types/glance.ts'
import { count } from './format.ts'

export interface LinkLineProps {
  links: LinkProgress
  /** Pause or go on. */
  onPauseLinks?: () => void
  onStopLinks?: () => void
  onRecheckLinks?: () => void
  /** Gives up one host's links. */
  onStopHost?: (host: string) => void
}

/** How far the link check is, and its buttons: 暂停 or 继续, 全部停止, 重新检查. A button without a callback is left out. */
export function LinkLine(props: LinkLineProps) {
  const { links } = props
  if (links.total === 0) return <div class="link-line">{t('common.links.none')}</div>
  const running = links.done < links.total
  return (
    <div class="link-line">
      <span class="link-words">{linkWords(links)}</span>
      <span class="link-buttons">
        {running && props.onPauseLinks && (
          <button type="button" class="button button-small" onClick={props.onPauseLinks}>
            {t(links.paused ? 'common.links.resume' : 'common.links.pause')}
          </button>
        )}
        {running && props.onStopLinks && (
          <button type="button" class="button button-small" onClick={props.onStopLinks}>{t('common.links.stop')}</button>
        )}
        {!running && props.onRecheckLinks && (
          <button type="button" class="button button-small" onClick={props.onRecheckLinks}>{t('common.links.recheck')}</button>
        )}
      </span>
      {running && !links.paused && props.onStopHost && links.waiting && links.waiting.length > 0 && (
        <details class="link-hosts">
          <summary>{t('common.links.hosts', { count: links.waiting.length })}</summary>
          <ul>
            {links.waiting.map(({ host, left }) => (
              <li key={host}>
                <span class="link-host" title={host}>{t('common.links.host', { host, left: count(left) })}</span>
                <button type="button" class="button button-small" aria-label={t('common.links.stopHostOne', { host })} onClick={() => props.onStopHost?.(host)}>{t('common.links.stopHost')}</button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {running && <progress class="progress" aria-label={t('common.links.progress')} max={links.total} value={links.done} />}
    </div>
  )
}

/** 链接 34 / 120：死链 2，需人工核实 1. */
function linkWords(links: LinkProgress): string {
  const key = links.done >= links.total ? 'done' : links.paused ? 'paused' : 'running'
  return t(`common.links.${key}`, {
    done: count(links.done),
    total: count(links.total),
    alive: count(links.alive),
    dead: count(links.dead),
    unsure: count(links.unsure),
  })
}
