import { addMonths, daysBetween } from '../types/day.ts'
import type { LetterReading, PageReading } from '../types/reading.ts'
import type { Check } from './check.ts'
import { finding } from './finding.ts'
import { workingDaysBetween } from './working-days.ts'

/** Working days for an answer where the office says nothing: 5 for simple enquiries. */
const LETTER_DAYS = 5
/** W-V5.2 looks back one year; older letters no longer count. */
const WINDOW_MONTHS = 12
const VETO_MONTHS = 3
/** 我队, 我所 and the like as a name for the office; 我所在, 我所知, 我所反映 are something else. */
const OWN_VOICE =
  /我(?:大队|中队|支队|总队|队(?!友|员|伍|形)|所(?![在知说想需能述反提见了做用居住购买有属处遇遭受写咨问看学持申参投关希要期])|站(?!在|着|起|立|点)|科室?(?!学|技|目|研|普)|股(?!东|份|票|权))/

/** A letter waits when the page says so, or when it shows answers to others and none to this one. */
function waits(letter: LetterReading, reading: PageReading): boolean {
  if (letter.answered || letter.reply) return false
  return letter.open === true || reading.letters.some((l) => l.answered || l.reply)
}

/** 留言超过3个月未回应 (W-V5.2). */
export const letterUnansweredCheck: Check = {
  id: 'letters/unanswered',
  run(reading, { today }) {
    return reading.letters.flatMap((letter) => {
      if (!letter.sent || !waits(letter, reading)) return []
      if (today <= addMonths(letter.sent, VETO_MONTHS) || letter.sent < addMonths(today, -WINDOW_MONTHS - VETO_MONTHS)) return []
      return finding({
        check: 'letters/unanswered', place: letter.title + letter.sent, indicator: 'W-V5.2', severity: 'serious',
        params: { title: letter.title, sent: letter.sent, days: daysBetween(letter.sent, today) },
        evidence: letter.title, anchor: letter.anchor, confidence: letter.open ? 0.9 : 0.7,
      })
    })
  },
}

/** Answered after the office's limit in working days, or waiting beyond it. */
export const letterLateCheck: Check = {
  id: 'letters/late',
  run(reading, { today, letterDays = LETTER_DAYS }) {
    return reading.letters.flatMap((letter) => {
      if (!letter.sent) return []
      const waiting = waits(letter, reading)
      // Beyond three months it is the veto's business.
      if (!letter.answered && (!waiting || today > addMonths(letter.sent, VETO_MONTHS))) return []
      if (letter.sent < addMonths(today, -WINDOW_MONTHS)) return []
      const days = workingDaysBetween(letter.sent, letter.answered ?? today)
      if (days <= letterDays) return []
      return finding({
        check: 'letters/late', variant: letter.answered ? 'says' : 'waiting', place: letter.title + letter.sent, indicator: 'W-D13',
        severity: 'minor', params: { title: letter.title, sent: letter.sent, answered: letter.answered ?? '', days, limit: letterDays },
        evidence: letter.title, anchor: letter.anchor, confidence: 0.8,
      })
    })
  },
}

/** A reply in the government's name that says 我队 or 我所. */
export const replyVoiceCheck: Check = {
  id: 'letters/reply-voice',
  run(reading) {
    return reading.letters.flatMap((letter) => {
      const m = letter.reply && OWN_VOICE.exec(letter.reply)
      if (!m) return []
      const block = reading.blocks.find((b) => b.text.includes(m[0]) && letter.reply?.includes(b.text.trim().slice(-20)))
      const start = block ? block.text.indexOf(m[0]) : -1
      return finding({
        check: 'letters/reply-voice', place: letter.title + m[0], indicator: 'W-D13', severity: 'minor', params: { words: m[0], title: letter.title },
        evidence: m[0],
        anchor: block
          ? { quote: m[0], prefix: block.text.slice(Math.max(0, start - 32), start), suffix: block.text.slice(start + m[0].length, start + m[0].length + 32), start, selector: block.selector }
          : letter.anchor,
        confidence: 0.6,
      })
    })
  },
}
