import type { Anchor } from './anchor.ts'

/** 首页 / 栏目 / 文章 / 留言 / 办事指南 / 搜索 / 登录 / other. */
export type PageKind = 'home' | 'column' | 'article' | 'letters' | 'guide' | 'search' | 'login' | 'other'

/** A calendar day `YYYY-MM-DD` as printed on a page: Asia/Shanghai, no clock. */
export type Day = string

/** 0 (a guess) to 1 (certain). Below 0.6 the interface says 需人工核实. */
export type Confidence = number

/** Where a date was read from. */
export type DateSource =
  | 'visible' // the line near the title: 发布时间：…
  | 'meta' // PubDate, firstpublishedtime and others
  | 'json-ld'
  | 'index-table' // 信息公开 table: 发布日期
  | 'address' // t20260401_123.html
  | 'script' // written by a script of the page
  | 'list' // the newest item of a list

export interface DateReading {
  day: Day
  /** `HH:MM` where the page prints one. */
  time?: string
  source: DateSource
  /** The words as printed, for the evidence. */
  quote: string
  anchor?: Anchor
  confidence: Confidence
}

export interface ListItem {
  title: string
  /** Absolute address; empty when the item has no link. */
  href: string
  day: Day | null
  /** `MM-DD`, when the page prints no year; `day` then holds the resolved date. */
  monthDay?: string
  anchor: Anchor
}

/** The main list of a column page, or one block of a home page. */
export interface ListReading {
  /** The block's or column's name, where it shows one. */
  name: string | null
  /** Address of the column that the block belongs to (its name's or 更多's link). */
  href: string | null
  items: ListItem[]
  /** The largest date among the items (pinned rows come first, so never simply the first). */
  newest: Day | null
  newestMonthDay: string | null
  /** True when the page says 下一页, 共 n 页 or the like. */
  paged: boolean
  anchor: Anchor
}

/** `items` the list has items; `blank` none and the page says so or has no more to load; `loading` none yet. */
export type ListState = 'items' | 'blank' | 'loading' | 'none'

export interface TextBlock {
  /** Place in `PageReading.blocks`. */
  id: number
  /** As people see it: joined across inline tags, `<br>` as "\n", zero-width characters kept out. */
  text: string
  selector: string
  role: 'title' | 'body' | 'list' | 'navigation' | 'footer' | 'reply'
}

export interface LinkReading {
  /** As written in the page. */
  raw: string
  /** Absolute address, or null where it is no address. */
  href: string | null
  /** What a person sees: text, else alt or title. */
  text: string
  tag: 'a' | 'area' | 'img' | 'iframe' | 'link'
  /** False when no one can see it (hidden, off-screen, 0–1 px). */
  visible: boolean
  /** True when a script handles the click, so that an empty address is not 空链. */
  handled: boolean
  /** For `#place` on the same page: whether the live page has it. Absent where it was not looked for. */
  lands?: boolean
  /** For images: it loaded nothing, or is 1×1. Absent for others. */
  image?: 'failed' | 'pixel'
  anchor: Anchor
}

/** Footer marks (domain: 页脚标识). `null`: not on the page. */
export interface FooterReading {
  siteIdCode: string | null
  icp: string | null
  policeRecord: string | null
  hasConac: boolean
  hasJiucuo: boolean
  /** The site code that the 找错 link or script carries. */
  jiucuoSiteCode: string | null
  sponsor: string | null
  contact: string | null
  hasSiteMap: boolean
  claimsIpv6: boolean
  claimsAccessible: boolean
  copyrightYear: number | null
}

/** Metadata tags by canonical name (`SiteName`, `PubDate`, …), as written; absent when missing. */
export type TagReading = Partial<Record<string, string>>

export interface LetterReading {
  title: string
  sent: Day | null
  answered: Day | null
  reply: string | null
  /** True when the page itself says that the letter waits (办理中, 未回复). */
  open?: boolean
  anchor: Anchor
}

export interface GuideReading {
  /** Required element (事项名称, 设定依据 …) → its text; '' when the heading is there and nothing under it. */
  elements: Record<string, string>
  /** Where each element's heading stands. */
  places?: Record<string, Anchor>
}

/** A picture that takes up room in an article's body, so that a person reads it as a part of the text. */
export interface PictureReading {
  /** Absolute address as shown; the scheme alone for `data:` and `blob:`, '' where it is painted by a script. */
  src: string
  /** 替代文本 as written; null where there is none. */
  alt: string | null
  /** In CSS pixels as shown, else as written; 0: not known. */
  width: number
  height: number
  anchor: Anchor
}

/** Large pictures of an article (一图读懂, scanned notices), and what stands beside them. */
export interface PicturesReading {
  large: PictureReading[]
  /** The first words of the body besides the pictures: paragraphs, captions, names of attachments; '' where there are none. */
  words: string
  /** Players, frames and embedded documents of the body. */
  media: number
}

/** What a page says (页面读数). No judgement and no DOM nodes in it; can be printed, stored and tested. */
export interface PageReading {
  url: string
  title: string
  kind: PageKind
  /** Instant of reading, ISO 8601 UTC. */
  readAt: string
  /** Breadcrumb names after 首页, outermost first; the page's own title left out. */
  columnPath: string[]
  columnName: string | null
  /** 来源, as printed. */
  contentSource: string | null
  publication: DateReading | null
  lastUpdate: DateReading | null
  /** All dates of the article that were weighed, best first. */
  dateCandidates: DateReading[]
  /** Sources that disagree by more than a day. */
  dateConflict: DateReading[] | null
  list: ListReading | null
  listState: ListState
  /** The words by which a page says that its list is blank (暂无内容, 共0条), and where it says so; absent where it does not. */
  blankWords?: string
  blankAnchor?: Anchor
  /** Blocks of a home page. */
  sections: ListReading[]
  tags: TagReading
  footer: FooterReading
  blocks: TextBlock[]
  links: LinkReading[]
  letters: LetterReading[]
  guide: GuideReading | null
  /** Absent where the page is no article or its body shows no large picture. */
  pictures?: PicturesReading
  /** What could not be read, as keys of `assets/locales` (`reading.gap.*`). */
  gaps: string[]
}
