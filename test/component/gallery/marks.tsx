import { render, type ComponentChild } from 'preact'
import css from '../../../assets/styles/marks.css?inline'
import { Card } from '../../../components/marks/Card.tsx'
import { ChipHere } from '../chip-here.tsx'
import { Panel } from '../../../components/marks/Panel.tsx'
import { Toast } from '../../../components/marks/Toast.tsx'
import { createOverlay } from '../../../utils/marks/overlay.ts'
import { t } from '../../../utils/locale.ts'
import type { Glance } from '../../../utils/types/glance.ts'
import type { RoundPlace } from '../../../utils/types/route.ts'
import { PAST, ROUTE } from '../recheck-samples.ts'
import { FINDINGS, FRESH, LONG_TITLE, ready, UNITS } from '../samples.ts'
import { tell, type Show } from './show.tsx'

/** A page with loud styles of its own, none of which may reach the marks. */
const PAGE_CSS = `html { font: 22px/3 serif; letter-spacing: 3px; color: #a00; text-align: center; } button, div, p, li { background: pink !important; border: 3px dashed red !important; padding: 20px !important; }
main { max-width: 800px; margin: auto; background: #fff !important; color: #222; }`

export function overPage(what: () => ComponentChild): Show {
  return (app) => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: PAGE_CSS }))
    app.innerHTML = `<main><h1>部门动态</h1>${'<p>经研究决定，现将有关事项通知如下。</p>'.repeat(6)}</main>`
    const host = document.body.appendChild(document.createElement('duwang-marks'))
    // open here, so that axe can look inside
    const root = host.attachShadow({ mode: 'open' })
    root.append(Object.assign(document.createElement('style'), { textContent: css }))
    render(what(), root.appendChild(document.createElement('div')))
  }
}

/** Signs of earlier issues at their places: at the top edge, two at one place, across lines. */
const signs: Show = (app) => {
  overPage(() => null)(app)
  const layer = Object.assign(document.createElement('div'), { className: 'frames' })
  document.querySelector('duwang-marks')!.shadowRoot!.prepend(layer)
  const [title, ...lines] = app.querySelectorAll('h1, p')
  const words = (element: Element, from: number, to: number) => {
    const range = document.createRange()
    range.setStart(element.firstChild!, from)
    range.setEnd(element.firstChild!, to)
    return range
  }
  const sign = (tone: 'standing' | 'fixed' | 'look') => ({ text: t(`recheck.past.${tone}`), tone })
  createOverlay(layer, window, () => true).draw([
    { id: 'a', severity: 'serious', element: title!, range: words(title!, 0, 2), sign: sign('standing') },
    { id: 'b', severity: 'serious', element: lines[0]!, range: words(lines[0]!, 2, 6), sign: sign('fixed') },
    { id: 'c', severity: 'general', element: lines[1]!, range: words(lines[1]!, 2, 6), sign: sign('standing') },
    { id: 'd', severity: 'general', element: lines[1]!, range: words(lines[1]!, 2, 6), sign: sign('look') },
    { id: 'e', severity: 'general', element: lines[3]!, range: null, sign: sign('fixed') },
  ])
}

const actions = {
  onRecord: tell('record'),
  onIgnore: tell('ignore'),
  onFalseAlarm: tell('false alarm'),
  onLocate: tell('locate'),
  onUndo: tell('undo'),
  onAnother: tell('another'),
}

const chip = (glance: Glance, collapsed = false, round: RoundPlace | null = null, trouble: 'outdated' | 'failed' | null = null) => (
  <ChipHere glance={glance} collapsed={collapsed} round={round} trouble={trouble} onToggle={tell('toggle')} onCollapse={tell('collapse')} onStep={tell('step')} />
)

const panel = (change: Parameters<typeof ready>[0] = {}) => (
  <>
    <Panel
      glance={ready(change)}
      onClose={tell('close')}
      onPauseLinks={tell('pause')}
      onStopLinks={tell('stop')}
      onRecheckLinks={tell('recheck')}
      onStopHost={tell('stop host')}
      onSwitchOff={tell('off')}
      onSettlePast={tell('settle')}
      onLocatePast={tell('locate past')}
      {...actions}
    />
    {chip(ready(change))}
  </>
)

const card = (index: number, recorded: number | null, near = { x: 120, y: 160, width: 90, height: 20 }) => {
  const finding = FINDINGS[index]
  const { onLocate: _, ...callbacks } = actions
  return finding && <Card finding={finding} recorded={recorded} near={near} takesFocus onClose={tell('close')} {...callbacks} />
}

const done = { total: 120, done: 120, alive: 117, dead: 2, unsure: 1, paused: false }
const notice = { says: { key: 'sample.recorded', params: { number: 12 } }, action: { label: { key: 'common.undo' }, run: tell('undo') } }

export const MARKS: Record<string, Show> = {
  'chip-overdue': overPage(() => chip(ready())),
  'chip-fresh': overPage(() => chip(ready({ freshness: FRESH.fresh, findings: [], links: done }))),
  'chip-due': overPage(() => chip(ready({ freshness: FRESH['due-soon'], findings: FINDINGS.slice(0, 1), links: { ...done, done: 3, paused: true } }))),
  'chip-unknown': overPage(() => chip(ready({ freshness: FRESH.unknown, date: null, findings: FINDINGS.slice(4), links: done }))),
  'chip-dot': overPage(() => chip(ready(), true)),
  'chip-unread': overPage(() => chip({ state: 'unread', url: '', host: '', says: { key: 'app.error.background-gone' } })),
  'chip-reading': overPage(() => chip({ state: 'reading', url: '', host: '', says: null })),
  'panel-many': overPage(() => panel({ findings: [...FINDINGS, ...FINDINGS.map((one) => ({ ...one, id: `${one.id}b` }))] })),
  'panel-none': overPage(() => panel({ findings: [], links: done, freshness: FRESH.fresh, unchecked: [] })),
  'panel-long': overPage(() => panel({ belonging: { unit: UNITS[3] ?? null, site: null, column: null, by: null }, columnName: LONG_TITLE, findings: FINDINGS.slice(0, 2) })),
  'chip-outdated': overPage(() => chip(ready(), false, null, 'outdated')),
  'chip-failed': overPage(() => chip(ready({ freshness: FRESH.fresh, findings: [], links: done }), false, ROUTE, 'failed')),
  'chip-route': overPage(() => chip(ready(), false, ROUTE)),
  'chip-route-paused': overPage(() => chip(ready(), false, { route: { ...ROUTE.route!, paused: true }, logPaused: true })),
  'panel-past': overPage(() => panel({ past: PAST })),
  'panel-past-none': overPage(() => panel({ past: PAST.slice(2, 3), findings: [], links: done, freshness: FRESH.fresh, unchecked: [] })),
  'card': overPage(() => card(1, null)),
  'card-recorded': overPage(() => card(2, 12)),
  'card-corner': overPage(() => card(4, null, { x: innerWidth - 40, y: innerHeight - 30, width: 30, height: 20 })),
  'marks-past': signs,
  'marks-toast': overPage(() => <Toast notice={notice} stays={0} onClose={tell('close')} />),
}
