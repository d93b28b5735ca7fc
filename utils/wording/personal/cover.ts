import type { About, Detector } from '../types.ts'
import { bankCard } from './bank-card.ts'
import { plainDigits } from './digits.ts'
import { homeAddress } from './home-address.ts'
import { idNumber, oldIdNumber } from './id-number.ts'
import { mask } from './mask.ts'
import { isOfficeNumber, MOBILE } from './mobile.ts'
import { matches } from '../matches.ts'

/** A text without its personal data. */
export interface Covered {
  text: string
  /** Places that were covered. */
  count: number
}

const ABOUT: About = { pageDay: null, kind: 'other', role: 'body' }

/** Out of its page a number cannot be told by its table: every mobile number is covered that is not said to be an office's own. */
const anyMobile: Detector = (text) =>
  matches(MOBILE, plainDigits(text)).flatMap((match) => {
    if (isOfficeNumber(text, match.index)) return []
    return [{ start: match.index, end: match.index + match[0].length, right: null, masked: mask(match[0], 3, 4) }]
  })

const DETECTORS: readonly Detector[] = [idNumber, oldIdNumber, bankCard, homeAddress, anyMobile]

/** Covers personal data with * for a text that is handed on: citizen numbers, bank cards, home addresses, private mobile numbers. The length stays. */
export function coverPersonal(text: string): Covered {
  // Most texts hold neither a long number nor an address.
  if (!/[\d０-９]{2}|址/.test(text)) return { text, count: 0 }
  let covered = text
  let count = 0
  for (const detect of DETECTORS) {
    for (const { start, end, masked } of detect(covered, ABOUT)) {
      if (!masked || masked.length !== end - start) continue
      covered = covered.slice(0, start) + masked + covered.slice(end)
      count += 1
    }
  }
  return { text: covered, count }
}

/**
 * As `coverPersonal`, of an address as people read it; a link to it would lead elsewhere. The values in it are looked at by themselves too: in running
 * text a number after `=` may be anything, in a page's address it is what a person asked for.
 */
export function coverInAddress(address: string): Covered {
  let { text, count } = coverPersonal(address)
  text = text.replace(/=[^&#;=]+/g, (value) => {
    const covered = coverPersonal(value.slice(1))
    count += covered.count
    return `=${covered.text}`
  })
  return { text, count }
}

/** The text without its personal data, for what is stored and logged. */
export function hidePersonal(text: string): string {
  return coverPersonal(text).text
}
