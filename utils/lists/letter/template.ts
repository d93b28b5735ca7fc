import type { Phrase } from '../../types/phrase.ts'

/** An office's own words of a letter, with places to fill: `{单位}`. */
export interface LetterTemplate {
  title: string
  /** 主送机关. */
  greeting: string
  /** One paragraph a line; empty lines are left out. */
  body: string
  /** 落款. */
  signer: string
}

const PLACE = /\{([^{}\n]{1,20})\}/g

/** Puts values in the places named `{名}`; a name without a value stays as it is and is told by `strangePlaces`. */
function fillPlaces(text: string, values: Record<string, string>): string {
  return text.replace(PLACE, (whole, name: string) => (Object.prototype.hasOwnProperty.call(values, name) ? (values[name] ?? '') : whole))
}

/** Every part filled. */
export function fillTemplate(template: LetterTemplate, values: Record<string, string>): LetterTemplate {
  const { title, greeting, body, signer } = template
  return { title: fillPlaces(title, values), greeting: fillPlaces(greeting, values), body: fillPlaces(body, values), signer: fillPlaces(signer, values) }
}

/** Names in a template that stand for nothing, once each; a letter with them would be sent with braces in it. */
export function strangePlaces(template: LetterTemplate, known: readonly string[]): string[] {
  const text = [template.title, template.greeting, template.body, template.signer].join('\n')
  return [...new Set(Array.from(text.matchAll(PLACE), ([, name = '']) => name))].filter((name) => !known.includes(name))
}

/** What is wrong with a template, as sentences for the person who edits it; empty where nothing is. */
export function templateProblems(template: LetterTemplate, known: readonly string[]): Phrase[] {
  const problems: Phrase[] = strangePlaces(template, known).map((name) => ({ key: 'export.template.strange', params: { name } }))
  if (!template.title.trim()) problems.push({ key: 'export.template.no-title' })
  if (!template.body.trim()) problems.push({ key: 'export.template.no-body' })
  return problems
}
