import { PlainError } from '../../errors.ts'
import { undoEvent } from '../../ledger/change.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { addShot } from '../../ledger/record.ts'
import { coverShot, sharersOf } from '../../ledger/shot-cover.ts'
import { captionShot, markShot, moveShot, removeShot, type WhichShot } from '../../ledger/shot-edit.ts'
import { deviceOfLedger } from '../../ledger/sharing/device.ts'
import { stripLines } from '../../lists/shot-strip.ts'
import { pictureEnding, sha256 } from '../../lists/picture.ts'
import { sayInChinese } from '../../locale.ts'
import { CouchFailure } from '../../team/couch/failure.ts'
import { readCouchState } from '../../team/couch/state.ts'
import type { ShotEdit } from '../../types/drawing.ts'
import { shortNumber, type Issue, type Shot, type ShotRef } from '../../types/issue.ts'
import type { Source } from '../../types/live.ts'
import type { Phrase } from '../../types/phrase.ts'
import { burned } from '../framing/burned.ts'
import { tagsOf } from '../framing/marks-of.ts'
import { checkPictureFile } from '../shot-file.ts'
import type { FetchFiles } from '../bring-files.ts'
import type { Done } from './issues.ts'

/** A screenshot ready to be shown; `src` null where the picture is missing. `tags`: what stands at its marked places. `strip`: what stands under it when it is handed out. */
export interface Picture extends ShotRef {
  src: string | null
  /** Not here, but a team has it: on its way, the server cannot be reached, or nobody has sent it there. */
  away?: 'coming' | 'offline' | 'unsent'
  width: number
  height: number
  tags: string[]
  strip: string[]
}

/** Other issues that show the same picture. `mayStay`: theirs may stay uncovered; in a shared ledger a picture is covered for all or for none. */
export interface Sharers {
  numbers: (string | number)[]
  mayStay: boolean
}

/** As `Done`; `undo` null where there is no way back. */
export interface DoneForGood {
  says: Phrase
  undo: Done['undo'] | null
}

/** What the ledger page sees of an issue's pictures and does with them. */
export function shotsDesk(ledger: Ledger, fetchFiles: FetchFiles) {
  const { db } = ledger
  return {
    /** @param strip whether one stands under what is handed out */
    shots: (issue: Issue, strip: boolean) => showShots(db, issue, strip, fetchFiles),
    /** What the tags of marked places of an issue say. */
    tagsOf,
    /** Numbers of other issues with the same picture; looked up once, because the whole ledger is. */
    sharers: (issueId: string, hash: string): Source<Sharers> => (tell, fail) => {
      const alone = async () => (await deviceOfLedger(db)) === null
      Promise.all([sharersOf(ledger, issueId, hash), alone()]).then(([numbers, mayStay]) => tell({ numbers, mayStay }), fail)
      return () => undefined
    },
    /** Keeps what was drawn; where something is covered for good, puts the covered picture in place of the old one. @throws ShotConflict */
    saveShot: async (issueId: string, base: ShotRef, edit: ShotEdit, everywhere: boolean): Promise<DoneForGood> => {
      if (edit.covers.length === 0) return step((own) => markShot(own, issueId, base, edit), { key: 'markup.saved' })
      const gone = await cover(issueId, base, edit, everywhere)
      return { says: { key: gone ? 'markup.covered' : 'markup.coveredHere', params: { count: edit.covers.length } }, undo: null }
    },
    captionShot: (issueId: string, which: WhichShot, caption: string) => step((own) => captionShot(own, issueId, which, caption), { key: 'app.saved' }),
    moveShot: (issueId: string, which: WhichShot, to: number) => step((own) => moveShot(own, issueId, which, to), { key: 'app.saved' }),
    removeShot: (issueId: string, which: WhichShot) => step((own) => removeShot(own, issueId, which), { key: 'markup.removed' }),
    /** A picture from the clipboard (null: there was none) or a file, kept byte for byte. @throws PlainError for what is no picture that can be kept */
    addPicture: async (issueId: string, file: Blob | null, kind: 'pasted' | 'file'): Promise<Done> => {
      if (!file) throw new PlainError({ key: 'markup.refused.no-picture' })
      const { hash, ...shot } = await pictureOf(file)
      const issue = await db.issues.get(issueId)
      if (!issue) throw new PlainError({ key: 'app.error.issue-gone' })
      if (issue.shots.some((one) => one.hash === hash)) throw new PlainError({ key: 'markup.refused.known' })
      if (await db.burnt.get(hash)) throw new PlainError({ key: 'markup.refused.burnt' })
      const takenAt = ledger.now().toISOString()
      await addShot({ ...ledger, now: () => new Date(takenAt) }, issueId, { shot: { hash, ...shot }, outlines: [], kind })
      const undo = async () => (await removeShot(ledger, issueId, { hash, takenAt }), { key: 'app.edit-undone' })
      return { says: { key: 'markup.added', params: { number: shortNumber(issue), width: shot.width, height: shot.height } }, undo }
    },
  }

  async function cover(issueId: string, base: ShotRef, edit: ShotEdit, everywhere: boolean): Promise<boolean> {
    const old = await db.shots.get(base.hash)
    if (!old) throw new PlainError({ key: 'markup.burn.failed' })
    const image = await burned(old.image, edit.covers)
    const picture = { hash: await sha256(new Uint8Array(await image.arrayBuffer())), image, thumbnail: null, width: old.width, height: old.height }
    const says = (key: string) => sayInChinese({ key, params: { count: edit.covers.length } })
    const [reason, reasonKept] = [says('markup.history'), says('markup.historyHere')]
    return coverShot(ledger, { issueId, base, marks: edit, picture, everywhere, reason, reasonKept })
  }

  /** A step that its own line of history can take back. */
  async function step(work: (own: Ledger) => Promise<unknown>, says: Phrase): Promise<Done> {
    const eventId = ledger.newId()
    await work({ ...ledger, newId: () => eventId })
    return { says, undo: async () => (await undoEvent(ledger, eventId), { key: 'app.edit-undone' }) }
  }
}

