/** A place in a picture, in its pixels, from the top left. */
export interface Point {
  x: number
  y: number
}

/** A rectangle of a picture, in its pixels. */
export interface Area extends Point {
  width: number
  height: number
}

/** What a person drew over a screenshot. Kept as data beside the untouched picture, in its pixels; what is covered is no drawing, because its pixels are gone. */
export type Drawing = { kind: 'arrow'; from: Point; to: Point } | ({ kind: 'box' } & Area) | ({ kind: 'text'; text: string } & Point)

/** How a picture came about. */
export const SHOT_KINDS = ['visible', 'region', 'element', 'page', 'pasted', 'file'] as const

export type ShotKind = (typeof SHOT_KINDS)[number]
