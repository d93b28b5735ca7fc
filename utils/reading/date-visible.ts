import type { DateReading, Day } from '../types/reading.ts'
import { addDays } from '../types/day.ts'
import type { Block } from './blocks.ts'
import type { FoundDate } from './date-words.ts'
import { findDates, hasImpossibleDate } from './date-words.ts'
import type { Page } from './page.ts'
import type { Steps } from './steps.ts'
import type { Title } from './title.ts'
import { resolveYears } from './years.ts'

/** A date on the page with what speaks for its being the day of publication. */
export interface VisibleDate {
  day: Day
  found: FoundDate
  block: Block
  /** Which kind of label stands before it. */
  label: DateLabel
  score: number
  source: DateReading['source']
}

export type DateLabel = 'published' | 'time' | 'updated' | 'other' | 'none'

const PUBLISHED = /(?:(?:信息|文章|稿件)?(?:发布|发稿|刊发|刊登|发表|公开|公布|上网|上线)(?:的)?(?:时间|日期|于)|发布|发表于|稿件日期|信息时间|Release\s?(?:time|date)|Publish(?:ed)?\s?(?:time|date|on)?)\s*[:：]?\s*$/i
const ENTERED = /(?:录入|添加|上传|创建|入库|编辑|采编|登记|公告)(?:时间|日期)\s*[:：]?\s*$/
const PLAIN = /(?:^|[\s|｜【[（(　])(?:时\s*间|日\s*期|日间|Time|Date)\s*[:：]?\s*$/i
const UPDATED = /(?:更新|修改|修订|最后更新|最近更新|变更)(?:时间|日期|于)?\s*[:：]?\s*$|updated?(?: on)?\s*[:：]?\s*$/i
/** Dates of the thing that the page is about, or of the clock on the wall. */
const OTHER =
  /(?:成文|生成|印发|签发|制发|发文|实施|施行|生效|失效|废止|有效期|截止|截至|起始|开始|结束|开标|投标|报名|公示期?|会议|活动|举办|出生|成立|受理|办结|来信|写信|提交|回复|答复|办理|访问|统计|报告|立项|颁布|通过|批准|今天|今日|现在|当前|系统|服务器|北京|页面生成|生成)(?:的)?(?:时间|日期|日|是)?\s*[:：]?\s*$/
const META_WORDS = /来\s*源|浏览|阅读|点击|访问量|字\s*[体号]|打\s*印|分\s*享|作\s*者|编\s*辑|信息来源|【\s*大|保护视力|视力保护|收藏/
const WEEKDAY = /^\s*(?:星期|周|礼拜)[一二三四五六日天]/
const INDEX_TABLE = /索\s*引\s*号|发\s*文\s*字\s*号|主题分类|发布机构|发文机关|信息分类/

/** The line under a heading: a date with its label or with 来源, 浏览, 字体 beside it, and little else. */
export function isDateLine(text: string): boolean {
  if (text.length > 120) return false
  const date = findDates(text, { shortYear: true })[0]
  if (!date) return false
  const label = labelOf(text.slice(0, date.start))
  return label === 'published' || (label !== 'other' && META_WORDS.test(text))
}

/** How many blocks after the heading the date line is looked for before distance counts against it. */
const NEAR = 14
/** Blocks looked at between two yields. */
const BLOCKS_A_STEP = 150

/**
 * All dates that people can see on the page, each with a score for being the day of publication: its label, the words
 * of a date line around it (来源, 浏览, 字体), its place after the heading and before the text. `hints` are days that
 * tags and address name; agreeing with them helps.
 */
export function* visibleDates(page: Page, title: Title, hints: ReadonlySet<string>): Steps<VisibleDate[]> {
  const dates: VisibleDate[] = []
  const bodyStart = firstParagraph(page.head, title)
  for (const [index, block] of page.head.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield
    if (block.text.length > 2000) continue
    const afterTitle = title.first >= 0 && index >= title.first
    const near = afterTitle && index <= title.last + NEAR
    const found = findDates(block.text, near ? { shortYear: true, monthDay: block.text.length < 120, today: page.today } : {})
    if (near && block.text.length < 120 && hasImpossibleDate(block.text)) page.gaps.add('reading.gap.impossible-date')
    for (const date of found) {
      const before = labelText(page.head, index, date.start)
      const label = labelOf(before)
      const day = date.day ?? (label === 'none' || label === 'other' ? null : dayOfMonthDay(date.monthDay ?? '', hints, page.today))
      if (day === null) continue
      let score = LABEL_SCORE[label]
      if (ENTERED.test(before)) score -= 1.5
      score += placeScore(index, title, bodyStart, block)
      if (META_WORDS.test(block.text) && block.text.length < 200) score += 2.5
      else if (lineNear(page.head, index)) score += 1
      if (block.text.length - (date.end - date.start) < 4) score += 1
      if (block.text.length > 120) score -= 4
      if (WEEKDAY.test(block.text.slice(date.end)) && label !== 'published') score -= 3
      if (date.time) score += 0.5
      if (hints.has(day)) score += 2
      if (day > addDays(page.today, 1)) score -= 3
      if (date.form === 'short-year' || date.form === 'month-day') score -= 0.5
      if (date.form === 'relative' || date.form === 'chinese') score -= 1
      dates.push({ day, found: date, block, label, score, source: isInIndexTable(page.head, index) ? 'index-table' : 'visible' })
    }
  }
  return dates
}

/** A month and day takes the year of a tag or address that names the same; else it is the last one that is not in the future. */
function dayOfMonthDay(monthDay: string, hints: ReadonlySet<string>, today: Day): Day | null {
  return [...hints].find((h) => h.endsWith(monthDay)) ?? resolveYears([{ day: null, monthDay, addressDay: null }], today)[0] ?? null
}

const LABEL_SCORE: Record<DateLabel, number> = { published: 6, time: 3.5, updated: 3, none: 0, other: -8 }

export function labelOf(words: string): DateLabel {
  const before = words.replace(/(?<![\s[(（【〔|｜])[\s[(（【〔|｜]+$/, '')
  if (OTHER.test(before)) return 'other'
  if (UPDATED.test(before)) return 'updated'
  if (PUBLISHED.test(before)) return 'published'
  if (ENTERED.test(before)) return 'published'
  if (PLAIN.test(before)) return 'time'
  return 'none'
}

/** The words before a date: in its block, or in the block before when the date begins its own (split cells). */
function labelText(blocks: readonly Block[], index: number, start: number): string {
  const own = (blocks[index]?.text ?? '').slice(Math.max(0, start - 24), start)
  if (own.replace(/[\s[\](（【]/g, '') !== '') return own
  const previous = blocks[index - 1]
  if (!previous || previous.text.length > 24) return own
  // Only a label may speak for the next block: it ends in a colon or is nothing but the label.
  return /[:：]\s*$/.test(previous.text) || previous.text.replace(/\s/g, '').length <= 5 ? previous.text : own
}

/** Index of the first long block after the heading: the article's text begins there. */
function firstParagraph(blocks: readonly Block[], title: Title): number {
  return blocks.findIndex((b, i) => i > title.last && b.text.length > 70 && !META_WORDS.test(b.text.slice(0, 60)))
}

function placeScore(index: number, title: Title, bodyStart: number, block: Block): number {
  let score = block.zone === 'footer' || block.zone === 'header' || block.zone === 'navigation' ? -4 : block.zone === 'aside' ? -2 : 0
  if (block.links.some((l) => l.end - l.start > 8)) score -= 3
  if (title.first < 0) return score + (bodyStart >= 0 && index > bodyStart ? -2.5 : 0)
  if (index < title.first) return score + (title.first - index <= 12 ? -1 : -3)
  if (bodyStart >= 0 && index >= bodyStart) return score - 3
  const distance = index - title.last
  return score + (distance <= NEAR ? 3 - distance * 0.15 : 0)
}

function lineNear(blocks: readonly Block[], index: number): boolean {
  return [index - 1, index + 1, index + 2].some((i) => {
    const text = blocks[i]?.text ?? ''
    return text.length < 60 && META_WORDS.test(text)
  })
}

function isInIndexTable(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  if (!block) return false
  if (INDEX_TABLE.test(block.text)) return true
  if (!block.element.closest('table,dl,ul')) return false
  const around = blocks.slice(Math.max(0, index - 16), index + 12)
  return around.filter((b) => b.text.length < 60 && INDEX_TABLE.test(b.text)).length >= 2
}
