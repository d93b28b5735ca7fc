import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import { drawn, editOf, itemsOf } from '../../../utils/drawing/items.ts'
import { t } from '../../../utils/locale.ts'
import type { ShotEdit, ShotItem } from '../../../utils/types/drawing.ts'
import type { ShotRef } from '../../../utils/types/issue.ts'
import { STEP } from '../../shared/zoom.ts'
import { useZoom } from '../../shared/useZoom.ts'
import { after, begun, isChanged, type Act, type Editing } from './editing.ts'
import { keyDeed } from './editor-keys.ts'
import { EditorBar } from './EditorBar.tsx'
import { EditorItems, nameOf } from './EditorItems.tsx'
import { CoverQuestion, LeaveQuestion, type CoverQuestionProps } from './EditorQuestion.tsx'
import { EditorSheet, type EditorSheetProps } from './EditorSheet.tsx'
import type { Hand } from './tools.ts'
import { useUnsaved } from './useUnsaved.ts'

type Standing = Pick<ShotRef, 'hash' | 'outlines' | 'drawings' | 'personal'>

export interface ShotEditorProps extends Pick<EditorSheetProps, 'tagsOf'> {
  number: number | string
  /** Which of the pictures, from 1. */
  index: number
  src: string
  width: number
  height: number
  /** What stands on the picture by now, also when another window changes it meanwhile; null: it was taken away there. */
  standing: Standing | null
  sharers: CoverQuestionProps['sharers']
  /** `base`: what the person knows to stand there. Resolves false where nothing was saved: the work stays. */
  onSave: (edit: ShotEdit, everywhere: boolean, base: Standing) => Promise<boolean>
  onClose: () => void
}