/** A file as a picture to be stored: its bytes as they are, its size as it is shown. */
async function pictureOf(file: Blob): Promise<Shot> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  checkPictureFile(bytes)
  try {
    const type = `image/${pictureEnding(bytes)?.replace('jpg', 'jpeg')}`
    const bitmap = await createImageBitmap(new Blob([bytes], { type }))
    const { width, height } = bitmap
    bitmap.close()
    return { hash: await sha256(bytes), image: new Blob([bytes], { type }), thumbnail: null, width, height }
  } catch (error) {
    if (error instanceof DOMException) throw new PlainError({ key: 'markup.refused.broken' }, { cause: error })
    throw error
  }
}

/** Pictures as addresses that only this page can open; given back when no longer shown. In a team those that are not here are fetched, because somebody looks. */
function showShots(db: LedgerDb, issue: Issue, strip: boolean, fetchFiles: FetchFiles): Source<Picture[]> {
  const load = async (urls: string[]) => {
    const shots = await db.shots.bulkGet(issue.shots.map(({ hash }) => hash))
    return issue.shots.map((ref, at): Picture => {
      const shot = shots[at]
      const words = { tags: tagsOf(issue, ref.outlines), strip: strip ? stripLines(issue, ref) : [] }
      if (!shot) return { ...ref, ...words, src: null, width: 0, height: 0 }
      const src = URL.createObjectURL(shot.image)
      urls.push(src)
      return { ...ref, ...words, src, width: shot.width, height: shot.height }
    })
  }
  const away = (pictures: readonly Picture[], how: NonNullable<Picture['away']>) => pictures.map((one) => (one.src === null ? { ...one, away: how } : one))
  return (tell, fail) => {
    const urls: string[] = []
    let over = false
    const show = async () => {
      const pictures = await load(urls)
      const missing = pictures.flatMap(({ src, hash }) => (src === null ? [`shot:${hash}`] : []))
      const inTeam = missing.length > 0 && (await readCouchState(db)) !== null
      if (!over) tell(inTeam ? away(pictures, 'coming') : pictures)
      if (!inTeam) return
      const came = await fetchFiles(missing).catch((error: unknown) => (error instanceof CouchFailure ? null : Promise.reject(error)))
      if (!over) tell(came === null ? away(pictures, 'offline') : away(await load(urls), 'unsent'))
    }
    show().catch(fail)
    return () => {
      over = true
      urls.forEach((url) => URL.revokeObjectURL(url))
    }
  }
}
