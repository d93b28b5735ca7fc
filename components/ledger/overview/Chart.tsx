import { BarChart, LineChart, PieChart, type Svg } from 'chartist'
import { useEffect, useRef } from 'preact/hooks'

/** One series of a chart; `name` is its class in the style sheet, which gives it its colour. */
export interface Series {
  name: string
  values: readonly number[]
}

export interface ChartProps {
  kind: 'columns' | 'bars' | 'line' | 'ring'
  /** What stands under (or beside) each value. */
  labels: readonly string[]
  series: readonly Series[]
  /** Pixels. */
  height: number
  /** What is said of a value under the pointer. */
  titleOf: (series: number, index: number) => string
  /** Follows a click on a value; without it the values are not to be clicked. */
  onOpen?: ((series: number, index: number) => void) | undefined
}

/** Room for names beside bars, in pixels. */
const NAMES = 168

/**
 * A chart as SVG in the theme's colours. It is hidden from screen readers: the table beside it says the same and has the links.
 */
export function Chart(props: ChartProps) {
  const { kind, labels, series, height } = props
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const data = JSON.stringify([kind, labels, series, height])
  useEffect(() => {
    if (!place.current) return
    const chart = chartOf(place.current, props)
    chart.on('draw', (drawn: Drawn) => {
      if (drawn.type !== 'bar' && drawn.type !== 'point' && drawn.type !== 'slice') return
      const of = kind === 'ring' ? 0 : (drawn.seriesIndex ?? 0)
      // Bars are drawn from below, and read from above.
      const at = kind === 'bars' ? labels.length - 1 - drawn.index : drawn.index
      drawn.element.elem('title').text(latest.current.titleOf(of, at))
      const node = drawn.element.getNode()
      if (!latest.current.onOpen) return
      node.classList.add('chart-opens')
      node.addEventListener('click', () => latest.current.onOpen?.(of, at))
    })
    // So that paper narrower than the window shows all of it.
    chart.on('created', ({ svg }: { svg: Svg }) => svg.attr({ viewBox: `0 0 ${svg.width()} ${svg.height()}` }))
    return () => void chart.detach()
  }, [data])
  return <div class={`chart chart-${kind}`} ref={place} style={{ height: `${height}px` }} aria-hidden="true" />
}

interface Drawn {
  type: string
  element: Svg
  index: number
  seriesIndex?: number
}

/** What of the three kinds of charts is used. */
interface Charted {
  on: ((event: 'draw', run: (drawn: Drawn) => void) => unknown) & ((event: 'created', run: (made: { svg: Svg }) => void) => unknown)
  detach: () => unknown
}

function chartOf(place: HTMLElement, { kind, labels, series, height }: ChartProps): Charted {
  const inOrder = <T,>(list: readonly T[]) => (kind === 'bars' ? [...list].reverse() : [...list])
  const data = { labels: inOrder(labels), series: series.map(({ name, values }) => ({ className: `series-${name}`, data: inOrder(values) })) }
  const size = { width: '100%', height: `${height}px` }
  const whole = { onlyInteger: true, low: 0 }
  if (kind === 'columns') return new BarChart(place, data, { ...size, ...whole, seriesBarDistance: 12, axisX: { showGrid: false }, axisY: { onlyInteger: true, offset: 44 } }) as unknown as Charted
  if (kind === 'line') return new LineChart(place, data, { ...size, ...whole, showArea: true, fullWidth: true, lineSmooth: false, chartPadding: { top: 15, right: 28, bottom: 5, left: 10 }, axisX: { showGrid: false }, axisY: { onlyInteger: true, offset: 44 } }) as unknown as Charted
  if (kind === 'ring') {
    const parts = (series[0]?.values ?? []).map((value, at) => ({ className: `series-${series[0]!.name}-${labels[at]}`, value }))
    return new PieChart(place, { series: parts }, { ...size, donut: true, donutWidth: 26, showLabel: false, ignoreEmptyValues: false }) as unknown as Charted
  }
  return new BarChart(place, data, {
    ...size, ...whole, horizontalBars: true, stackBars: true,
    axisY: { offset: NAMES, showGrid: false }, axisX: { onlyInteger: true, position: 'end' },
  }) as unknown as Charted
}
