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
const SHOT_KINDS = ['visible', 'region', 'element', 'page', 'pasted', 'file'] as const

export type ShotKind = (typeof SHOT_KINDS)[number]

/** What stands on a picture wherever it is shown or handed out, never in its original. In pixels of the original; plain data, so that it can be the key of what is prepared from it. */
export interface ShotMarks {
  /** Marked places; `label`: the tag at the frame's corner as it is written, '' for none. */
  outlines: readonly (Area & { label: string })[]
  drawings: readonly Drawing[]
  /** What is covered, opaque: personal data. */
  covers: readonly Area[]
  /** Lines under the picture; a long one is wrapped. None: no strip. */
  strip: readonly string[]
}

export const NO_MARKS: ShotMarks = { outlines: [], drawings: [], covers: [], strip: [] }

/** One thing over a picture while it is being edited: a marked place, a drawing, an area covered for good once saved, or one covered only in what is exported. */
export type ShotItem = Drawing | ({ kind: 'place'; label: string } & Area) | ({ kind: 'cover' } & Area) | ({ kind: 'personal' } & Area)

/** What was made of a picture's marks. `covers`: to be covered for good. */
export interface ShotEdit {
  outlines: (Area & { label: string })[]
  drawings: Drawing[]
  personal: Area[]
  covers: Area[]
}
