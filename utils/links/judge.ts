import { hostOf, isHomePath, isHttp, resolveAddress } from './address.ts'
import { looksLikeAction } from './action.ts'
import { movedElsewhere, type Answer, type Failure } from './answer.ts'
import { attachmentFault, endIsUnread, fileKindOf } from './attachment.ts'
import { endMissing, latin } from './file-marks.ts'
import { changedOwner, isServerDefault } from './changed-owner.ts'
import { goneWords, PROSE } from './gone.ts'
import { lengthOf, type HtmlFacts } from './html.ts'
import { isLoginWall } from './login.ts'
import { hasAnswered } from './look.ts'
import { pageOf } from './page-facts.ts'
import { plainAnswer } from './plain-answer.ts'
import type { Reason } from './reasons.ts'
import { refreshTarget } from './sends-on.ts'
import { isFilled, isUnknownPage, sketch, type UnknownAnswer } from './soft404.ts'
import { wallOf } from './walls.ts'

/** What one look says about the address. */
export interface Ruling {
  reason: Reason
  /** Title and first words, or the words that show it. */
  evidence: string
  /** The answer that decided: the last one, where the page sent its visitor on by itself. */
  answer: Answer
}

export interface JudgeTools {
  /** What the host answers to an address like this one that cannot exist; or, where asked for, what its folder answers. */
  unknown: (address: string, inFolder?: boolean) => Promise<UnknownAnswer>
  /** Asks for the address that a page sends its visitor to; null where it may not be asked for. */
  follow: (address: string) => Promise<Answer | Failure | null>
  /** Asks for the last bytes of a file; null where it may not be asked for. */
  tail: (address: string) => Promise<Answer | Failure | null>
}

