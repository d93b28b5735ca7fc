import { useState } from 'preact/hooks'
import { t } from '../../utils/locale.ts'
import type { Outline } from '../../utils/types/issue.ts'

export interface ShotViewProps {
  /** Address of the picture, for example a blob URL. */
  src: string
  /** Size of the original in pixels; outlines are given in these. */
  width: number
  height: number
  outlines: readonly Outline[]
  alt: string
  /** Line under the picture: when it was taken. */
  caption?: string
}

/** A screenshot with its marked places, fitted to the width or at its true size. The original is never changed. */
export function ShotView(props: ShotViewProps) {
  const [full, setFull] = useState(false)
  const { width, height, outlines } = props
  return (
    <figure class="shot">
      <div class="shot-frame" tabIndex={0} role="group" aria-label={props.alt}>
        <div class="shot-sheet" style={full ? { width: `${width}px` } : undefined}>
          <img src={props.src} width={width} height={height} alt={props.alt} />
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {outlines.map((outline) => (
              <g key={`${outline.x},${outline.y}`}>
                <Frame outline={outline} class="shot-halo" />
                <Frame outline={outline} class="shot-line" />
              </g>
            ))}
          </svg>
          {outlines.map((outline) => <Label key={`${outline.x},${outline.y}`} outline={outline} width={width} height={height} />)}
        </div>
      </div>
      <figcaption class="shot-bar">
        <span>{props.caption}</span>
        <button type="button" class="button button-small" aria-pressed={full} onClick={() => setFull(!full)}>
          {t(full ? 'common.shot.fit' : 'common.shot.full')}
        </button>
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
