import type { BuiltInName } from './built-in-names.ts'
import { dateExists, dayMissing, weekday } from './forms/dates.ts'
import { doubledBlock } from './forms/doubled-block.ts'
import { doubledWord } from './forms/doubled-word.ts'
import { enumeration } from './forms/enumeration.ts'
import { halfWidth } from './forms/half-width.ts'
import { mojibake } from './forms/mojibake.ts'
import { numbering } from './forms/numbering.ts'
import { pairs, titleMarks } from './forms/pairs.ts'
import { totals } from './forms/totals.ts'
import { bankCard } from './personal/bank-card.ts'
import { creditCode } from './personal/credit-code.ts'
import { homeAddress } from './personal/home-address.ts'
import { idNumber, oldIdNumber } from './personal/id-number.ts'
import { mobile } from './personal/mobile.ts'
import { tableAddress, tableCard, tableMobile, tableOldId } from './personal/table-cells.ts'
import type { Detector, PageDetector } from './types.ts'

/** Name in a pack → the code behind it; `page` ones look at all blocks at once. */
export const BUILT_IN: Record<BuiltInName, { one: Detector } | { page: PageDetector }> = {
  'date-exists': { one: dateExists },
  weekday: { one: weekday },
  'day-missing': { one: dayMissing },
  'title-marks': { one: titleMarks },
  'doubled-word': { one: doubledWord },
  totals: { one: totals },
  mojibake: { one: mojibake },
  enumeration: { one: enumeration },
  'id-number': { one: idNumber },
  'old-id-number': { one: oldIdNumber },
  mobile: { one: mobile },
  'bank-card': { one: bankCard },
  'home-address': { one: homeAddress },
  'credit-code': { one: creditCode },
  'table-mobile': { page: tableMobile },
  'table-card': { page: tableCard },
  'table-address': { page: tableAddress },
  'table-old-id': { page: tableOldId },
  'half-width': { page: halfWidth },
  pairs: { page: pairs },
  numbering: { page: numbering },
  'doubled-block': { page: doubledBlock },
}
