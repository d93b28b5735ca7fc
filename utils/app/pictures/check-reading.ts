import { wordingCheck } from '../../checks/wording.ts'
import type { CheckContext } from '../../checks/check.ts'
import type { Area } from '../../types/drawing.ts'
import type { Finding } from '../../types/finding.ts'
import type { OcrChar, OcrReading } from '../../types/ocr.ts'
import type { PictureFinding, PictureOrder, PictureParagraph, PictureText } from '../../types/picture.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PageReading, TextBlock } from '../../types/reading.ts'
import { soundAlike } from '../../wording/sounds.ts'
import { hidePersonal } from '../../wording/personal/cover.ts'
import { paragraphsOf, type Joined } from './paragraphs.ts'

/** What the text of a picture is checked with: the same that the text of a page is. */
export interface TextChecks {
  /** The rules, as the office has set them. */
  rules: () => Promise<CheckContext['checkText']>
  /** The language model; null where it is not available or switched off. */
  model: (reading: PageReading) => Promise<Finding[] | null>
}

/** Below this a character is shown as perhaps misread, 0 to 100. */
const UNSURE = 80
/**
 * A misread character looks just like a wrong one, so words raise an alarm only where each of their characters, and its neighbours,
 * was read at least so surely. Measured on generated pictures by test/bench/eval-alarms.ts (README, Accuracy of text in pictures).
 */
export const SURE = 90

/**
 * Rules about signs that a recogniser cannot tell (full and half width, one bracket or quotation mark from another), about lines that it
 * may have left out, and about the source of a page: in a picture they say nothing of the picture.
 */
const OF_SIGNS = /^wording\/forms\/(?:adjacent-marks|ascii-dash|document-number|doubled-block|doubled-punctuation|half-width|markup-left|mojibake|numbering|odd-characters|pairs|quote-full-stop|script-left|template-tag|title-marks|word-residue)$/

/** Of what is no print in lines the recogniser makes words that nobody wrote. */
const NO_PRINT = ['ocr.note.handwriting', 'ocr.note.upright', 'ocr.note.unreadable']

type About = Pick<PictureOrder, 'pageUrl' | 'pageKind' | 'publishedOn'>

/** Checks what was read in a picture like the text of its page, and finds the place of each suspicion in it. */
export async function checkReading(reading: OcrReading, about: About, { rules, model }: TextChecks, sureFrom = SURE): Promise<PictureText> {
  const joined = paragraphsOf(reading.lines)
  const page = asPage(joined, about)
  const notes: Phrase[] = [...reading.notes]
  const checkText = await rules()
  const byModel = await model(page).catch(() => {
    notes.push({ key: 'app.error.model' })
    return null
  })
  const all = [...wordingCheck.run(page, { checkText } as CheckContext), ...(byModel ?? [])]
  const placed = all.filter(({ check }) => !OF_SIGNS.test(check)).flatMap((finding) => placedIn(finding, joined))
  const isPrint = !reading.notes.some(({ key }) => NO_PRINT.includes(key))
  const sure = placed.filter(({ chars }) => chars.every(({ confidence }) => confidence >= sureFrom)).flatMap((one) => (isPrint && !looksMisread(one.finding) ? [one] : doubted(one)))
  if (sure.length < placed.length) notes.push({ key: 'pictures.note.unsure', params: { count: placed.length - sure.length } })
  return {
    width: reading.width,
    height: reading.height,
    confidence: reading.confidence,
    paragraphs: joined.map((one) => ({ text: masked(one, placed), unsure: unsureOf(one) })),
    findings: sure.map(({ finding, areas }) => ({ finding, areas })),
    notes,
  }
}

/** A reading of a page that is nothing but these paragraphs. */
function asPage(joined: readonly Joined[], { pageUrl, pageKind, publishedOn }: About): PageReading {
  const blocks: TextBlock[] = joined.map(({ text }, id) => ({ id, text, selector: selectorOf(id), role: 'body' }))
  return {
    url: pageUrl, title: '', kind: pageKind, readAt: '', columnPath: [], columnName: null, contentSource: null,
    publication: publishedOn === null ? null : { day: publishedOn, source: 'visible', quote: publishedOn, confidence: 1 },
    lastUpdate: null, dateCandidates: [], dateConflict: null, list: null, listState: 'none', sections: [], tags: {}, footer: NO_FOOTER,
    blocks, links: [], letters: [], guide: null, gaps: [],
  }
}

