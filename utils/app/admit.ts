import * as v from 'valibot'
import { addressOf } from '../address.ts'
import { PlainError } from '../errors.ts'
import type { Sender, Streams, ToBackground } from '../messages.ts'
import { CAPTURE_KINDS } from '../types/capture.ts'
import { pageReading } from './reading-schema.ts'
import { isTooLarge } from './size.ts'

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))
const url = v.pipe(text(8000), v.url())
const id = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/))
const severity = v.picklist(['serious', 'general', 'minor', 'doubtful'])

const anchor = v.nullable(v.object({ quote: text(20_000), prefix: text(200), suffix: text(200), start: v.pipe(v.number(), v.integer(), v.minValue(0)), selector: text(8000) }))

const target = v.variant('kind', [
  v.object({ kind: v.literal('finding'), findingId: text(2000) }),
  v.object({ kind: v.literal('selection'), text: text(20_000) }),
  v.object({ kind: v.literal('image'), src: text(8000) }),
  v.object({ kind: v.literal('page') }),
  v.object({ kind: v.literal('dead-links') }),
  v.object({ kind: v.literal('place'), anchor }),
  v.object({
    kind: v.literal('manual'),
    type: v.pipe(text(100), v.startsWith('manual/')),
    severity,
    description: text(20_000),
    unitId: v.nullable(text(100)),
    anchor: v.optional(anchor),
  }),
])

const kind = v.picklist(CAPTURE_KINDS)
/** CSS pixels; far more than any browser lays out. */
const pixels = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000_000))
const area = v.nullable(v.object({ x: pixels, y: pixels, width: pixels, height: pixels }))

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const tabId = v.nullable(v.pipe(v.number(), v.integer()))

const side = v.pipe(v.number(), v.minValue(-100_000), v.maxValue(1_000_000))
/** A picture that stands in the page itself may be megabytes long. */
const pictureSrc = v.union([text(8000), v.pipe(text(28_000_000), v.regex(/^data:image\//i))])
const frameBox = v.object({ x: side, y: side, width: side, height: side })
const pictureSource = v.variant('by', [
  v.object({ by: v.literal('address'), src: pictureSrc }),
  v.object({ by: v.literal('place'), box: frameBox, viewportWidth: v.pipe(v.number(), v.minValue(1), v.maxValue(100_000)) }),
  v.object({ by: v.literal('shot'), hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
])

/** Shape and size of every message to the background. */
const SHAPES: Partial<Record<string, v.GenericSchema>> & Record<keyof ToBackground | keyof Streams, v.GenericSchema> = Object.assign(Object.create(null) as object, {
  'page.read': v.object({ reading: pageReading, badge: v.boolean() }),
  'page.model': v.object({ reading: pageReading }),
  'page.visit': v.object({ id, url, seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)), findings: count }),
  'page.windows': v.null(),
  'round.place': v.null(),
  'route.step': v.object({ step: v.picklist(['next', 'back', 'skip', 'again', 'pause', 'resume', 'stop']), tabId }),
  'links.check': v.object({ pageUrl: url, hrefs: v.pipe(v.array(text(8000)), v.maxLength(20_000)), force: v.boolean() }),
  'page.copy': v.object({ url }),
  'picture.choose': v.object({ tabId }),
  'picture.frame': v.object({ box: frameBox }),
  'picture.read': v.object({
    source: pictureSource,
    pageUrl: url,
    pageKind: v.picklist(['home', 'column', 'article', 'letters', 'guide', 'search', 'login', 'other']),
    publishedOn: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))),
  }),
  'issue.record': v.object({ issueId: id, target, tabId }),
  'links.stop-host': v.object({ pageUrl: url, host: v.pipe(text(300), v.regex(/^[^\s/]+$/)) }),
  'links.checked': v.object({ url, checked: count, dead: count, confirmed: count, unsure: count }),
  'issue.undo': v.object({ issueId: id }),
  'finding.ignore': v.object({
    kind: v.picklist(['ignored', 'false-alarm']),
    scope: v.picklist(['here', 'site', 'everywhere']),
    check: text(200),
    evidence: text(20_000),
    url,
  }),
  'ignore.undo': v.object({ id }),
  'badge.show': v.object({ serious: count, others: count }),
  'site.state': v.object({ url: text(8000) }),
  'site.switch': v.object({ url, on: v.boolean() }),
  'unit.assign': v.object({ url, unitId: v.nullable(text(100)), newName: text(200) }),
  'shot.begin': v.object({ kind, tabId, target, addTo: v.nullable(id) }),
  'shot.take': v.object({ kind, issueId: id, add: v.nullable(v.picklist(['found', 'after'])), target, area }),
  'shot.retake': v.object({ issueId: id, kind }),
  'pages.refresh': v.null(),
  'past.settle': v.object({ url, issueId: id, to: v.picklist(['open', 'fixed', 'closed', 'doubtful']), undo: v.boolean(), reason: text(500) }),
  'ledger.open': v.object({ hash: v.pipe(text(200), v.regex(/^(#\/[\w/?=-]*)?$/)) }),
} satisfies Record<keyof ToBackground | keyof Streams, v.GenericSchema>)

/** What only our own pages may ask: a content script needs none of it. */
const OURS_ALONE: ReadonlySet<string> = new Set<keyof ToBackground | keyof Streams>(['site.state', 'unit.assign', 'shot.retake', 'pages.refresh', 'page.copy'])

/**
 * Lets a message in, or throws. A visited page may be hostile and its content script is the nearest to it,
 * so what comes from there speaks for its own page only.
 * @throws PlainError `app.error.bad-message`
 */
export function admit(name: string, data: unknown, sender: Sender): void {
  const shape = SHAPES[name]
  const refused = new PlainError({ key: 'app.error.bad-message', params: { name } })
  // Asked first: a shape that is looked at costs what it holds.
  if (shape === undefined || isTooLarge(data) || !v.is(shape, data)) throw refused
  if (sender.own) return
  const said = (data ?? {}) as Record<string, unknown>
  // A page may be switched off from itself; on, only from the popup and the settings.
  const switchesOn = name === 'site.switch' && said['on'] === true
  if (sender.tabId === null || OURS_ALONE.has(name) || switchesOn || !speaksForItself(said, sender)) throw refused
}

function speaksForItself(data: Record<string, unknown>, sender: Sender): boolean {
  const about = data['pageUrl'] ?? data['url'] ?? (data['reading'] as { url?: unknown } | undefined)?.url
  return about === undefined || originOf(about) === originOf(sender.url)
}

/** What lies elsewhere is not a page's to touch: an issue or an ignored place of another site. @throws PlainError `app.error.bad-message` */
export function admitOwn(name: string, address: string | undefined, sender: Sender): void {
  if (sender.own || address === undefined || originOf(address) === originOf(sender.url)) return
  throw new PlainError({ key: 'app.error.bad-message', params: { name } })
}

function originOf(address: unknown): string | null {
  return typeof address === 'string' ? (addressOf(address)?.origin ?? null) : null
}
