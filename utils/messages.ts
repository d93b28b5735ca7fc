import type { Glance } from './types/glance.ts'
import type { Status } from './types/issue.ts'
import type { CaptureKind, CaptureNews, CaptureOrder, PageView } from './types/capture.ts'
import type { PageContext } from './types/evidence.ts'
import type { PageCopy, PastPage } from './types/recheck.ts'
import type { LinkVerdict } from './types/link.ts'
import type { LinkLog } from './types/round.ts'
import type { Anchor } from './types/anchor.ts'
import type { Finding, Severity } from './types/finding.ts'
import type { PictureAsk, PictureBit } from './types/ocr.ts'
import type { Phrase } from './types/phrase.ts'
import type { PictureNews, PictureOrder } from './types/picture.ts'
import type { PageReading, TextBlock } from './types/reading.ts'
import type { RoundPlace, RouteStep } from './types/route.ts'
import type { PagePlaces } from './types/roster-import.ts'
import type { Belonging, Freshness } from './types/roster.ts'
import type { Suspicion } from './types/wording.ts'
import type { Box, Ignore, IgnoreScope, Recorded, RecordDraft, RecordTarget } from './types/record.ts'

/** An issue that was recorded from a page before. */
export interface PageIssue {
  issueId: string
  number: number | string
  check: string
  quote: string
}

/** What the background makes of a page's reading. */
export interface PageVerdict {
  /** Language that the person chose, BCP 47 or `auto`. */
  language: string
  belonging: Belonging
  freshness: Freshness
  findings: Finding[]
  /** What its links lead to and is worth a request, each once. */
  addresses: string[]
  unchecked: Phrase[]
  /** `check` + evidence of issues of this page that stand → number and id. */
  recorded: PageIssue[]
  /** What was waved aside here, on this site or everywhere. */
  ignores: Ignore[]
  /** 待整改, 已整改 and 存疑 issues of this page, for 上次发现. */
  past: PastPage[]
  /** What their checks find, also what was waved aside. */
  pastFindings: Finding[]
  /** True in a tab that a re-check opened: nothing is drawn there, and no link asked for. */
  quiet: boolean
  /** The place in the reading route, and whether reading is logged. */
  round: RoundPlace
  /** Why pictures cannot be read in this browser; absent where they can. */
  noPictures?: Phrase
}