const NO_FOOTER = {
  siteIdCode: null, icp: null, policeRecord: null, hasConac: false, hasJiucuo: false, jiucuoSiteCode: null, sponsor: null, contact: null,
  hasSiteMap: false, claimsIpv6: false, claimsAccessible: false, copyrightYear: null,
}

const selectorOf = (id: number) => `p${id}`

interface Placed extends PictureFinding {
  paragraph: Joined
  start: number
  chars: OcrChar[]
}

/** Where a suspicion's words stand; none for one that is about no place (more than are listed). */
function placedIn(finding: Finding, joined: readonly Joined[]): Placed[] {
  const { anchor } = finding
  const paragraph = joined[Number(anchor?.selector.slice(1))]
  if (!anchor || !paragraph || anchor.quote === '') return []
  const { start, quote } = anchor
  const at = (from: number, to: number) => paragraph.chars.slice(Math.max(0, from), to).filter((char): char is OcrChar => char !== null)
  const words = at(start, start + quote.length)
  return [{ finding, areas: areasOf(words), paragraph, start, chars: at(start - 1, start + quote.length + 1) }]
}

/**
 * Slips of the keyboard sound like what was meant; a single character that does not was more likely misread, however
 * sure the recogniser is of it.
 */
function looksMisread({ evidence, suggestion }: Finding): boolean {
  const there = [...evidence]
  const meant = [...String(suggestion?.params?.['text'] ?? '')]
  const wrong = there.flatMap((char, at) => (meant.length === there.length && char !== meant[at] ? [[char, meant[at]!] as const] : []))
  const [only] = wrong
  return wrong.length === 1 && only !== undefined && HAN.test(only[0]) && HAN.test(only[1]) && !soundAlike(...only)
}

const HAN = /\p{Script=Han}/u

/** What would be serious is shown all the same, as a question; the rest is only counted. */
function doubted(one: Placed): Placed[] {
  return one.finding.severity === 'serious' ? [{ ...one, finding: { ...one.finding, severity: 'doubtful', confidence: Math.min(one.finding.confidence, 0.4) } }] : []
}

/** One area for each line that the words run over. */
function areasOf(chars: readonly OcrChar[]): Area[] {
  const areas: Area[] = []
  for (const { box } of chars) {
    const last = areas[areas.length - 1]
    const sameLine = last && box.x >= last.x && box.y < last.y + last.height && box.y + box.height > last.y
    if (!sameLine) areas.push({ ...box })
    else {
      const [right, top, bottom] = [Math.max(last.x + last.width, box.x + box.width), Math.min(last.y, box.y), Math.max(last.y + last.height, box.y + box.height)]
      Object.assign(last, { width: right - last.x, y: top, height: bottom - top })
    }
  }
  return areas.map(aside)
}

/** Room beside the words, in heights of theirs: letters are placed by their ink, and a frame on it would hide strokes. */
const ROOM = 0.12

function aside({ x, y, width, height }: Area): Area {
  const room = Math.ceil(height * ROOM)
  const [left, top] = [Math.max(0, x - room), Math.max(0, y - room)]
  return { x: left, y: top, width: x + width + room - left, height: y + height + room - top }
}

/** The text without personal data: neither what the rules found (evidence is masked already) nor what has the form of it. */
function masked(paragraph: Joined, placed: readonly Placed[]): string {
  let text = paragraph.text
  for (const { finding, paragraph: own, start } of placed) {
    const { evidence } = finding
    if (own === paragraph && evidence.includes('*')) text = text.slice(0, start) + evidence + text.slice(start + evidence.length)
  }
  return hidePersonal(text)
}

function unsureOf({ chars }: Joined): PictureParagraph['unsure'] {
  const ranges: PictureParagraph['unsure'] = []
  for (const [at, char] of chars.entries()) {
    if (!char || char.confidence >= UNSURE) continue
    const last = ranges[ranges.length - 1]
    if (last && last[1] === at) last[1] = at + 1
    else ranges.push([at, at + 1])
  }
  return ranges
}
