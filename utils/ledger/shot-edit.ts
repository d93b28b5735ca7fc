import { PlainError } from '../errors.ts'
import type { ShotEdit } from '../types/drawing.ts'
import type { Issue, ShotRef } from '../types/issue.ts'
import { editShots } from './change.ts'
import type { Ledger } from './ledger.ts'

/** The same picture was marked elsewhere since it was seen: nothing was written. */
export class ShotConflict extends PlainError {
  constructor() {
    super({ key: 'markup.conflict.refused' })
    this.name = 'ShotConflict'
  }
}

/** What a person drew: data beside the untouched picture. */
export type Marks = Pick<ShotEdit, 'outlines' | 'drawings' | 'personal'>

/** Which of an issue's pictures: the moment stays when a picture is covered, and tells the same picture taken twice apart. */
export type WhichShot = Pick<ShotRef, 'hash' | 'takenAt'>

/** Where a picture stands among the issue's; -1 where it was taken away. */
export function shotAt(shots: readonly ShotRef[], { hash, takenAt }: WhichShot): number {
  const exact = shots.findIndex((one) => one.hash === hash && one.takenAt === takenAt)
  return exact >= 0 ? exact : shots.findIndex((one) => one.takenAt === takenAt)
}

/** A picture as it stands, where it stands as `base` says. @throws ShotConflict */
export function standingShot(shots: readonly ShotRef[], base: ShotRef): number {
  const at = shotAt(shots, base)
  if (at < 0 || !sameMarks(shots[at]!, base)) throw new ShotConflict()
  return at
}

/** Marks without a trace of those that are not there. */
export function withMarks(shot: ShotRef, { outlines, drawings, personal }: Marks): ShotRef {
  const { drawings: _, personal: __, ...bare } = shot
  return { ...bare, outlines, ...(drawings.length > 0 && { drawings }), ...(personal.length > 0 && { personal }) }
}

/** Keeps what was drawn over a picture. @param base what the person saw. @throws ShotConflict */
export function markShot(ledger: Ledger, issueId: string, base: ShotRef, marks: Marks): Promise<Issue> {
  return editShots(ledger, issueId, 'shot-edited', (shots) => {
    const at = standingShot(shots, base)
    return shots.map((shot, n) => (n === at ? withMarks(shot, marks) : shot))
  })
}

/** 图注. @throws ShotConflict where the picture was taken away */
export function captionShot(ledger: Ledger, issueId: string, which: WhichShot, caption: string): Promise<Issue> {
  return editShots(ledger, issueId, 'shot-edited', (shots) => {
    const at = known(shots, which)
    return shots.map((shot, n) => {
      if (n !== at) return shot
      const { caption: _, ...bare } = shot
      return caption.trim() ? { ...bare, caption: caption.trim() } : bare
    })
  })
}

/** Moves a picture to another place among the issue's, counted from 0. @throws ShotConflict where it was taken away */
export function moveShot(ledger: Ledger, issueId: string, which: WhichShot, to: number): Promise<Issue> {
  return editShots(ledger, issueId, 'shot-edited', (shots) => {
    const at = known(shots, which)
    const others = shots.filter((_, n) => n !== at)
    return [...others.slice(0, to), shots[at]!, ...others.slice(to)]
  })
}

/** Takes a picture away from an issue; the picture itself stays until lost pictures are collected, so that this can be undone. @throws ShotConflict where it is gone already */
export function removeShot(ledger: Ledger, issueId: string, which: WhichShot): Promise<Issue> {
  return editShots(ledger, issueId, 'shot-removed', (shots) => {
    const at = known(shots, which)
    return shots.filter((_, n) => n !== at)
  })
}

function known(shots: readonly ShotRef[], which: WhichShot): number {
  const at = shotAt(shots, which)
  if (at < 0) throw new ShotConflict()
  return at
}

function sameMarks(a: ShotRef, b: ShotRef): boolean {
  const marks = ({ hash, outlines, drawings, personal }: ShotRef) => JSON.stringify([hash, outlines, drawings ?? [], personal ?? []])
  return marks(a) === marks(b)
}