/** Characters that make a page worth reading although it broke off. */
const READABLE = 300
/** A page that sends its visitor on is followed so many times. */
const FOLLOW = 3
/** An answer to any address that shows more than so many characters and speaks of no error is a home page. */
const HOME_LENGTH = 400
const ERROR_PATH = /(?:^|\/)(?:40[0-9]|50[0-9]|error|err|not-?found|no-?page|nofound|page-?not-?found|errorpage|cuowu)(?=[/._?\d-]|$)/i
/** `/404.html`, `/error.jsp?code=404` */
const MISSING_PATH = /(?:^|[/_.=?&-])(?:404|not-?found|page-?not-?found|nofound)(?=$|[/_.&?#-])/i
const SHOWS_OTHERWISE = /<(?:frame|iframe|img|object|embed|video|canvas|svg|input)\b/i

/**
 * True for a deep link that ends at a home page. A short name that leads to another site's home page is a short name
 * (`/zwfw` → the services' own host), and so is a redirector that carries its target.
 */
function endsAtHome({ asked, final }: Answer): boolean {
  if (!isHomePath(final) || isHomePath(asked)) return false
  const { pathname, search } = new URL(asked)
  if (/https?(?::|%3a)|[?&](?:url|to|target|link|goto|redirect\w*)=/i.test(search)) return false
  return hostOf(asked) === hostOf(final) ? true : !/^\/[^/.]*\/?$/.test(pathname)
}

function evidenceOf(facts: HtmlFacts | null): string {
  if (!facts) return ''
  return [facts.title, facts.text.slice(0, 120)].filter(Boolean).join('｜')
}

function deadStatus(answer: Answer): Reason | null {
  const dead = answer.status === 404 ? 'not-found' : answer.status === 410 ? 'gone' : answer.status >= 500 ? 'server-error' : null
  return dead && movedElsewhere(answer) ? 'redirect-dead' : dead
}

/** The kind of error page that a redirect ends at, by its address. */
function sentTo({ asked, final }: Answer): 'error' | 'missing' | null {
  const { pathname, search } = new URL(final)
  if (!ERROR_PATH.test(pathname) || ERROR_PATH.test(new URL(asked).pathname)) return null
  return MISSING_PATH.test(pathname + search) ? 'missing' : 'error'
}

/** What the page's own words say, weighed by how much else it says. */
function byWords(facts: HtmlFacts, sentTo: 'error' | 'missing' | null): Reason | null {
  const words = goneWords(facts)
  const sentToErrorPage = sentTo !== null
  const says = words.inTitle || words.inLine !== null
  if (!says && !sentToErrorPage) return words.inMessage && words.short ? 'maybe-gone' : null
  const dead = words.isError ? 'error-page' : 'soft-404'
  if (says && !words.inTitle && !words.isError && words.dated && !sentToErrorPage) return 'maybe-gone'
  if (says && (words.short || (words.inTitle && words.inLine !== null && !words.long))) return dead
  if (sentToErrorPage) return says || (sentTo === 'missing' && words.short) ? dead : 'maybe-gone'
  return words.long && !words.inTitle ? null : 'maybe-gone'
}

/** A search that found nothing says so too. */
function isSearch({ asked, final }: Answer, facts: HtmlFacts): boolean {
  return (/搜索|检索|查询|search/i.test(facts.title) && !goneWords(facts).inTitle) || [asked, final].some((href) => /(?:^|[/_.?&-])(?:search|query|sousuo|jiansuo|find)/i.test(new URL(href).pathname + new URL(href).search))
}

/** A page of so few characters outside links, without a date, may be the error page of one system on a host of several. */
const SPARSE = 150
function isSparse(facts: HtmlFacts): boolean {
  return lengthOf(facts.lines) < SPARSE && !/\d{4}\s*[-/.年]\s*\d{1,2}/.test(facts.text)
}

async function byHost(answer: Answer, facts: HtmlFacts, tools: JudgeTools): Promise<Reason | null> {
  if (isHomePath(answer.asked)) return null
  const found = likeUnknown(answer, facts, await tools.unknown(answer.asked))
  return found === null && isSparse(facts) ? likeUnknown(answer, facts, await tools.unknown(answer.asked, true)) : found
}

function likeUnknown(answer: Answer, facts: HtmlFacts, unknown: UnknownAnswer): Reason | null {
  if (unknown.kind === 'elsewhere') return movedElsewhere(answer) && answer.final === unknown.final ? 'soft-404' : null
  if (unknown.kind !== 'page' || !isUnknownPage(sketch(facts, answer.asked), unknown)) return null
  if (!unknown.saysGone && isFilled(facts)) return 'needs-script'
  if (unknown.saysGone || lengthOf([facts.text]) < HOME_LENGTH) return 'soft-404'
  // the host shows its home page for any address: a short name without extension may be another name of it
  return /^\/[^/.]*\/?$/.test(new URL(answer.asked).pathname) ? 'maybe-gone' : 'home-instead'
}

async function judgePage(answer: Answer, facts: HtmlFacts, tools: JudgeTools, left: number): Promise<Ruling> {
  const rule = (reason: Reason, evidence = evidenceOf(facts)): Ruling => ({ reason, evidence, answer })
  // 「登录入口」 stands in the title of gambling pages too
  const owner = changedOwner(answer, facts)
  if (owner) return rule(owner.reason, `${owner.evidence}｜${evidenceOf(facts)}`)
  if (isLoginWall(answer, facts)) return rule('login')
  if (isServerDefault(facts)) return rule('server-default')
  const moved = movedElsewhere(answer)
  if (moved && endsAtHome(answer)) return rule('redirect-home')
  const sendsTo = (answer.refresh ? refreshTarget(answer.refresh) : null) ?? facts.sendsTo
  if (sendsTo !== null && left > 0) {
    const sent = await sendOn(answer, sendsTo, answer.refresh ? '' : facts.base ?? '', tools, left)
    if (sent) return sent
  }
  const words = isSearch(answer, facts) ? null : byWords(facts, moved ? sentTo(answer) : null)
  if (words && words !== 'maybe-gone') return rule(words)
  const host = await byHost(answer, facts, tools)
  if (host) return rule(host)
  // a host that answers 404 to what does not exist means a page of sentences when it sends one
  const { long, sentences, inTitle } = goneWords(facts)
  if (words && !((long || (sentences >= PROSE && !inTitle)) && (await tools.unknown(answer.asked)).kind === 'honest')) return rule(words)
  // what came in 15 s or before the break may be enough to read
  if (answer.broken && lengthOf([facts.text]) < READABLE && !/<\/html>/i.test(facts.html)) return rule(answer.late ? 'timeout' : 'cut-short')
  if (lengthOf([facts.text]) === 0 && !SHOWS_OTHERWISE.test(facts.html)) {
    if (facts.scripts === 0) return rule('empty-page')
    // a page of scripts that does not even have a name may be a challenge that nobody knows yet
    if (facts.title === '') return rule('needs-script')
  }
  return rule(moved ? 'redirected' : 'ok')
}

/** Follows a page that sends its visitor on by `Refresh`, `<meta refresh>` or script, as a browser would. */
async function sendOn(answer: Answer, sendsTo: string, base: string, tools: JudgeTools, left: number): Promise<Ruling | null> {
  const target = resolveAddress(sendsTo, (base ? resolveAddress(base, answer.final)?.href : undefined) ?? answer.final)
  if (!target || !isHttp(target.href)) return null
  target.hash = ''
  if (target.href === answer.final || target.href === answer.asked || looksLikeAction(target.href)) return null
  const next = await tools.follow(target.href)
  if (!next) return null
  const hops = [...answer.hops, ...next.hops]
  if (!hasAnswered(next)) return { reason: 'redirect-dead', evidence: `${target.href} ${next.netError ?? next.reason}`, answer: { ...answer, hops } }
  return judge({ ...next, asked: answer.asked, hops, ms: answer.ms + next.ms }, tools, left - 1)
}

/** Judges one answer: 活, 死 or 需人工核实, with the reason. Walls before everything else: behind one nothing is known. */
export async function judge(answer: Answer, tools: JudgeTools, left = FOLLOW): Promise<Ruling> {
  const plain = plainAnswer(answer)
  const facts = plain ?? pageOf(answer)
  const rule = (reason: Reason): Ruling => ({ reason, evidence: evidenceOf(facts), answer })
  const wall = wallOf(answer.status, facts, answer.marks)
  if (wall) return rule(wall)
  const dead = deadStatus(answer)
  if (dead) return rule(dead)
  if (answer.status < 200 || answer.status >= 300) return rule('odd-status')
  if (answer.status === 204 || answer.status === 205) return rule('empty-page')
  const fault = attachmentFault(answer)
  // a login page, a challenge or 「文件不存在」 in place of a file is what it is first
  if (fault === 'attachment-page' && facts) {
    const ruling = await judgePage(answer, facts, tools, left)
    return ruling.reason === 'ok' || ruling.reason === 'redirected' || ruling.reason === 'maybe-gone' || ruling.reason === 'needs-script' ? rule('attachment-page') : ruling
  }
  if (fault) return rule(fault)
  if (endIsUnread(answer)) {
    const tail = await tools.tail(answer.final)
    if (tail && hasAnswered(tail) && tail.status === 206 && endMissing(latin(answer.bytes.subarray(0, 8)), latin(tail.bytes))) return rule('attachment-truncated')
  }
  if (plain?.lines.some((line) => /^错误 40[13]$|未登录|登录(?:超时|失效|过期)|请先?登录/.test(line))) return rule('login')
  if (plain && goneWords(plain).inLine !== null && !fileKindOf(answer)) return rule(goneWords(plain).isError ? 'error-page' : 'soft-404')
  if (facts && !plain && !fileKindOf(answer)) return judgePage(answer, facts, tools, left)
  if (answer.bytes.length === 0 && !answer.broken) return rule('empty-page')
  return rule(movedElsewhere(answer) ? 'redirected' : 'ok')
}
