import { useEffect } from 'preact/hooks'
import { t } from '../../utils/locale.ts'
import { shapesOf } from '../../utils/drawing/shapes.ts'
import { NO_MARKS, type Area, type Drawing } from '../../utils/types/drawing.ts'
import type { Outline } from '../../utils/types/issue.ts'
import { Shapes } from './Shapes.tsx'
import { useZoom } from './useZoom.ts'
import { STEP } from './zoom.ts'

export interface ShotViewProps {
  /** Address of the picture, for example a blob URL. */
  src: string
  /** Size of the original in pixels; outlines are given in these. */
  width: number
  height: number
  outlines: readonly Outline[]
  /** What stands at the marked places, in their order; without them their own labels. */
  tags?: readonly string[]
  /** What a person drew. */
  drawings?: readonly Drawing[] | undefined
  /** Personal data, covered in what is exported: framed here, so that it is known. */
  personal?: readonly Area[] | undefined
  alt: string
  /** Line under the picture: when it was taken. */
  caption?: string
}

/**
 * A screenshot with its marked places: fitted, at its true size or zoomed (wheel, + and −, 0 fits, 1 is 100 %), moved by
 * dragging, and each marked place one click away. The original is never changed.
 */
export function ShotView(props: ShotViewProps) {
  const { width, height, tags = [], drawings = [], personal = [] } = props
  const outlines = props.outlines.map((outline, at) => ({ ...outline, label: tags[at] ?? outline.label }))
  const { frame, scale, by, set, toFit, show, onKeyDown, onPointerDown } = useZoom({ width, height })
  const [first] = outlines
  useEffect(() => {
    // A place below the frame's edge is what the picture is about: it is shown first.
    const box = frame.current
    if (box && first) box.scrollTop = Math.max(0, ((first.y + first.height / 2) * box.clientWidth) / width - box.clientHeight / 2)
  }, [props.src])
  return (
    <figure class="shot">
      <div class="shot-frame" tabIndex={0} role="group" aria-label={props.alt} aria-keyshortcuts="+ - 0 1" ref={frame} onKeyDown={onKeyDown} onPointerDown={onPointerDown}>
        <div class="shot-sheet" style={scale === null ? undefined : { width: `${width * scale}px` }}>
          <img src={props.src} width={width} height={height} alt={props.alt} draggable={false} onDblClick={() => (scale === null ? set(1) : toFit())} />
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {personal.map((area, at) => <rect key={at} class="shot-personal" x={area.x} y={area.y} width={area.width} height={area.height} vector-effect="non-scaling-stroke" />)}
            <Shapes shapes={shapesOf({ ...NO_MARKS, drawings }, { width, height })} />
            {outlines.map((outline, at) => (
              <g key={at}>
                <Frame outline={outline} class="shot-halo" />
                <Frame outline={outline} class="shot-line" />
              </g>
            ))}
          </svg>
          {outlines.map((outline, at) => <Label key={at} outline={outline} width={width} height={height} />)}
        </div>
      </div>
      <figcaption class="shot-bar">
        <span>{props.caption}</span>
        <span class="shot-tools">
          {outlines.map((outline, index) => (
            <button key={index} type="button" class="button button-small" title={outline.label} onClick={() => show(outline)}>
              {t('common.shot.place', { place: index + 1 })}
            </button>
          ))}
          <button type="button" class="button button-small" aria-label={t('common.shot.smaller')} onClick={() => by(1 / STEP)}>−</button>
          <output class="shot-scale">{scale === null ? t('common.shot.fitted') : `${Math.round(scale * 100)}%`}</output>
          <button type="button" class="button button-small" aria-label={t('common.shot.larger')} onClick={() => by(STEP)}>+</button>
          <button type="button" class="button button-small" aria-pressed={scale === null} onClick={toFit}>{t('common.shot.fit')}</button>
          <button type="button" class="button button-small" aria-pressed={scale === 1} onClick={() => set(1)}>{t('common.shot.full')}</button>
        </span>
      </figcaption>
    </figure>
  )
}

/** Drawn twice, light under red, so that it is seen on a red page too. */
function Frame(props: { outline: Outline; class: string }) {
  const { x, y, width, height } = props.outline
  return <rect class={props.class} x={x} y={y} width={width} height={height} vector-effect="non-scaling-stroke" />
}

/**
 * HTML rather than SVG text, so that it keeps a readable size at every scale. Above the frame, or under it at the picture's top;
 * from the frame's left edge, or to its right edge where a long one would stick out of the picture.
 */
function Label(props: { outline: Outline; width: number; height: number }) {
  const { outline, width, height } = props
  if (!outline.label) return null
  const above = outline.y > height * 0.06
  const percent = (pixels: number) => (pixels / width) * 100
  const side =
    outline.x <= width * 0.6
      ? { left: `${percent(outline.x)}%`, maxWidth: `${100 - percent(outline.x)}%` }
      : { right: `${Math.max(0, 100 - percent(outline.x + outline.width))}%`, maxWidth: `${percent(outline.x + outline.width)}%` }
  const style = {
    ...side,
    top: `${((above ? outline.y : outline.y + outline.height) / height) * 100}%`,
    transform: above ? 'translateY(-100%)' : undefined,
  }
  return <span class="shot-label" style={style}>{outline.label}</span>
}