/** Messages to the background. `from` says who may send them; the shapes are checked by `schemas/`. */
export interface ToBackground {
  /** A page was read: whose is it, and what is suspicious? `badge`: also counts for the toolbar what is answered. */
  'page.read': { in: { reading: PageReading; badge: boolean }; out: PageVerdict }
  /** 读网记录: how long a page that was read has been seen, and how many suspicions it shows. False where nothing is logged (paused, private window). */
  'page.visit': { in: { id: string; url: string; seconds: number; findings: number }; out: boolean }
  /** Put the windows of our layer into the page that asks: there is something to show. */
  'page.windows': { in: null; out: null }
  /** The place in the reading route, and whether reading is logged. */
  'round.place': { in: null; out: RoundPlace }
  /** 下一个 and its like. A content script steps in its own tab; the popup names the tab. `says`: why there was no step. */
  'route.step': { in: { step: RouteStep; tabId: number | null }; out: { place: RoundPlace; says: Phrase | null } }
  /** Record with a screenshot. `issueId` is chosen by the asker, so that asking again never records twice. */
  'issue.record': { in: { issueId: string; target: RecordTarget; tabId: number | null }; out: Recorded }
  /** What the language model finds besides the rules; null where it is not available or switched off. */
  'page.model': { in: { reading: PageReading }; out: Finding[] | null }
  /** 停止检查这个网站: what still waits for one host is given up, on every page. */
  'links.stop-host': { in: { pageUrl: string; host: string }; out: null }
  /** All links of a page have their verdict: what the reading log keeps of them. */
  'links.checked': { in: { url: string } & LinkLog; out: null }
  'issue.undo': { in: { issueId: string }; out: null }
  'finding.ignore': { in: { kind: Ignore['kind']; scope: IgnoreScope; check: string; evidence: string; url: string }; out: Ignore }
  'ignore.undo': { in: { id: string }; out: null }
  /** Counts for the toolbar. */
  'badge.show': { in: { serious: number; others: number }; out: null }
  'site.state': { in: { url: string }; out: { on: boolean; readable: boolean } }
  'site.switch': { in: { url: string; on: boolean }; out: null }
  'unit.assign': { in: { url: string; unitId: string | null; newName: string }; out: null }
  /** Have a picture taken of the tab: at once (`visible`), or as soon as the person has chosen in the page. `addTo`: of an issue that stands, whose page this is. */
  'shot.begin': { in: { kind: CaptureKind; tabId: number | null; target: RecordTarget; addTo: string | null }; out: Recorded | null }
  /** Take the picture that an issue was recorded without, or one more of its page as it is now. */
  'shot.retake': { in: { issueId: string; kind: CaptureKind }; out: null }
  /** 框选识别: let the person frame a part of the page whose words are to be read. A content script has its own tab; the popup names the tab. */
  'picture.choose': { in: { tabId: number | null }; out: null }
  /** It was framed: hand the frame to the page's own layer. */
  'picture.frame': { in: { box: Box }; out: null }
  'ledger.open': { in: { hash: string }; out: null }
  /** What the office has set changed, or everything did: sites follow, and pages that are open are checked again. */
  'pages.refresh': { in: null; out: null }
  /** 确认已整改, 销号 or 退回 of an issue of the page that one looks at; `undo` takes steps back until it stands as `to` again. */
  'past.settle': { in: { url: string; issueId: string; to: 'open' | 'fixed' | 'closed' | 'doubtful'; undo: boolean; reason: string }; out: Status }
}

/** Questions to the background that are answered bit by bit; closing the line ends the work. */
export interface Streams {
  /** Look at the addresses that a page links to: one verdict an address, in no order. */
  'links.check': { in: { pageUrl: string; hrefs: string[]; force: boolean }; item: LinkVerdict }
  /** A copy of a page that was recorded, for a re-check: our own pages alone may ask. */
  'page.copy': { in: { url: string }; item: PageCopy }
  /** Take what was chosen in the page; closing the line cancels. */
  'shot.take': { in: CaptureOrder; item: CaptureNews }
  /** 识别图中文字: how far it is, and last the checked text. */
  'picture.read': { in: PictureOrder; item: PictureNews }
}

/** Messages to the content script of one tab. */
export interface ToPage {
  'page.glance': { in: null; out: Glance }
  /** Get ready for the picture: scroll to the place, hide our own windows, say what is there. `still`: nothing is scrolled, and the windows stay away for long. */
  'page.prepare': { in: { target: RecordTarget; still?: boolean }; out: RecordDraft }
  /** Where the place and personal data stand in the window now, also outside what it shows. */
  'page.boxes': { in: { target: RecordTarget }; out: { outline: Box | null; personal: Box[] } }
  /** The picture is taken and stored (or not): show the windows again and say so. */
  'page.recorded': { in: { target: RecordTarget; recorded: Recorded | null; failed: Phrase | null }; out: null }
  /** Say a sentence at the bottom of the page, and show our windows again. */
  'page.notice': { in: { says: Phrase }; out: null }
  'page.locate': { in: { findingId: string }; out: null }
  'page.next': { in: null; out: null }
  /** Show where a recorded issue was; `moved`: the words stand elsewhere now, `none`: the issue has no place. */
  'page.show': { in: { number: number | string; severity: Severity; anchor: Anchor | null; quote: string }; out: 'exact' | 'moved' | 'gone' | 'none' }
  /** What a home or site-map page offers for the roster (从本页导入). */
  'page.places': { in: null; out: PagePlaces }
  /** 暂停 (or go on) / 全部停止 / 停止一个网站 / 重新检查. `host`: for `stop-host`. */
  'page.links': { in: { order: 'pause' | 'stop' | 'stop-host' | 'recheck'; host?: string }; out: null }
  /** Roster, ignores or issues changed: check again. */
  'page.refresh': { in: null; out: null }
  /** 识别图中文字 of one picture, by the address under which the page shows it. */
  'page.picture': { in: { src: string }; out: null }
  /** 识别 what a person framed, in CSS pixels of the window. */
  'page.frame': { in: { box: Box }; out: null }
  /** 识别正文大图, or stop it. */
  'page.pictures': { in: { order: 'read' | 'cancel' }; out: null }
  'page.off': { in: null; out: null }
  /** Read the page when it has come to rest; `patient` waits for lists that are painted late. */
  'page.again': { in: { patient: boolean }; out: PageReading }
}

