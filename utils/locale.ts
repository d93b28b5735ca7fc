import type { Phrase } from './types/phrase.ts'

/** Languages of the interface; Chinese first. */
export type Language = 'zh-CN' | 'en'

/** Texts of one file of `assets/locales/<language>/`, nested; a key is `<file>.<path>`. */
export type Texts = { [name: string]: string | Texts }

const catalogue: Record<Language, Texts> = { 'zh-CN': {}, en: {} }
let language: Language = 'zh-CN'

/**
 * Makes texts known to `t`. Each entry point adds only the files it shows,
 * so that the content script does not carry the ledger's words.
 */
export function addTexts(texts: Record<Language, Texts>): void {
  Object.assign(catalogue['zh-CN'], texts['zh-CN'])
  Object.assign(catalogue.en, texts.en)
}

/** Chooses the language from a BCP 47 tag such as `zh-CN`, `zh`, `en-GB`; anything unknown is read in Chinese. */
export function setLanguage(tag: string): void {
  language = tag.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

export function currentLanguage(): Language {
  return language
}

/** The text of `key` in the chosen language, else in Chinese, else the key itself so that a gap is seen. */
export function t(key: string, params: Phrase['params'] = {}): string {
  return fill(find(catalogue[language], key) ?? find(catalogue['zh-CN'], key) ?? key, params)
}

/** The sentence of a phrase in the chosen language. */
export function say(phrase: Phrase): string {
  return t(phrase.key, phrase.params)
}

/** The sentence of a phrase in Chinese: what is stored in issues and printed in lists, whatever the interface speaks. */
export function sayInChinese(phrase: Phrase): string {
  return fill(find(catalogue['zh-CN'], phrase.key) ?? phrase.key, phrase.params ?? {})
}

function find(texts: Texts, key: string): string | null {
  let here: string | Texts | undefined = texts
  for (const name of key.split('.')) here = typeof here === 'object' && has(here, name) ? here[name] : undefined
  return typeof here === 'string' ? here : null
}

function fill(text: string, params: NonNullable<Phrase['params']>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (has(params, name) ? String(params[name]) : whole))
}

/** `Object.hasOwn` came with Chromium 93. */
function has(object: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, name)
}
