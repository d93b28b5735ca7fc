import { unitDocuments, type DocumentsWanted } from '../../lists/folder/documents.ts'
import type { FileBytes } from '../../lists/folder/stored-file.ts'
import type { UnitShare } from '../../lists/units.ts'
import type { ShotMarks } from '../../types/drawing.ts'
import type { Issue, Shot } from '../../types/issue.ts'
import { shrunk, type Small } from '../thumbnail.ts'
import { marked, type CanvasOf, type Look } from './marked.ts'

/** One unit's document: the nth of those wanted. */
export interface DocumentTask {
  wanted: DocumentsWanted
  nth: number
  /** A `UnitShare` as JSON: issues as objects take a thread three times as long to hand over. */
  share: string
  /** By issue id: what its 截图 cell says. */
  names: ReadonlyMap<string, string[]>
  /** By issue id: small pictures in the order of its screenshots, null where one is gone. */
  thumbs: ReadonlyMap<string, readonly (Uint8Array | null)[]>
}

/** Heavy work on one thing, as it is told to a thread. Pictures stay where they are stored until the thread reads them. */
export type Task =
  | { kind: 'mark'; picture: Blob; looks: readonly Look[] }
  | { kind: 'shrink'; shot: Shot; marks: ShotMarks }
  | { kind: 'document'; document: DocumentTask }

export type Answer<T extends Task> = T extends { kind: 'shrink' } ? Small : T extends { kind: 'mark' } ? FileBytes[] : Uint8Array

/** Does it, here. @throws what the work throws, and DOMException for damaged pictures */
export async function doTask(task: Task, canvasOf?: CanvasOf): Promise<Uint8Array | Small | FileBytes[]> {
  if (task.kind === 'mark') return marked(task.picture, task.looks, canvasOf)
  if (task.kind === 'shrink') return shrunk(task.shot, task.marks)
  const { wanted, nth, share, names, thumbs } = task.document
  const documents = unitDocuments(wanted, async (shot, issue) => thumbs.get(issue.id)?.[issue.shots.indexOf(shot)] ?? null)
  const document = documents[nth]
  if (!document) throw new RangeError('no such document')
  return document.make(JSON.parse(share) as UnitShare, (issue: Issue) => names.get(issue.id) ?? [])
}
