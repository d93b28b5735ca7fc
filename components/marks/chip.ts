import { t } from '../../utils/locale.ts'
import { SEVERITIES, type Finding } from '../../utils/types/finding.ts'
import type { Glance } from '../../utils/types/glance.ts'
import type { RoundPlace } from '../../utils/types/route.ts'
import { count } from '../shared/format.ts'
import { ageWords, stateWords } from '../shared/freshness-words.ts'

/** What is shown in the chip. */
export interface ChipView {
  glance: Glance
  /** True while the panel is open. */
  panelOpen: boolean
  /** True: only a dot with the number of findings. */
  collapsed: boolean
  /** The place in a reading route, and whether the log is paused. */
  round?: RoundPlace | null
  /** Why nothing but the chip can be shown. */
  trouble?: 'outdated' | 'failed' | null
}

/** What a person does with it. */
export interface ChipDoings {
  onToggle: () => void
  onCollapse: (collapsed: boolean) => void
}

type Ready = Extract<Glance, { state: 'ready' }>

/**
 * The small thing at the bottom right of a page: date, age against the deadline, findings by severity, links.
 * It alone stands in every page, so it is made of plain elements: a library would be a tenth of what each visit pays.
 * Nothing is drawn on a page that is off or restricted.
 */
export class Chip {
  /** For the place in a reading route, which the windows draw. */
  readonly route = make('div', 'chip-route')
  private readonly mount: HTMLElement
  private readonly says = make('div', 'chip chip-reading')
  private readonly dot: HTMLButtonElement
  private readonly main: HTMLButtonElement
  private readonly whole = make('div', 'chip')
  private readonly fold: HTMLButtonElement
  private readonly trouble = make('p', 'chip-trouble')
  private wasOpen = false

  constructor(mount: HTMLElement, { onToggle, onCollapse }: ChipDoings) {
    this.mount = mount
    this.dot = button('chip chip-dot', () => onCollapse(false))
    this.main = button('chip-main', onToggle)
    this.fold = button('chip-fold', () => onCollapse(true))
    this.fold.append(make('span', '', '–'))
    this.fold.firstElementChild!.setAttribute('aria-hidden', 'true')
    this.trouble.setAttribute('role', 'alert')
    this.whole.setAttribute('role', 'group')
    this.whole.append(this.trouble, this.route, this.main, this.fold)
  }

  draw(view: ChipView): void {
    const { glance, trouble, collapsed } = view
    if (glance.state === 'off' || glance.state === 'restricted') return this.mount.replaceChildren()
    if (glance.state !== 'ready') return this.put(this.saying(trouble ?? glance.state))
    if (collapsed && !trouble) return this.put(this.dotOf(glance))
    this.put(this.wholeOf(view, glance))
    // The panel took the focus when it opened, and gives it back here.
    if (this.wasOpen && !view.panelOpen) this.main.focus()
    this.wasOpen = view.panelOpen
  }

  /** What stands already stays, and keeps its focus. */
  private put(element: HTMLElement): void {
    if (this.mount.firstChild !== element) this.mount.replaceChildren(element)
  }

  private saying(what: 'reading' | 'unread' | 'outdated' | 'failed'): HTMLElement {
    this.says.setAttribute('role', what === 'reading' ? 'status' : 'alert')
    this.says.textContent = t(`marks.chip.${what}`)
    return this.says
  }

  private dotOf({ findings }: Ready): HTMLElement {
    const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity))
    this.dot.className = `chip chip-dot ${worst ? `severity-${worst}` : 'chip-calm'}`
    this.dot.textContent = count(findings.length)
    name(this.dot, t('marks.chip.expand', { count: findings.length }))
    return this.dot
  }

  private wholeOf({ round, panelOpen, trouble }: ChipView, glance: Ready): HTMLElement {
    const looks = round?.route || round?.logPaused ? 'chip chip-routed' : 'chip'
    if (this.whole.className !== looks) this.whole.className = looks
    this.whole.setAttribute('aria-label', t('marks.name'))
    if (this.trouble.hidden !== !trouble) this.trouble.hidden = !trouble
    const says = trouble ? t(`marks.chip.${trouble}`) : ''
    if (this.trouble.textContent !== says) this.trouble.textContent = says
    this.main.setAttribute('aria-expanded', String(panelOpen))
    const lines = [make('span', 'chip-line', ...datesOf(glance)), make('span', 'chip-line', ...foundOf(glance))]
    // Put in only where they say something else: for each change the page makes a frame.
    if (lines.some((line, at) => !this.main.children[at]?.isEqualNode(line))) this.main.replaceChildren(...lines)
    name(this.fold, t('marks.chip.collapse'))
    return this.whole
  }
}

function datesOf({ freshness, date }: Ready): HTMLElement[] {
  const day = freshness.day ?? date?.day
  const state = stateWords(freshness)
  return [
    day ? make('b', '', day) : make('span', '', t('common.freshness.none')),
    ...(freshness.day && freshness.ageDays !== null ? [make('span', '', ageWords(freshness.ageDays))] : []),
    ...(state && day ? [make('span', `freshness-state freshness-${freshness.state}`, state)] : []),
  ]
}

function foundOf({ findings, links }: Ready): HTMLElement[] {
  const progress = { done: count(links.done), total: count(links.total), dead: count(links.dead), unsure: count(links.unsure) }
  return [
    findings.length > 0 ? make('span', 'severity-counts', ...tagsOf(findings)) : make('span', '', t('marks.chip.none')),
    ...(links.done < links.total ? [make('span', 'chip-links', t(links.paused ? 'marks.chip.linksPaused' : 'marks.chip.links', progress))] : []),
  ]
}

/** How many of each severity, the worst first; as SeverityCounts shows them in the windows. */
function tagsOf(findings: readonly Finding[]): HTMLElement[] {
  return SEVERITIES.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length
    if (found === 0) return []
    const mark = make('span', 'tag-mark')
    mark.setAttribute('aria-hidden', 'true')
    return [make('span', `tag severity-${severity}`, mark, t(`common.severity.${severity}`), make('b', '', count(found)))]
  })
}

function make<K extends keyof HTMLElementTagNameMap>(kind: K, looks: string, ...inside: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(kind)
  if (looks) element.className = looks
  element.append(...inside)
  return element
}

function button(looks: string, onClick: () => void): HTMLButtonElement {
  const element = make('button', looks)
  element.type = 'button'
  element.addEventListener('click', onClick)
  return element
}

function name(element: HTMLElement, words: string): void {
  element.setAttribute('aria-label', words)
  element.title = words
}
