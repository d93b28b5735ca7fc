import { saysThat } from '../../errors.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { FoundAgain } from '../../ledger/rechecks.ts'
import { addressesToAsk, verdictOn } from '../../ledger/recheck-verdict.ts'
import { sayInChinese } from '../../locale.ts'
import type { QuietTab } from '../../browser/quiet-tab.ts'
import type { Finding } from '../../types/finding.ts'
import type { Issue, Recheck } from '../../types/issue.ts'
import type { LinkVerdict } from '../../types/link.ts'
import type { PageReading } from '../../types/reading.ts'
import type { PageCopy, PageSight, RecheckVerdict } from '../../types/recheck.ts'
import { judge, type VerdictDeps } from '../page-verdict.ts'
import { freshnessOf } from '../../checks/deadlines.ts'
import { openLive, photographPlace, type LivePageDeps } from './live-page.ts'

export interface LookAtDeps extends LivePageDeps {
  ledger: Pick<Ledger, 'db' | 'now'>
  verdict: VerdictDeps
  fetchPage: (url: string, signal: AbortSignal) => Promise<PageCopy>
  /** Reads a fetched page; it needs a DOM. */
  readCopy: (html: string, url: string, now: Date) => PageReading
  /** What the language model finds; null where it is not to be had. */
  modelFindings: (reading: PageReading) => Promise<Finding[] | null>
  askLinks: (pageUrl: string, hrefs: string[], signal: AbortSignal) => Promise<LinkVerdict[]>
  /** Lends the tab in which pages are opened, one page at a time; null where the page may not be read in a tab. */
  inTab: <T>(url: string, work: (tab: QuietTab) => Promise<T>) => Promise<T | null>
}

/** What became of one page: its issues' results, or that the host objects. */
export type Looked = { kind: 'found'; found: FoundAgain[]; openedTab: boolean } | Extract<PageCopy, { kind: 'objects' }>

/** At most one page a second to a host. */
export const PAGE_GAP = 1_000

/** Checks whose page may paint its list late. */
const PATIENT = /^(?:freshness|structure|footer)\//

/**
 * Looks at one page again for all its issues: fetched once, and opened in a tab only where a copy cannot tell or a picture
 * of what was mended is wanted. Then the page in the tab is what counts.
 */
export async function lookAt(deps: LookAtDeps, issues: readonly Issue[], withShots: boolean, signal: AbortSignal): Promise<Looked> {
  const { url } = issues[0]!
  const copy = await deps.fetchPage(url, signal)
  if (copy.kind === 'objects') return copy
  if (copy.kind === 'none' && !copy.open) return all(deps, issues, { ...copy, now: '' })
  const first = copy.kind === 'page' ? await verdictsOn(deps, issues, deps.readCopy(copy.html, copy.final, deps.ledger.now()), false, signal) : null
  const enough = first !== null && issues.every(({ id }) => first.get(id)!.sure && (!withShots || first.get(id)!.result !== 'fixed'))
  if (enough) return done(deps, issues, first)
  await deps.wait(PAGE_GAP)
  const opened = await deps.inTab(url, (tab) => inLivePage(deps, tab, issues, withShots, signal))
  if (opened) return { ...opened, openedTab: true }
  if (first) return done(deps, issues, new Map([...first].map(([id, verdict]) => [id, withoutTab(verdict)])))
  return all(deps, issues, { ...(copy as Extract<PageCopy, { kind: 'none' }>), now: '' })
}

async function inLivePage(deps: LookAtDeps, tab: QuietTab, issues: readonly Issue[], withShots: boolean, signal: AbortSignal): Promise<Extract<Looked, { kind: 'found' }>> {
  const patient = issues.some(({ check }) => PATIENT.test(check))
  const page = await openLive(deps, tab, issues[0]!.url, patient)
  if (page.kind === 'none') return all(deps, issues, { ...page, now: '' })
  const verdicts = await verdictsOn(deps, issues, page.reading, true, signal)
  const found: FoundAgain[] = []
  for (const issue of issues) {
    const verdict = verdicts.get(issue.id)!
    const picture = withShots && verdict.result === 'fixed' ? await photographPlace(deps, tab, verdict.place).catch(() => null) : null
    found.push({ ...foundOf(deps, issue, verdict), picture })
  }
  return { kind: 'found', found, openedTab: true }
}

/** Runs the same checks as on a visit, asks again for the addresses that matter, and compares. */
async function verdictsOn(deps: LookAtDeps, issues: readonly Issue[], reading: PageReading, live: boolean, signal: AbortSignal): Promise<Map<string, RecheckVerdict>> {
  const { judged } = await judge(deps.verdict, reading)
  const { context } = judged
  // The model costs seconds, so it is asked only for what it found itself.
  const model = issues.some(({ check }) => check.startsWith('wording/model')) ? await deps.modelFindings(reading).catch(noModel) : null
  const findings = [...judged.findings, ...(model ?? [])]
  const hrefs = [...new Set(issues.flatMap((issue) => addressesToAsk(issue, { reading, findings })))]
  const asked = hrefs.length === 0 ? [] : await deps.askLinks(reading.url, hrefs, signal)
  const links = Object.fromEntries(asked.map((verdict) => [verdict.href, verdict]))
  const sight: PageSight = { reading, findings, freshness: freshnessOf(reading, context), links, live }
  return new Map(issues.map((issue) => [issue.id, verdictOn(issue, sight)]))
}

/** Where no tab could be opened, what only a tab can tell is left to a person. */
function withoutTab(verdict: RecheckVerdict): RecheckVerdict {
  if (verdict.sure || verdict.result === 'changed' || verdict.result === 'person') return verdict
  return { ...verdict, result: 'person', says: { key: 'recheck.says.needs-tab' } }
}

function done(deps: LookAtDeps, issues: readonly Issue[], verdicts: ReadonlyMap<string, RecheckVerdict>): Looked {
  return { kind: 'found', openedTab: false, found: issues.map((issue) => foundOf(deps, issue, verdicts.get(issue.id)!)) }
}

/** One result for every issue of a page. */
export function all(deps: Pick<LookAtDeps, 'ledger'>, issues: readonly Pick<Issue, 'id'>[], verdict: Pick<Recheck, 'result' | 'says' | 'now'>): Extract<Looked, { kind: 'found' }> {
  return { kind: 'found', openedTab: false, found: issues.map((issue) => foundOf(deps, issue, verdict)) }
}

function foundOf({ ledger }: Pick<LookAtDeps, 'ledger'>, { id }: Pick<Issue, 'id'>, { result, says, now }: Pick<Recheck, 'result' | 'says' | 'now'>): FoundAgain {
  const found: Recheck = { at: ledger.now().toISOString(), result, says, now }
  return { issueId: id, found, reason: reasonOf(found), picture: null }
}

/** `复查：已整改。原处现在写的是“…”`, for the history. */
export function reasonOf({ result, says }: Recheck): string {
  return sayInChinese({ key: 'recheck.reason', params: { result: sayInChinese({ key: `recheck.result.${result}` }), says: sayInChinese(says) } })
}

/** Where the model cannot run the rules decide alone. */
function noModel(error: unknown): null {
  if (saysThat(error, 'app.error.model')) return null
  throw error
}
