import { cleanText } from '../cell.ts'

/** Markup that was made by `html`. Everything else is text. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A template whose values are escaped, so that a page's words never become markup; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Markup | readonly Markup[])[]): Markup {
  return new Markup(parts.reduce((text, part, at) => text + part + (at < values.length ? written(values[at] ?? '') : ''), ''))
}

function written(value: string | number | Markup | readonly Markup[]): string {
  if (value instanceof Markup) return value.text
  if (typeof value === 'string' || typeof value === 'number') return cleanText(String(value)).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
  return value.map(({ text }) => text).join('')
}
