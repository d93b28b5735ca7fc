import { t } from '../../../utils/locale.ts'
import { TOOLS, type Hand } from './tools.ts'

export interface EditorBarProps {
  hand: Hand
  onHand: (hand: Hand) => void
  /** Undefined where there is nothing to take back, or to do again. */
  onUndo: (() => void) | undefined
  onRedo: (() => void) | undefined
  /** `80%`, or that the picture is fitted. */
  scale: string
  onLarger: () => void
  onSmaller: () => void
  onFit: () => void
  onFull: () => void
}

/** Tools, the way back, and how large the picture is shown; every button says its key. */
export function EditorBar(props: EditorBarProps) {
  return (
    <div class="editor-bar" role="toolbar" aria-label={t('markup.tools')}>
      {TOOLS.map(([hand, key]) => (
        <button key={hand} type="button" class="button button-small" aria-pressed={props.hand === hand} aria-keyshortcuts={key} onClick={() => props.onHand(hand)}>
          {t(`markup.tool.${hand}`)} <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
      <span class="editor-gap" />
      <button type="button" class="button button-small" aria-keyshortcuts="Control+Z" title="Ctrl+Z" disabled={!props.onUndo} onClick={props.onUndo}>{t('markup.undo')}</button>
      <button type="button" class="button button-small" aria-keyshortcuts="Control+Y" title="Ctrl+Y" disabled={!props.onRedo} onClick={props.onRedo}>{t('markup.redo')}</button>
      <span class="editor-gap" />
      <button type="button" class="button button-small" aria-keyshortcuts="-" title="−" aria-label={t('common.shot.smaller')} onClick={props.onSmaller}>−</button>
      <output class="shot-scale">{props.scale}</output>
      <button type="button" class="button button-small" aria-keyshortcuts="+" title="+" aria-label={t('common.shot.larger')} onClick={props.onLarger}>+</button>
      <button type="button" class="button button-small" aria-keyshortcuts="0" title="0" onClick={props.onFit}>{t('common.shot.fit')}</button>
      <button type="button" class="button button-small" aria-keyshortcuts="1" title="1" onClick={props.onFull}>{t('common.shot.full')}</button>
    </div>
  )
}
