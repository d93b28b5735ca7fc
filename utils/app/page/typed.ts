import { hidePersonal } from '../../wording/personal/cover.ts'

/** Fields whose value is shown as it is typed. What a password field holds is never looked at, also where it shows it for a while. */
const FIELDS = 'textarea,input:not([type],[autocomplete*=password]),' + ['text', 'search', 'tel', 'url', 'email', 'number'].map((type) => `input[type=${type} i]:not([autocomplete*=password])`).join()

/**
 * Fields of the page, also in its shadow roots, that show personal data by the rules of the checks: a person's number typed into a form is no fault of the
 * page, so no finding tells of it, but it is in the picture. Their values are looked at here and go nowhere.
 */
export function fieldsWithPersonalData(root: ParentNode): Element[] {
  const here = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)].filter(isPersonal)
  const within = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? fieldsWithPersonalData(shadowRoot) : []))
  return [...here, ...within]
}

/** Some numbers are known by what stands before them alone, and of others that says that they are an office's own: a person who types one has not said so. */
function isPersonal(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  const { value, placeholder, title } = field
  if (value === '' || getComputedStyle(field).visibility !== 'visible') return false
  const names = [...(field.labels ?? [])].map(({ textContent }) => textContent)
  const asked = [...names, field.ariaLabel, placeholder, title].filter(Boolean).join(' ')
  return [value, `${asked}：${value}`].some((text) => hidePersonal(text).slice(-value.length) !== value)
}
