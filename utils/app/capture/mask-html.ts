import { hidePersonal } from '../../wording/personal/cover.ts'

/** HTML as `cleanedHtml` writes it, its personal data masked: also a number that is split over several tags, and what stands in attributes. The length stays. */
export function maskedHtml(html: string): string {
  const parts = html.split(/(<[^>]*>)/)
  const text = parts.filter((_, at) => at % 2 === 0).join('')
  const masked = hidePersonal(text)
  let at = 0
  const joined = parts.map((part, n) => {
    if (n % 2 === 1) return part
    at += part.length
    return masked.slice(at - part.length, at)
  })
  return hidePersonal(joined.join(''))
}
