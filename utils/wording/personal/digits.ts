const FULL_WIDTH = /[０-９Ｘｘ]/g
const FULL_WIDTH_ONE = /[０-９Ｘｘ]/

/** Full-width digits as plain ones; the length stays. */
export function plainDigits(text: string): string {
  return text.search(FULL_WIDTH_ONE) < 0 ? text : text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}

/** True where `yyyymmdd` is a day that the holder of a number can be born on; the standard's own example is of 1880. */
export function isBirthday(digits: string): boolean {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const date = Number(digits.slice(6, 8))
  if (year < 1850 || year > 2099) return false
  const day = new Date(Date.UTC(year, month - 1, date))
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date
}

/** First two digits of GB/T 2260 regions. */
export const PROVINCES = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
  '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83',
])
