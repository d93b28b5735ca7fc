import { render, type ComponentChild } from 'preact'
import css from '../../../assets/styles/marks.css?inline'
import { Card } from '../../../components/marks/Card.tsx'
import { Chip } from '../../../components/marks/Chip.tsx'
import { Panel } from '../../../components/marks/Panel.tsx'
import { Toast } from '../../../components/marks/Toast.tsx'
import type { Glance } from '../../../utils/types/glance.ts'
import { FINDINGS, FRESH, LONG_TITLE, ready, UNITS } from '../samples.ts'
import { tell, type Show } from './show.tsx'

/** A page with loud styles of its own, none of which may reach the marks. */
const PAGE_CSS = `html { font: 22px/3 serif; letter-spacing: 3px; color: #a00; text-align: center; } button, div, p, li { background: pink !important; border: 3px dashed red !important; padding: 20px !important; }
main { max-width: 800px; margin: auto; background: #fff !important; color: #222; }`

function overPage(what: () => ComponentChild): Show {
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

const actions = {
  onRecord: tell('record'),
  onIgnore: tell('ignore'),
  onFalseAlarm: tell('false alarm'),
  onLocate: tell('locate'),
  onUndo: tell('undo'),
}

const chip = (glance: Glance, collapsed = false) => <Chip glance={glance} open={false} collapsed={collapsed} onToggle={tell('toggle')} onCollapse={tell('collapse')} />

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
  'chip-reading': overPage(() => chip({ state: 'reading', url: '', host: '', says: null })),
  'panel-many': overPage(() => panel({ findings: [...FINDINGS, ...FINDINGS.map((one) => ({ ...one, id: `${one.id}b` }))] })),
  'panel-none': overPage(() => panel({ findings: [], links: done, freshness: FRESH.fresh, unchecked: [] })),
  'panel-long': overPage(() => panel({ belonging: { unit: UNITS[3] ?? null, site: null, column: null, by: null }, columnName: LONG_TITLE, findings: FINDINGS.slice(0, 2) })),
  'card': overPage(() => card(1, null)),
  'card-recorded': overPage(() => card(2, 12)),
  'card-corner': overPage(() => card(4, null, { x: innerWidth - 40, y: innerHeight - 30, width: 30, height: 20 })),
  'marks-toast': overPage(() => <Toast notice={notice} stays={0} onClose={tell('close')} />),
}
