import { sha256 } from '../../lists/picture.ts'
import type { ExportContent } from '../../types/export.ts'
import type { Issue, ShotRef } from '../../types/issue.ts'
import type { Look } from './marked.ts'
import { coversOf, marksOf } from './marks-of.ts'

/** A copy of a screenshot. */
export interface CopyOf extends Look {
  /** Hash of the original. */
  shot: string
}

/** To be raised whenever the same marks are drawn or encoded otherwise: copies made before are then made again. A test watches what is drawn. */
export const COPY_FORMAT = 2

/** The name of a copy: another picture, mark, number, title or way of drawing gives another. */
export function copyKey(what: CopyOf): Promise<string> {
  const { kind, shot, marks } = what
  const known = keys.get(what) ?? sha256(new TextEncoder().encode(JSON.stringify([COPY_FORMAT, kind, shot, marks.outlines, marks.drawings, marks.covers, marks.strip])))
  keys.set(what, known)
  return known
}

/** Asked for when a copy is looked for, and again when it is kept. */
const keys = new WeakMap<CopyOf, Promise<string>>()

/**
 * The copies that an export needs of a screenshot: the file that is written, and the small picture that documents show.
 * @param issue as it is exported
 * @param strip whether the office wants a strip under its pictures
 */
export function copiesOf(issue: Issue, shot: ShotRef, { mask: cover, pictures }: Pick<ExportContent, 'mask' | 'pictures'>, strip: boolean): { file: CopyOf; small: CopyOf } {
  const all = marksOf(issue, shot, { cover, strip })
  return {
    file: { kind: pictures === 'thumbnails' ? 'small' : 'whole', shot: shot.hash, marks: pictures === 'originals' ? coversOf(shot, cover) : all },
    // In documents the words of a strip stand beside the picture, and would be too small to be read in it.
    small: { kind: 'small', shot: shot.hash, marks: { ...all, strip: [] } },
  }
}
