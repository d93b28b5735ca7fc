import { addressOf } from '../address.ts'
import { CaptureError } from '../browser/capture.ts'
import type { TabBrief } from '../browser/tabs.ts'
import { PlainError, isQuota, phraseOf } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { workdayTest } from '../ledger/deadline.ts'
import { addShot, recordIssue, type NewShot } from '../ledger/record.ts'
import { rosterOfHost } from '../ledger/roster.ts'
import { readSettings } from '../ledger/settings.ts'
import { dayInShanghai } from '../lists/week.ts'
import type { In, Out, ToPage } from '../messages.ts'
import { belongingOf } from '../roster/match.ts'
import type { Recorded, RecordDraft, RecordTarget } from '../types/record.ts'
import type { Unit } from '../types/roster.ts'
import { newIssueOf, newShotOf } from './draft.ts'

/** What recording needs of the browser. */
export interface RecordDeps {
  ledger: Ledger
  askPage: <K extends keyof ToPage & string>(tabId: number, name: K, data: In<ToPage, K>) => Promise<Out<ToPage, K>>
  capture: (windowId: number) => Promise<Blob>
  tabById: (id: number) => Promise<TabBrief | null>
  /** Whether there is no room for pictures any more, so that words can still be stored. */
  isSpaceFull: () => Promise<boolean>
}

/**
 * One click: the page gets ready, the visible tab is captured, issue and screenshot are stored together,
 * and only then the page and the asker are told.
 * @throws PlainError on a page that can neither be read nor captured
 */
export async function record(deps: RecordDeps, issueId: string, target: RecordTarget, tab: TabBrief): Promise<Recorded> {
  const tell = (recorded: Recorded | null, error?: unknown) =>
    deps.askPage(tab.id, 'page.recorded', { target, recorded, failed: error ? phraseOf(error) : null }).catch(() => null)
  try {
    const draft = await prepare(deps, target, tab)
    const { picture, shot } = await photograph(deps, tab, draft)
    if (!draft.reachable && shot === 'restricted') throw new PlainError({ key: 'app.error.restricted-page' })
    const recorded = await storeOrWithoutPicture(deps.ledger, issueId, target, draft, picture, shot)
    await tell(recorded)
    return recorded
  } catch (error) {
    await tell(null, error)
    throw error
  }
}

type Draft = RecordDraft & { reachable: boolean }

/** What the page says; where no content script runs (a PDF, a site that is off), what the tab says. */
async function prepare({ askPage }: RecordDeps, target: RecordTarget, tab: TabBrief): Promise<Draft> {
  try {
    return { ...(await askPage(tab.id, 'page.prepare', { target })), reachable: true }
  } catch (error) {
    if (!(error instanceof PlainError) || error.says.key !== 'app.error.no-page') throw error
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
    return { page, finding: null, anchor: null, context, outline: null, viewportWidth: 0, reachable: false }
  }
}

/** The picture, or why there is none. A picture of another tab that came to the front meanwhile is worse than none. */
export async function photograph(
  { capture, tabById, isSpaceFull }: Pick<RecordDeps, 'capture' | 'tabById' | 'isSpaceFull'>,
  tab: TabBrief,
  draft: RecordDraft,
): Promise<{ picture: NewShot | null; shot: Recorded['shot'] }> {
  const inFront = async () => {
    const now = await tabById(tab.id)
    return now?.active === true && now.url === tab.url
  }
  try {
    if (!(await inFront())) return { picture: null, shot: 'missed' }
    if (await isSpaceFull()) return { picture: null, shot: 'full' }
    const image = await capture(tab.windowId)
    if (!(await inFront())) return { picture: null, shot: 'missed' }
    const bytes = new Uint8Array(await image.arrayBuffer())
    return { picture: await newShotOf(image, bytes, draft), shot: 'taken' }
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error
    return { picture: null, shot: error.reason === 'busy' ? 'missed' : error.reason }
  }
}

/** The disk may be full before the browser says so: then the words are stored, which need little. @throws where there is no room for them either */
async function storeOrWithoutPicture(
  ledger: Ledger,
  issueId: string,
  target: RecordTarget,
  draft: RecordDraft,
  picture: NewShot | null,
  shot: Recorded['shot'],
): Promise<Recorded> {
  try {
    return { ...(await store(ledger, issueId, target, draft, picture)), shot }
  } catch (error) {
    if (!picture || !isQuota(error)) throw error
    return { ...(await store(ledger, issueId, target, draft, null)), shot: 'full' }
  }
}

async function store(
  ledger: Ledger,
  issueId: string,
  target: RecordTarget,
  draft: RecordDraft,
  picture: NewShot | null,
): Promise<Omit<Recorded, 'shot'>> {
  const { page } = draft
  const settings = await readSettings(ledger.db)
  const roster = await rosterOfHost(ledger.db, addressOf(page.url)?.hostname ?? '')
  const belonging = belongingOf(page, roster)
  const named = target.kind === 'manual' && target.unitId ? roster.units.find(({ id }) => id === target.unitId) : undefined
  const unit: Unit | null = named ?? belonging.unit
  const today = dayInShanghai(ledger.now().toISOString())
  const wanted = newIssueOf({ issueId, target, draft, belonging: { ...belonging, unit }, today, workingDays: settings.workingDays, isWorking: workdayTest(settings.ownDays) })
  const issue = await recordIssue(ledger, wanted, picture)
  // Asked again after an answer got lost: the issue stands, but perhaps without its picture.
  if (picture && issue.shots.length === 0) await addShot(ledger, issue.id, picture)
  if (issue.id !== issueId) return { issueId: issue.id, number: issue.number, duplicateOf: null, rebounds: issue.rebounds }
  const first = issue.duplicateOf ? await ledger.db.issues.get(issue.duplicateOf) : undefined
  return { issueId: issue.id, number: issue.number, duplicateOf: first?.number ?? null }
}
