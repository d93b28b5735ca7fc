/** What is merged as one, and how. */
export type CellRule = FieldsRule | ListRule | MapRule

/**
 * Some fields that belong together. `later`: the later change wins; `person`: it wins, too, but a person is asked where neither knew of
 * the other; `most`: the greatest value wins, and it has no stamp of its own (an instant, a count).
 */
export interface FieldsRule {
  rule: 'later' | 'person' | 'most'
  /** The cell is named by the first of them. */
  fields: readonly string[]
  /** Left out of the row where it is empty. */
  optional?: true
}

/** A list whose members are added and taken out one by one: `<field>/<name of the member>`. */
export interface ListRule {
  rule: 'list'
  field: string
  /** What tells one member from another; never changes. */
  by: (member: never) => string
  /** A list in each member that is one of its own: `<field>/<by of the member>/<its own name>`. */
  inner?: { field: string; owner: (member: never) => string }
  /** Members stand in this order; else as they came. */
  order?: (member: never) => string
}

/** An object whose values are set one by one: `<field>/<name>`; null where it has none. */
export interface MapRule {
  rule: 'map'
  field: string
}

export const later = (...fields: string[]): FieldsRule => ({ rule: 'later', fields })
export const optional = (field: string): FieldsRule => ({ rule: 'later', fields: [field], optional: true })
export const person = (...fields: string[]): FieldsRule => ({ rule: 'person', fields })
export const most = (field: string): FieldsRule => ({ rule: 'most', fields: [field] })
export const map = (field: string): MapRule => ({ rule: 'map', field })
export const texts = (field: string): ListRule => ({ rule: 'list', field, by: (member: string) => member })
export const each = (...fields: string[]): FieldsRule[] => fields.map((field) => later(field))
