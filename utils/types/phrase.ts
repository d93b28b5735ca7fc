/**
 * A sentence for a person, kept as a key into `assets/locales` with its parameters,
 * so that code carries no interface text and both languages can show it.
 */
export interface Phrase {
  key: string
  params?: Record<string, string | number>
}
