import * as v from 'valibot'
import { addressOf, isPublished } from '../address.ts'
import type { TabBrief } from '../browser/tabs.ts'
import { PlainError, isQuota, phraseOf, saysThat } from '../errors.ts'
import { workdayTest } from '../ledger/deadline.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { addShot, recordIssue } from '../ledger/record.ts'
import { rosterOfHost } from '../ledger/roster.ts'
import { readSettings, type Settings } from '../ledger/settings.ts'
import { dayInShanghai } from '../lists/week.ts'
import { belongingOf } from '../roster/match.ts'
import type { EvidenceLook, PageContext } from '../types/evidence.ts'
import type { Recorded, RecordDraft, RecordTarget } from '../types/record.ts'
import type { Unit } from '../types/roster.ts'
import { lookOf } from './capture/look.ts'
import { photograph, type Photo, type PhotoDeps } from './capture/photo.ts'
import { newIssueOf } from './draft.ts'
import { shortNumber } from '../types/issue.ts'
import { recordDraft } from './draft-schema.ts'
import { askLatePage, type LatePageDeps } from './late-page.ts'
import { isTooLarge } from './size.ts'

/** What recording needs of the browser. */
export interface RecordDeps extends PhotoDeps, LatePageDeps {
  ledger: Ledger
  /** Zoom of a tab, 1 for 100 %; null where the browser does not tell. */
  zoomOf: (tabId: number) => Promise<number | null>
  /** Name and version of the browser. */
  browser: string
}

/** Takes the picture once the page is ready. `context`: where the page's own is not the one that counts. */
export type TakePhoto = (draft: RecordDraft) => Promise<Photo & { context?: PageContext | null }>

/**
 * One click: the page gets ready, the picture is taken, issue, picture and what the page told are stored together,
 * and only then the page and the asker are told.
 * @param take how; without it the visible tab is captured
 * @throws PlainError on a page that can neither be read nor captured
 */
export async function record(deps: RecordDeps, issueId: string, target: RecordTarget, tab: TabBrief, take?: TakePhoto): Promise<Recorded> {
  const tell = (recorded: Recorded | null, error?: unknown) =>
    deps.askPage(tab.id, 'page.recorded', { target, recorded, failed: error ? phraseOf(error) : null }).catch(() => null)
  // Asked for while the page gets ready: all of it is needed anyway.
  const known = Promise.all([readSettings(deps.ledger.db), rosterOfHost(deps.ledger.db, addressOf(tab.url)?.hostname ?? '')])
  const zoom = deps.zoomOf(tab.id)
  known.catch(() => undefined)
  try {
    const draft = await prepareDraft(deps, target, tab, take !== undefined)
    if (!draft.reachable && !isPublished(tab.url)) throw new PlainError({ key: 'app.error.restricted-page' })
    const photo = await photoOf(deps, tab, draft, take)
    if (!draft.reachable && photo.shot === 'restricted') throw new PlainError({ key: 'app.error.restricted-page' })
    const look = lookAt(deps, draft, photo, await zoom)
    const recorded = await storeOrWithoutPicture(deps.ledger, { issueId, target, draft, photo, look, known: await known })
    await tell(recorded)
    return recorded
  } catch (error) {
    // Who chooses in the page is told by the layer that asked.
    await tell(null, take ? undefined : error)
    throw error
  }
}

/** `unread`: the page was still loading, and nothing of ours has read it. */
type Draft = RecordDraft & { reachable: boolean; unread: boolean }

/** Takes the picture; that nobody knows what personal data is in it is said. */
export async function photoOf(deps: RecordDeps, tab: TabBrief, draft: Draft, take: TakePhoto = (ready) => photograph(deps, tab, ready)): ReturnType<TakePhoto> {
  const photo = await take(draft)
  return draft.unread && photo.picture ? { ...photo, notes: [...(photo.notes ?? []), { key: 'app.capture.unread' }] } : photo
}