/** 标注: places, arrows, boxes, words and covers over a picture. The picture itself changes only where something is covered for good. */
export function ShotEditor(props: ShotEditorProps) {
  const { width, height, standing } = props
  const picture = { width, height }
  const [base, setBase] = useState<Standing>(standing ?? { hash: '', outlines: [] })
  const [first, setFirst] = useState<readonly ShotItem[]>(() => itemsOf(base))
  const [editing, act] = useReducer(reduced, first, begun)
  const [hand, setHand] = useState<Hand>('choose')
  const [asks, setAsks] = useState<'cover' | 'leave' | null>(null)
  const [busy, setBusy] = useState(false)
  const [writing, setWriting] = useState(false)
  const { frame, scale, by, set, toFit, onKeyDown, onPointerDown } = useZoom(picture)
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    frame.current?.focus()
    return () => before instanceof HTMLElement && before.focus()
  }, [])
  const { items, chosen } = editing
  const changed = isChanged(editing, first)
  const elsewhere = JSON.stringify(marksIn(standing)) !== JSON.stringify(marksIn(base))
  const free = useUnsaved(changed, () => setAsks('leave'))
  const close = () => (free(), props.onClose())

  const add = (item: ShotItem) => {
    act({ do: 'add', item })
    setHand('choose')
    setWriting(item.kind === 'text')
  }
  const choose = (at: number | null) => (setWriting(false), act({ do: 'choose', at }))
  const change = (at: number, item: ShotItem, step: string) => act({ do: 'change', at, item, step })
  const remove = (at: number) => act({ do: 'remove', at })
  const place = () => {
    const box = frame.current!
    const shown = box.firstElementChild!.getBoundingClientRect().width / width || 1
    if (hand === 'choose') return
    const middle = { x: (box.scrollLeft + box.clientWidth / 2) / shown, y: (box.scrollTop + Math.min(box.clientHeight, height * shown) / 2) / shown }
    add(drawn(hand, picture, { x: middle.x - width * 0.1, y: middle.y - Math.min(width, height) * 0.05 }))
  }
  const store = async (everywhere: boolean) => {
    setBusy(true)
    const saved = await props.onSave(editOf(items), everywhere, base)
    setBusy(false)
    setAsks(null)
    if (saved) close()
  }
  const save = () => {
    if (busy || elsewhere || asks === 'cover') return setAsks(null)
    if (!changed) return close()
    if (items.some(({ kind }) => kind === 'cover')) setAsks('cover')
    else void store(true)
  }
  const leave = () => (changed ? setAsks('leave') : close())
  const escape = () => {
    if (hand !== 'choose') setHand('choose')
    else if (chosen !== null) choose(null)
    else leave()
  }
  const onKey = (event: KeyboardEvent) => {
    if (asks !== null) return
    const deeds = { items, chosen, picture, onHand: setHand, onPlace: place, onChange: change, onRemove: remove, onUndo: () => act({ do: 'undo' }), onRedo: () => act({ do: 'redo' }), onSave: save, onEscape: escape }
    if (!keyDeed(event, deeds)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const listen = useRef(onKey)
  listen.current = onKey
  useLayoutEffect(() => {
    // Of the whole page: a button that was pressed and is gone takes the focus with it.
    const keyed = (event: KeyboardEvent) => listen.current(event)
    document.addEventListener('keydown', keyed, true)
    return () => document.removeEventListener('keydown', keyed, true)
  }, [])
  const one = chosen === null ? undefined : items[chosen]
  return (
    <dialog class="editor" aria-labelledby="editor-title" ref={dialog} onCancel={(event) => event.preventDefault()}>
      <header class="editor-head">
        <h2 id="editor-title">{t('markup.title', { number: props.number, index: props.index })}</h2>
        <span class="editor-gap" />
        <button type="button" class="button button-main" aria-keyshortcuts="Control+S" title="Ctrl+S" disabled={busy || elsewhere} onClick={save}>{t(busy ? 'markup.saving' : 'markup.save')}</button>
        <button type="button" class="button" aria-keyshortcuts="Escape" title="Esc" disabled={busy} onClick={leave}>{t('common.cancel')}</button>
      </header>
      <EditorBar
        hand={hand}
        onHand={setHand}
        onUndo={editing.past.length > 0 ? () => act({ do: 'undo' }) : undefined}
        onRedo={editing.future.length > 0 ? () => act({ do: 'redo' }) : undefined}
        scale={scale === null ? t('common.shot.fitted') : `${Math.round(scale * 100)}%`}
        onLarger={() => by(STEP)}
        onSmaller={() => by(1 / STEP)}
        onFit={toFit}
        onFull={() => set(1)}
      />
      {elsewhere && (
        <div class="collision" role="alert">
          <p>{t(standing ? 'markup.conflict.changed' : 'markup.conflict.gone')}</p>
          {standing && (
            <div class="actions">
              <button type="button" class="button button-small" onClick={() => setBase(standing)}>{t('markup.conflict.mine')}</button>
              <button
                type="button"
                class="button button-small"
                onClick={() => {
                  setBase(standing)
                  setFirst(itemsOf(standing))
                  act({ do: 'begin', items: itemsOf(standing) })
                }}
              >
                {t('markup.conflict.theirs')}
              </button>
            </div>
          )}
        </div>
      )}
      <div class="editor-body">
        <div class="editor-frame" tabIndex={0} role="group" aria-label={t('markup.sheet')} aria-describedby="editor-hint" ref={frame} onKeyDown={onKeyDown}>
          <EditorSheet
            src={props.src}
            alt={t('ledger.detail.shot', { number: props.number, index: props.index })}
            picture={picture}
            scale={scale}
            items={items}
            chosen={chosen}
            hand={hand}
            tagsOf={props.tagsOf}
            frame={frame}
            onChoose={choose}
            onAdd={add}
            onChange={change}
            onPan={onPointerDown}
          />
        </div>
        <EditorItems items={items} chosen={chosen} writing={writing} onChoose={choose} onChange={change} onRemove={remove} />
      </div>
      <p id="editor-hint" class="editor-hint quiet">{t(hand === 'choose' ? 'markup.hint.choose' : 'markup.hint.draw', { tool: t(`markup.tool.${hand}`) })}</p>
      <p class="sr-only" role="status">{one && chosen !== null ? t('markup.chosen', { name: nameOf(one, chosen), ...cornerOf(one) }) : ''}</p>
      {asks === 'cover' && <CoverQuestion covers={editOf(items).covers.length} sharers={props.sharers} busy={busy} onSave={(everywhere) => void store(everywhere)} onBack={() => setAsks(null)} />}
      {asks === 'leave' && <LeaveQuestion onSave={() => (setAsks(null), save())} onLeave={close} onBack={() => setAsks(null)} />}
    </dialog>
  )
}

type EditorAct = Act | { do: 'begin'; items: readonly ShotItem[] }

function reduced(editing: Editing, act: EditorAct): Editing {
  return act.do === 'begin' ? begun(act.items) : after(editing, act)
}

function marksIn(standing: Standing | null) {
  return standing && [standing.hash, standing.outlines, standing.drawings ?? [], standing.personal ?? []]
}

function cornerOf(item: ShotItem): { x: number; y: number } {
  const { x, y } = item.kind === 'arrow' ? item.to : item
  return { x: Math.round(x), y: Math.round(y) }
}
