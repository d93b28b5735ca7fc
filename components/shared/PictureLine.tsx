import { say, t } from '../../utils/locale.ts'
import type { PicturesProgress, PictureState } from '../../utils/types/picture.ts'
import { count } from './format.ts'

export interface PictureLineProps {
  pictures: PicturesProgress
  /** What was asked for; the popup shows no single pictures. */
  states?: readonly PictureState[]
  /** So many are read in one go. */
  most?: number
  /** Number of suspicions by picture. */
  found?: (id: string) => number
  onReadPictures: () => void
  onCancelPictures: () => void
  onShowPicture?: (id: string) => void
  /** Pictures that nobody asked for, by their place among all, and what reads one of them: the keyboard's way to the button on a picture. */
  unread?: readonly number[]
  onReadPicture?: (at: number) => void
}

/** 图中文字: how many large pictures nobody read, the button that reads them, and how far that is. */
export function PictureLine(props: PictureLineProps) {
  const { pictures, states = [], onReadPictures, onCancelPictures } = props
  const { running, left, read } = pictures
  const { unread = [], onReadPicture } = props
  if (!running && left === 0 && states.length === 0) return null
  return (
    <section class="picture-line" aria-label={t('pictures.line.name')}>
      {running ? (
        <>
          <span class="picture-words" role="status">
            {t('pictures.line.running', { nth: running.nth, of: running.of, stage: t(`pictures.stage.${running.stage}`), percent: percent(running.done) })}
          </span>
          <button type="button" class="button button-small" onClick={onCancelPictures}>{t('pictures.line.cancel')}</button>
          <progress class="progress" aria-label={t('pictures.line.progress')} max={running.of} value={running.nth - 1 + running.done} />
        </>
      ) : left > 0 ? (
        <>
          <span class="picture-words">
            {read > 0 && props.most !== undefined ? t('pictures.line.left', { count: left, most: props.most }) : t('pictures.line.unread', { count: left })}
          </span>
          <button type="button" class="button button-small" onClick={onReadPictures}>
            {t(read > 0 ? 'pictures.line.more' : 'pictures.line.all', { count: left })}
          </button>
        </>
      ) : null}
      {onReadPicture && unread.length > 1 && (
        <details class="picture-each">
          <summary>{t('pictures.line.each')}</summary>
          <ul class="picture-choice">
            {unread.map((at) => {
              const name = t('pictures.nth', { nth: at + 1 })
              return (
                <li key={at}>
                  <button type="button" class="button button-small button-plain" aria-label={t('pictures.line.oneOf', { name })} onClick={() => onReadPicture(at)}>{name}</button>
                </li>
              )
            })}
          </ul>
        </details>
      )}
      {states.length > 0 && (
        <ul class="picture-list">
          {states.map((state) => <Picture key={state.id} state={state} found={props.found?.(state.id) ?? 0} onShowPicture={props.onShowPicture} />)}
        </ul>
      )}
    </section>
  )
}

function Picture(props: { state: PictureState; found: number; onShowPicture: PictureLineProps['onShowPicture'] }) {
  const { state, found, onShowPicture } = props
  const name = say(state.name)
  const ended = state.state === 'done' || state.state === 'failed'
  return (
    <li>
      <span class="picture-words">{wordsOf(state, name, found)}</span>
      {ended && onShowPicture && (
        <button
          type="button"
          class="button button-small button-plain"
          aria-label={t(state.text ? 'pictures.line.showOf' : 'pictures.line.whyOf', { name })}
          onClick={() => onShowPicture(state.id)}
        >
          {t(state.text ? 'pictures.line.show' : 'pictures.line.why')}
        </button>
      )}
    </li>
  )
}

function wordsOf({ state, stage, done, text }: PictureState, name: string, found: number): string {
  if (state === 'waiting' || state === 'failed') return t(`pictures.line.${state}`, { name })
  if (state === 'running' || !text) return t('pictures.line.at', { name, stage: t(`pictures.stage.${stage}`), percent: percent(done) })
  const chars = text.paragraphs.reduce((sum, one) => sum + one.text.length, 0)
  return chars === 0 ? t('pictures.line.empty', { name }) : t('pictures.line.done', { name, chars: count(chars), count: found })
}

function percent(done: number): number {
  return Math.round(done * 100)
}