/** What the page says; where no content script runs (a PDF, a site that is off), what the tab says. `still`: nothing may move in the page. */
export async function prepareDraft(deps: LatePageDeps, target: RecordTarget, tab: TabBrief, still: boolean): Promise<Draft> {
  try {
    const said = await askLatePage(deps, tab, 'page.prepare', still ? { target, still } : { target })
    // The script that answers is the nearest to a page that may be hostile: it speaks for that page, in a known shape.
    if (isTooLarge(said) || !v.is(recordDraft, said) || addressOf(said.page.url)?.origin !== addressOf(tab.url)?.origin) {
      throw new PlainError({ key: 'app.error.bad-message', params: { name: 'page.prepare' } })
    }
    return { ...said, reachable: true, unread: false }
  } catch (error) {
    if (!saysThat(error, 'app.error.no-page')) throw error
    const page: RecordDraft['page'] = {
      url: tab.url,
      title: tab.title,
      parentUrl: '',
      kind: 'other',
      columnName: null,
      contentSource: null,
      siteName: null,
      siteIdCode: null,
      publishedOn: null,
    }
    const context = target.kind === 'selection' ? target.text : ''
    return { page, finding: null, anchor: null, context, outline: null, personal: [], view: null, evidence: null, reachable: false, unread: await deps.stillComes(tab) }
  }
}

/** What is kept of this look beside the picture. */
export function lookAt({ ledger, browser }: Pick<RecordDeps, 'ledger' | 'browser'>, draft: RecordDraft, photo: Photo & { context?: PageContext | null }, zoom: number | null): EvidenceLook | null {
  return lookOf(photo.context ?? draft.evidence, { at: ledger.now().toISOString(), url: draft.page.url, shot: photo.picture?.shot.hash ?? null, zoom, browser })
}

/** What is stored, and what is known already for it. */
interface Wanted {
  issueId: string
  target: RecordTarget
  draft: RecordDraft
  photo: Photo
  look: EvidenceLook | null
  known: [Settings, Awaited<ReturnType<typeof rosterOfHost>>]
}

/** The disk may be full before the browser says so: then the words are stored, which need little. @throws where there is no room for them either */
async function storeOrWithoutPicture(ledger: Ledger, wanted: Wanted): Promise<Recorded> {
  const { picture, shot, notes } = wanted.photo
  try {
    return { shot, ...(await store(ledger, wanted)), ...(notes?.length ? { notes } : {}) }
  } catch (error) {
    if (!picture || !isQuota(error)) throw error
    const look = wanted.look && { ...wanted.look, shot: null }
    return { shot: 'full', ...(await store(ledger, { ...wanted, look, photo: { picture: null, shot: 'full' } })) }
  }
}

async function store(ledger: Ledger, { issueId, target, draft, photo: { picture }, look, known: [settings, roster] }: Wanted): Promise<Omit<Recorded, 'shot'> & Partial<Pick<Recorded, 'shot'>>> {
  const belonging = belongingOf(draft.page, roster)
  const named = target.kind === 'manual' && target.unitId ? roster.units.find(({ id }) => id === target.unitId) : undefined
  const unit: Unit | null = named ?? belonging.unit
  const today = dayInShanghai(ledger.now().toISOString())
  const wanted = newIssueOf({ issueId, target, draft, belonging: { ...belonging, unit }, today, workingDays: settings.workingDays, isWorking: workdayTest(settings.ownDays) })
  const issue = await recordIssue(ledger, wanted, picture, look)
  // Asked again after an answer got lost: the issue stands, but perhaps without its picture.
  if (picture && issue.shots.length === 0) await addShot(ledger, issue.id, picture, undefined, look)
  if (issue.id !== issueId) return { issueId: issue.id, number: shortNumber(issue), duplicateOf: null, rebounds: issue.rebounds }
  const first = issue.duplicateOf ? await ledger.db.issues.get(issue.duplicateOf) : undefined
  // Taken before the answer got lost, it counts, though this time there may be none.
  return { issueId: issue.id, number: shortNumber(issue), duplicateOf: first ? shortNumber(first) : null, ...(issue.shots.length > 0 ? { shot: 'taken' } : {}) }
}