/** Messages to the layer that takes pictures, which is put into a page only when it is asked for. */
export interface ToCapture {
  /** Let the person choose, or (`page`) begin at once. `number`: of the issue that gets the picture. */
  'layer.start': { in: { kind: CaptureKind; target: RecordTarget; addTo: { issueId: string; number: number | string; as: 'found' | 'after' } | null; reads?: boolean; language: string }; out: null }
  /** Another picture was asked for while one is being taken: say so. */
  'layer.busy': { in: null; out: null }
  /** Hide ourselves; say how the window stands. */
  'layer.still': { in: null; out: PageView }
  /** Scroll there (CSS pixels of the document) and wait until it is drawn. `part`: which slice of the picture this is. `bar`: our own bar may be shown at the lower edge. */
  'layer.stop': { in: { x: number; y: number; part: 'first' | 'middle' | 'last' | 'only'; bar: boolean }; out: { view: PageView; missing: number; bar: number; enough: boolean; inner: boolean } }
  /** What the page tells of itself. */
  'layer.context': { in: null; out: PageContext }
}

/** Messages to the workshop, from the background alone. */
export interface ToWorkshop {
  /** Suspicions of the language model, by block; blocks without any are left out. */
  'model.suspects': {
    in: {
      blocks: Pick<TextBlock, 'id' | 'text' | 'role'>[]
      level: 'strict' | 'balanced' | 'full'
      /** Names of the office's units, right as they stand. */
      ownNames: string[]
      /** Rule and pack ids, and phrases, that the office does not want to hear of. */
      ignores: { rules: string[]; phrases: string[] }
    }
    out: [number, Suspicion[]][]
  }
  /** Connect to the background under this name, to be asked there. */
  'line.open': { in: { line: string; name: keyof WorkshopStreams & string }; out: null }
}

/** Questions to the workshop that are answered bit by bit, from the background alone; closing the line ends the work. */
export interface WorkshopStreams {
  /** 识别图中文字: how far it is, and last the reading. Pictures wait for each other. */
  'picture.text': { in: PictureAsk; item: PictureBit }
}

export type In<M, K extends keyof M> = M[K] extends { in: infer I } ? I : never
export type Out<M, K extends keyof M> = M[K] extends { out: infer O } ? O : never

/** What travels back: a value, or the sentence that says why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; says: Phrase }

/** Who asked. */
export interface Sender {
  /** The tab of a content script; null for our own pages. */
  tabId: number | null
  url: string
  own: boolean
  private: boolean
}

export type Item<K extends keyof S, S = Streams> = S[K] extends { item: infer I } ? I : never

export type StreamHandlers<S = Streams> = {
  [K in keyof S]: (input: In<S, K>, emit: (item: Item<K, S>) => void, signal: AbortSignal, sender: Sender) => Promise<void>
}

export type Handlers<M> = { [K in keyof M]: (input: In<M, K>, sender: Sender) => Promise<Out<M, K>> }
