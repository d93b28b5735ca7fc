import type { Day, LetterReading } from '../types/reading.ts'
import { anchorOf } from './anchor.ts'
import type { Block } from './blocks.ts'
import { findDates } from './date-words.ts'
import type { DatedGroup } from './list.ts'
import type { Page } from './page.ts'
import { isTextless } from './inline.ts'
import type { Steps } from './steps.ts'

/** A label before the day a letter was sent. */
export const SENT = /(?:来信|写信|发信|信件|留言|提交|咨询|提问|反映|发表|投诉|诉求|申请|登记|受理|提出|写件|发件)(?:的)?(?:时间|日期)\s*[:：]?/
const ANSWERED = /(?:回复|答复|回信|复信|办理|办结|处理|反馈|回应|解答|回答)(?:的)?(?:时间|日期)\s*[:：]?/
/** A label before the words of an answer. */
export const REPLY = /^[\s【[]*(?:(?:信件|留言|官方|部门|单位)?(?:回复|答复|回信|反馈)(?:内容|信息|意见|情况|结果)?|(?:办理|处理)(?:结果|情况|意见)|答)[\s】\]]*(?:[:：]\s*|$)/
/** The page says that a letter waits. */
const OPEN = /办理中|处理中|(?:未|待)(?:回复|答复|回应|处理|办理)|受理中|已受理|等待(?:回复|答复)|尚未/
const STATE = new RegExp(`已(?:回复|答复|办结|回应|处理|解决)|${OPEN.source}`)
const SUBJECT = /^(?:(?:信件|来信|留言|问题|咨询|诉求)?(?:标题|主题|题目|名称))\s*[:：]?\s*/

/**
 * Letters of a 留言/信箱 page, each with the days it was sent and answered where the page shows them.
 * `list` is the page's main list: its rows are letters when they say how far each one is.
 */
export function* readLetters(page: Page, list: DatedGroup | null): Steps<LetterReading[]> {
  const table = fromTable(page)
  if (table.length > 0) return table
  yield
  const rows = fromRows(page, list)
  yield
  return rows.length > 0 ? rows : fromBlocks(page)
}

/** A list of letters without labels: a title, a day and 已回复 or 未回复 in each row. */
function fromRows(page: Page, list: DatedGroup | null): LetterReading[] {
  if (!list || list.rows.filter(({ row }) => STATE.test(row.element.textContent ?? '')).length < list.rows.length / 2) return []
  return list.rows.map(({ row, date }) => ({
    title: row.title,
    sent: date?.day ?? null,
    answered: null,
    reply: null,
    ...(OPEN.test(row.element.textContent ?? '') ? { open: true } : {}),
    anchor: anchorOf(row.link, '', 0, 0, page.places),
  }))
}

/** A table whose head names the day of sending: one letter a row. */
function fromTable(page: Page): LetterReading[] {
  for (const row of page.doc.querySelectorAll('tr')) {
    const heads = [...row.children].map((c) => (c.textContent ?? '').replace(/\s/g, ''))
    const sentAt = heads.findIndex((h) => h.length < 12 && SENT.test(h))
    if (sentAt < 0 || heads.length < 3 || findDates(row.textContent ?? '').length > 0) continue
    const answeredAt = heads.findIndex((h) => h.length < 12 && ANSWERED.test(h))
    const titleAt = heads.findIndex((h) => h.length < 12 && /标题|主题|题目|信件名称|内容/.test(h))
    const body = row.closest('table') ?? row.parentElement
    const rows = [...(body?.querySelectorAll('tr') ?? [])].filter((r) => r !== row && r.children.length >= heads.length - 1)
    return rows.map((r) => {
      const cell = (i: number): string => (i < 0 ? '' : (r.children[i]?.textContent ?? '').trim())
      return {
        title: cell(titleAt) || (r.querySelector('a')?.textContent ?? '').trim(),
        sent: dayIn(cell(sentAt)),
        answered: dayIn(cell(answeredAt)),
        reply: null,
        ...(OPEN.test(r.textContent ?? '') && !dayIn(cell(answeredAt)) ? { open: true } : {}),
        anchor: anchorOf(r, '', 0, 0, page.places),
      }
    })
  }
  return []
}

/** Labelled days in running text: each 来信时间 begins a letter, the next 回复时间 and reply belong to it. */
function fromBlocks(page: Page): LetterReading[] {
  const letters: LetterReading[] = []
  let current: LetterReading | null = null
  let subject = ''
  for (const [index, block] of page.head.entries()) {
    if (block.zone === 'footer' || isTextless(block.element)) continue
    const named = SUBJECT.exec(block.text)
    if (named) subject = block.text.slice(named[0].length).split('\n')[0]?.trim() || nextText(page.head, index)
    const sent = labelledDay(page.head, index, SENT)
    if (sent && (!current?.sent || current.answered || current.sent !== sent)) {
      current = { title: subject || headingBefore(page.head, index), sent, answered: null, reply: null, anchor: anchorOf(block.element, '', 0, 0, page.places) }
      letters.push(current)
      subject = ''
    }
    if (!current) continue
    if (block.text.length < 80 && OPEN.test(block.text)) current.open = true
    const answered = labelledDay(page.head, index, ANSWERED)
    if (answered && !current.answered) current.answered = answered
    const reply = REPLY.exec(block.text)
    if (reply && !ANSWERED.test(block.text.slice(0, 10)) && current.reply === null) {
      const own = block.text.slice(reply[0].length).trim()
      current.reply = own || nextText(page.head, index) || null
    }
  }
  return letters
}

function labelledDay(blocks: readonly Block[], index: number, label: RegExp): Day | null {
  const text = blocks[index]?.text ?? ''
  if (text.length > 300) return null
  const m = label.exec(text)
  if (!m) return null
  const rest = text.slice(m.index + m[0].length, m.index + m[0].length + 30)
  const own = findDates(rest)[0]
  if (own && /^[\s:：[\]（(]*$/.test(rest.slice(0, own.start))) return own.day
  // The label may fill its cell, the day the next one.
  const next = blocks[index + 1]
  return rest.trim() === '' && next && next.text.length < 30 ? dayIn(next.text) : null
}

function dayIn(text: string): Day | null {
  return findDates(text)[0]?.day ?? null
}

function nextText(blocks: readonly Block[], index: number): string {
  return blocks[index + 1]?.text.trim() ?? ''
}

function headingBefore(blocks: readonly Block[], index: number): string {
  for (let i = index - 1; i >= Math.max(0, index - 5); i--) {
    const text = blocks[i]?.text ?? ''
    if (text.length >= 4 && text.length <= 80 && !/[:：]$/.test(text) && findDates(text).length === 0) return text
  }
  return ''
}
