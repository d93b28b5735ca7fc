import { notIgnored } from '../../ledger/ignores.ts'
import type { In, Out, PageVerdict, ToBackground } from '../../messages.ts'
import { SEVERITIES, type Finding } from '../../types/finding.ts'
import type { Glance } from '../../types/glance.ts'
import type { LinkVerdict } from '../../types/link.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PicturesProgress } from '../../types/picture.ts'
import type { PastIssue } from '../../types/recheck.ts'
import type { PageReading } from '../../types/reading.ts'
import type { LinkRound } from './link-round.ts'
import type { PagePictures } from './pictures/page-pictures.ts'
import { isSiteMapReading } from './places.ts'

/** All that is known of the page so far; what is shown is derived from it. */
export interface PageState {
  reading: PageReading | null
  verdict: PageVerdict | null
  /** What the language model found; null while it is being asked, or where there is none. */
  model: Finding[] | null
  /** True while the model is asked. */
  pending: boolean
  links: LinkRound | null
  /** Why the last reading or judging failed. */
  failed: Phrase | null
}

/** Asks the background; see `ask` of `utils/browser/transport.ts`. */
export type AskBackground = <K extends keyof ToBackground & string>(name: K, data: In<ToBackground, K>) => Promise<Out<ToBackground, K>>

/** Turns link verdicts into findings; given from outside, so that this room does not know the checks. */
export type LinkFindings = (reading: PageReading, verdicts: LinkVerdict[]) => Finding[]

/** Where findings come from that the background does not give. */
export interface FindingSources {
  linkFindings: LinkFindings
  pictures: Pick<PagePictures, 'findings' | 'progress'>
}

/** Findings of the page, worst first, without what was waved aside. */
export function findingsOf({ reading, verdict, model, links }: PageState, { linkFindings, pictures }: FindingSources): Finding[] {
  if (!reading || !verdict) return []
  const all = [...verdict.findings, ...(model ?? []), ...linkFindings(reading, links?.verdicts() ?? []), ...pictures.findings()]
  const rank = (finding: Finding) => SEVERITIES.indexOf(finding.severity)
  return notIgnored(all, verdict.ignores, reading.url).sort((a, b) => rank(a) - rank(b))
}

const NO_LINKS = { total: 0, done: 0, alive: 0, dead: 0, unsure: 0, paused: false }

/** Where else a glance comes from. */
interface GlanceSources extends Pick<FindingSources, 'pictures'> {
  win: { location: { href: string; host: string } }
  /** Says why a link is to be looked at; null while nothing is here that could. */
  why: ((verdict: LinkVerdict) => string) | null
}

/** Whether the windows have more to tell of a page. */
export function knowsMoreWithWindows({ verdict, links }: PageState): boolean {
  return (verdict?.past.length ?? 0) > 0 || (links?.verdicts() ?? []).some(isUnsure)
}

/** What chip, panel and popup show. */
export function glanceOf(state: PageState, findings: Finding[], past: PastIssue[], { win: { location }, pictures, why }: GlanceSources): Glance {
  const { reading, verdict, links, failed } = state
  if (!reading || !verdict) return { state: failed ? 'unread' : 'reading', url: location.href, host: location.host, says: failed }
  const progress = links?.progress() ?? NO_LINKS
  const inPictures = pictures.progress()
  return {
    state: 'ready',
    url: reading.url,
    host: location.host,
    title: reading.title,
    belonging: verdict.belonging,
    columnName: reading.columnName,
    freshness: verdict.freshness,
    date: reading.publication ?? reading.lastUpdate,
    findings,
    recorded: recordedOf(verdict, findings),
    past,
    links: progress,
    pending: state.pending,
    offersPlaces: reading.kind === 'home' || isSiteMapReading(reading),
    ...(inPictures && !verdict.noPictures ? { pictures: inPictures } : {}),
    unchecked: [...verdict.unchecked, ...unreadPictures(inPictures, verdict), ...unsureLinks(links?.verdicts() ?? [], why)],
  }
}

/** What stands in pictures is not checked before it was read. */
function unreadPictures(pictures: PicturesProgress | null, { noPictures }: PageVerdict): Phrase[] {
  if (!pictures || pictures.read >= pictures.large) return []
  return [{ key: 'pictures.unread', params: { count: pictures.large - pictures.read } }, ...(noPictures ? [noPictures] : [])]
}

/** So many links that a person has to look at are named; the rest is counted. */
const NAMED = 20

const isUnsure = ({ verdict }: LinkVerdict) => verdict === 'unsure'

function unsureLinks(verdicts: readonly LinkVerdict[], why: GlanceSources['why']): Phrase[] {
  const unsure = verdicts.filter(isUnsure)
  if (!unsure.length) return []
  const named = why ? unsure.slice(0, NAMED).map((verdict) => ({ key: 'app.unsure-link', params: { address: verdict.href, why: why(verdict) } })) : []
  return [{ key: 'app.unsure-links', params: { count: unsure.length } }, ...named]
}

/** Finding id → number of the issue that stands for the same words of the same check. */
function recordedOf({ recorded }: PageVerdict, findings: Finding[]): Record<string, number | string> {
  if (recorded.length === 0) return {}
  const numbers = new Map(recorded.map(({ check, quote, number }) => [`${check}\n${quote}`, number]))
  return Object.fromEntries(
    findings.flatMap(({ id, check, evidence }) => {
      const number = numbers.get(`${check}\n${evidence}`)
      return number === undefined ? [] : [[id, number]]
    }),
  )
}
