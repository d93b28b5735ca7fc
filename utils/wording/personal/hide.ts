import type { About, Detector } from '../types.ts'
import { bankCard } from './bank-card.ts'
import { homeAddress } from './home-address.ts'
import { idNumber, oldIdNumber } from './id-number.ts'
import { mobile } from './mobile.ts'

const KINDS: readonly Detector[] = [idNumber, oldIdNumber, bankCard, mobile, homeAddress]
const ABOUT: About = { pageDay: null, kind: 'other', role: 'body' }

/** The text with personal data masked (身份证, 手机, 银行卡, 家庭住址), for what is stored, exported and logged. The length stays. */
export function hidePersonal(text: string): string {
  let shown = text
  for (const detect of KINDS) {
    for (const { start, end, masked } of detect(text, ABOUT)) if (masked !== undefined) shown = shown.slice(0, start) + masked + shown.slice(end)
  }
  return shown
}
