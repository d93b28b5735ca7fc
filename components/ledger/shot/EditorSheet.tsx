import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { boundsOf, drawn, handlesOf, itemAt, moved, pulled, type PictureSize } from '../../../utils/drawing/items.ts'
import { shapesOf } from '../../../utils/drawing/shapes.ts'
import { NO_MARKS, type Point, type ShotItem } from '../../../utils/types/drawing.ts'
import { Shapes } from '../../shared/Shapes.tsx'
import type { Hand } from './tools.ts'

export interface EditorSheetProps {
  src: string
  alt: string
  picture: PictureSize
  /** Screen pixels a picture pixel; null: fitted to the frame's width. */
  scale: number | null
  items: readonly ShotItem[]
  chosen: number | null
  hand: Hand
  /** What the tags of marked places say. */
  tagsOf: (outlines: readonly { label: string }[]) => string[]
  frame: RefObject<HTMLDivElement | null>
  onChoose: (at: number | null) => void
  onAdd: (item: ShotItem) => void
  onChange: (at: number, item: ShotItem, step: string) => void
  /** A press beside everything: the picture is moved by dragging. */
  onPan: (event: PointerEvent) => void
}

/** How near the pointer must come to a thing or its handle, in screen pixels. */
const SLACK = 8

/** The picture with all that stands on it. With a tool, dragging draws; with 选择 it moves things, and their handles change their size. */
export function EditorSheet(props: EditorSheetProps) {
  const { picture, items, chosen, hand } = props
  const svg = useRef<SVGSVGElement>(null)
  const [begun, setBegun] = useState<ShotItem | null>(null)
  const places = items.filter((item) => item.kind === 'place')
  const tags = props.tagsOf(places)
  const one = chosen === null ? undefined : items[chosen]

  const perPixel = () => picture.width / (svg.current?.getBoundingClientRect().width || picture.width)
  const pointOf = (event: PointerEvent): Point => {
    const box = svg.current!.getBoundingClientRect()
    return { x: (event.clientX - box.left) * perPixel(), y: (event.clientY - box.top) * perPixel() }
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    const from = pointOf(event)
    const slack = SLACK * perPixel()
    // The browser would drag the picture itself, and a text field would lose what is typed next.
    event.preventDefault()
    props.frame.current?.focus({ preventScroll: true })
    if (hand !== 'choose') {
      setBegun(drawn(hand, picture, from))
      return follow(event, (to) => setBegun(drawn(hand, picture, from, to)), (to) => {
        setBegun(null)
        if (to !== 'cancelled') props.onAdd(drawn(hand, picture, from, to))
      })
    }
    const handle = one ? handlesOf(one).findIndex((point) => Math.hypot(point.x - from.x, point.y - from.y) <= slack) : -1
    const at = handle >= 0 && chosen !== null ? chosen : itemAt(items, from, slack, picture)
    const item = items[at]
    props.onChoose(at < 0 ? null : at)
    if (!item) return props.onPan(event)
    const step = `drag ${at} ${event.timeStamp}`
    follow(event, (to) => props.onChange(at, handle >= 0 ? pulled(item, handle, to, picture) : moved(item, to.x - from.x, to.y - from.y, picture), step))
  }
  /** Tells where the pointer is until it is let go. */
  const follow = (event: PointerEvent, move: (to: Point) => void, end: (to: Point | 'cancelled') => void = () => undefined) => {
    const over = new AbortController()
    const target = svg.current!
    target.setPointerCapture(event.pointerId)
    const listen = (name: 'pointermove' | 'pointerup' | 'pointercancel', run: (event: PointerEvent) => void) => {
      target.addEventListener(name, run)
      over.signal.addEventListener('abort', () => target.removeEventListener(name, run))
    }
    listen('pointermove', (moved) => move(pointOf(moved)))
    listen('pointerup', (up) => (over.abort(), end(pointOf(up))))
    listen('pointercancel', () => (over.abort(), end('cancelled')))
  }

  const shown = begun ? [...items, begun] : items
  return (
    <div class="editor-sheet" style={{ width: props.scale === null ? '100%' : `${picture.width * props.scale}px` }}>
      <img src={props.src} width={picture.width} height={picture.height} alt={props.alt} draggable={false} />
      <svg class={hand === 'choose' ? undefined : 'editor-drawing'} viewBox={`0 0 ${picture.width} ${picture.height}`} ref={svg} aria-hidden="true" onPointerDown={onPointerDown}>
        {shown.map((item, at) => <Item key={at} item={item} picture={picture} tag={item.kind === 'place' ? (tags[places.indexOf(item)] ?? '') : ''} />)}
        {one && <Chosen item={one} picture={picture} dot={SLACK * perPixel()} />}
      </svg>
    </div>
  )
}

function Item({ item, picture, tag }: { item: ShotItem; picture: PictureSize; tag: string }) {
  if (item.kind === 'personal') return <rect class="editor-personal" x={item.x} y={item.y} width={item.width} height={item.height} vector-effect="non-scaling-stroke" />
  const marks =
    item.kind === 'cover' ? { ...NO_MARKS, covers: [item] } : item.kind === 'place' ? { ...NO_MARKS, outlines: [{ ...item, label: tag }] } : { ...NO_MARKS, drawings: [item] }
  return <Shapes shapes={shapesOf(marks, picture)} />
}

function Chosen({ item, picture, dot }: { item: ShotItem; picture: PictureSize; dot: number }) {
  const { x, y, width, height } = boundsOf(item, picture)
  return (
    <>
      <rect class="editor-chosen" x={x} y={y} width={width} height={height} vector-effect="non-scaling-stroke" />
      {handlesOf(item).map((point, at) => <circle key={at} class="editor-handle" cx={point.x} cy={point.y} r={dot * 0.7} vector-effect="non-scaling-stroke" />)}
    </>
  )
}
