import { openTrees } from '../../types/shadow.ts'
import { hidePersonal } from '../../wording/personal/cover.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Kinds of fields whose value is shown as it is typed. */
const SHOWN = new Set(['text', 'textarea', 'search', 'tel', 'url', 'email', 'number'])

/**
 * Fields of the page, also in its shadow roots, that show personal data by the rules of the checks: a person's number typed into a form is no fault of the
 * page, so no finding tells of it, but it is in the picture. Their values are looked at here and go nowhere.
 */
export function fieldsWithPersonalData(root: ParentNode): Element[] {
  const fields = [...openTrees(root)].flatMap((tree) => [...tree.querySelectorAll<Field>('input,textarea')])
  return fields.filter((field) => isShown(field) && isPersonal(field))
}

/** What a password field holds is never looked at, also where the page shows it for a while. */
function isShown(field: Field): boolean {
  return SHOWN.has(field.type) && !field.getAttribute('autocomplete')?.includes('password')
}

/** Some numbers are known by what stands before them alone, and of others that says that they are an office's own: a person who types one has not said so. */
function isPersonal(field: Field): boolean {
  const { value, placeholder, title } = field
  if (value === '' || getComputedStyle(field).visibility !== 'visible') return false
  const names = [...(field.labels ?? [])].map(({ textContent }) => textContent)
  const asked = [...names, field.getAttribute('aria-label'), placeholder, title].filter(Boolean).join(' ')
  return [value, `${asked}：${value}`].some((text) => hidePersonal(text).slice(-value.length) !== value)
}
