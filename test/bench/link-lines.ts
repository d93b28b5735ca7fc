import texts from '../../assets/locales/zh-CN/links.json' with { type: 'json' }
import { classifyWithoutRequest, needsRequest, type Classified } from '../../utils/links/classify.ts'
import { servedByScript } from '../../utils/links/neighbours.ts'
import type { LinkVerdict, Verdict } from '../../utils/types/link.ts'
import type { LinkReading } from '../../utils/types/reading.ts'

/** One link as the measuring command prints it. */
export interface LinkLine {
  href: string
  /** As written in the page. */
  raw: string
  verdict: Verdict
  /** 空链 and the like, else the kind of the reason: `not-found`, `soft-404`, `timeout` … */
  kind: string
  /** Key of the reason. */
  code: string
  /** The reason in plain Chinese. */
  reason: string
  status: number | null
  netError: string | null
  hops: { url: string; status: number }[]
  ms: number
}

/** What a link is worth without a request; private addresses are a person's business, malformed ones open for nobody. */
function unaskedVerdict({ kind, reason }: Classified): Verdict {
  if (kind === 'skip') return reason === 'action' ? 'unsure' : 'alive'
  if (reason === 'private-host' || reason === 'localhost' || reason === 'test-host' || reason === 'image-pixel') return 'unsure'
  return 'dead'
}

function textOf(key: string, holes: Record<string, string | number>): string {
  const found = (texts.reason as Record<string, string>)[key] ?? (texts.says as Record<string, string>)[key] ?? key
  return found.replace(/\{(\w+)\}/g, (_, name: string) => String(holes[name] ?? ''))
}

/** One line a distinct link of the page: by address where it has one, else by what is written. */
export function linesOf(pageUrl: string, links: readonly LinkReading[], verdicts: readonly LinkVerdict[]): LinkLine[] {
  const byHref = new Map(verdicts.map((verdict) => [verdict.href, verdict]))
  const page = { url: pageUrl, isSecure: pageUrl.startsWith('https:') }
  const lines = new Map<string, LinkLine>()
  const served = servedByScript(links)
  for (const link of links) {
    const classified: Classified = served.has(link) ? { kind: 'skip', reason: 'nothing' } : classifyWithoutRequest(link, page)
    const href = link.href ?? link.raw
    const found = link.href === null ? undefined : byHref.get(link.href)
    const own = classified.kind === 'hidden' || (classified.kind === 'mixed' && found?.verdict === 'alive') || (classified.kind === 'outside' && found?.verdict === 'alive')
    const missed = !found && needsRequest(classified, link.href, page)
    const line: LinkLine = missed
      ? { href, raw: link.raw, verdict: 'unsure', kind: 'stopped', code: 'stopped', reason: textOf('stopped', {}), status: null, netError: null, hops: [], ms: 0 }
      : found
      ? { href, raw: link.raw, verdict: found.verdict, kind: own ? classified.kind : found.reason, code: found.reason, reason: textOf(found.reason, { status: found.status ?? '' }), status: found.status, netError: found.netError, hops: found.hops, ms: found.ms }
      : { href, raw: link.raw, verdict: unaskedVerdict(classified), kind: classified.kind === 'skip' ? classified.reason : classified.kind, code: classified.reason, reason: textOf(classified.reason, { text: link.text }), status: null, netError: null, hops: [], ms: 0 }
    const key = classified.kind === 'empty' ? `${link.raw} ${link.text}` : href
    if (!lines.has(key)) lines.set(key, line)
  }
  return [...lines.values()]
}
