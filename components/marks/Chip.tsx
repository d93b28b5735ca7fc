import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../utils/locale.ts'
import type { Glance } from '../../utils/types/glance.ts'
import type { RoundPlace, RouteStep } from '../../utils/types/route.ts'
import { count } from '../shared/format.ts'
import { RoutePlace } from '../shared/RoutePlace.tsx'
import { SeverityCounts } from '../shared/SeverityCounts.tsx'
import { ageWords, stateWords } from '../shared/FreshnessLine.tsx'

export interface ChipProps {
  glance: Glance
  /** True while the panel is open. */
  open: boolean
  /** True: only a dot with the number of findings. */
  collapsed: boolean
  /** The place in a reading route, and whether the log is paused. */
  round?: RoundPlace | null
  onToggle: () => void
  onCollapse: (collapsed: boolean) => void
  onStep?: (step: RouteStep) => void
}

type Ready = Extract<Glance, { state: 'ready' }>

/**
 * The small thing at the bottom right of a page: date, age against the deadline, findings by severity, links.
 * Nothing is drawn on a page that is off or restricted.
 */
export function Chip(props: ChipProps) {
  const { glance, open } = props
  const main = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(open)
  useEffect(() => {
    // the panel took the focus when it opened, and gives it back here
    if (wasOpen.current && !open) main.current?.focus()
    wasOpen.current = open
  }, [open])
  if (glance.state === 'reading') return <div class="chip chip-reading" role="status">{t('marks.chip.reading')}</div>
  if (glance.state !== 'ready') return null
  if (props.collapsed) {
    const found = glance.findings.length
    return (
      <button
        type="button"
        class={`chip chip-dot ${toneOf(glance)}`}
        aria-label={t('marks.chip.expand', { count: found })}
        title={t('marks.chip.expand', { count: found })}
        onClick={() => props.onCollapse(false)}
      >
        {count(found)}
      </button>
    )
  }
  const routed = props.onStep && props.round && (props.round.route !== null || props.round.logPaused)
  return (
    <div class={routed ? 'chip chip-routed' : 'chip'} role="group" aria-label={t('marks.name')}>
      {props.round && props.onStep && <RoutePlace round={props.round} onStep={props.onStep} />}
      <button type="button" class="chip-main" ref={main} aria-expanded={open} onClick={props.onToggle}>
        <span class="chip-line"><Dates glance={glance} /></span>
        <span class="chip-line"><Found glance={glance} /></span>
      </button>
      <button type="button" class="chip-fold" aria-label={t('marks.chip.collapse')} title={t('marks.chip.collapse')} onClick={() => props.onCollapse(true)}>
        <span aria-hidden="true">–</span>
      </button>
    </div>
  )
}

function Dates(props: { glance: Ready }) {
  const { freshness, date } = props.glance
  const day = freshness.day ?? date?.day
  const state = stateWords(freshness)
  return (
    <>
      {day ? <b>{day}</b> : <span>{t('common.freshness.none')}</span>}
      {freshness.day && freshness.ageDays !== null && <span>{ageWords(freshness.ageDays)}</span>}
      {state && day && <span class={`freshness-state freshness-${freshness.state}`}>{state}</span>}
    </>
  )
}

function Found(props: { glance: Ready }) {
  const { findings, links } = props.glance
  return (
    <>
      {findings.length > 0 ? <SeverityCounts findings={findings} /> : <span>{t('marks.chip.none')}</span>}
      {links.done < links.total && (
        <span class="chip-links">
          {t(links.paused ? 'marks.chip.linksPaused' : 'marks.chip.links', { done: count(links.done), total: count(links.total), dead: count(links.dead), unsure: count(links.unsure) })}
        </span>
      )}
    </>
  )
}

/** The colour of the worst finding, for the dot. */
function toneOf(glance: Ready): string {
  const worst = (['serious', 'general', 'minor', 'doubtful'] as const).find((severity) => glance.findings.some((f) => f.severity === severity))
  return worst ? `severity-${worst}` : 'chip-calm'
}
