import { useState } from 'preact/hooks'
import { ShotEditor } from '../../components/ledger/shot/ShotEditor.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { Picture } from '../../utils/app/desk/shots.ts'
import { shotAt } from '../../utils/ledger/shot-edit.ts'
import { shortNumber, type Issue } from '../../utils/types/issue.ts'
import type { Stepping } from './OneIssue.tsx'

export interface MarkShotProps {
  desk: Desk
  issue: Issue
  shots: readonly Picture[]
  /** Which picture, from 0. */
  index: number
  stepping: Stepping
  onClose: () => void
}

/** 标注 of the picture that the address names; it stays the same one when another window puts the pictures in another order. */
export function MarkShot({ desk, issue, shots, index, stepping, onClose }: MarkShotProps) {
  const [opened] = useState(shots[index] ?? null)
  const [last, setLast] = useState(opened)
  const [which] = useState(opened && { hash: opened.hash, takenAt: opened.takenAt })
  const at = which ? shotAt(issue.shots, which) : -1
  const standing = issue.shots[at] ?? null
  const shown = shots.find(({ takenAt, src }) => takenAt === which?.takenAt && src !== null) ?? null
  // While it is taken away elsewhere, what was open is still shown.
  if (shown && shown !== last) setLast(shown)
  const sharers = useLive(desk.sharers(issue.id, standing?.hash ?? ''), [issue.id, standing?.hash])
  const picture = shown ?? last
  if (!picture?.src) return null
  return (
    <ShotEditor
      number={shortNumber(issue)}
      index={at + 1 || index + 1}
      src={picture.src}
      width={picture.width}
      height={picture.height}
      standing={standing}
      sharers={sharers ?? { numbers: [], mayStay: false }}
      tagsOf={(outlines) => desk.tagsOf(issue, outlines)}
      onSave={(edit, everywhere, base) => stepping(() => desk.saveShot(issue.id, { ...standing!, ...base }, edit, everywhere), edit.covers.length === 0)}
      onClose={onClose}
    />
  )
}
