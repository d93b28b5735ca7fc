import type { TabBrief } from '../../browser/tabs.ts'
import { PlainError, phraseOf } from '../../errors.ts'
import { addShot } from '../../ledger/record.ts'
import { shortNumber, type Issue } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { RecordTarget } from '../../types/record.ts'
import { lookAt, photoOf, prepareDraft, type RecordDeps, type TakePhoto } from '../record.ts'

/**
 * One more picture of an issue that stands: of the place as it is now (`role` `after`) or of what was found. Told in the page as well.
 * @throws PlainError where no picture could be taken or stored: the issue is as it was
 */
export async function addPicture(deps: RecordDeps, issue: Issue, tab: TabBrief, target: RecordTarget, role?: 'after', take?: TakePhoto): Promise<Phrase[]> {
  try {
    const draft = await prepareDraft(deps, target, tab, take !== undefined)
    const photo = await photoOf(deps, tab, draft, take)
    if (!photo.picture) throw new PlainError({ key: photo.shot === 'taken' ? 'app.error.no-shot' : `app.error.shot.${photo.shot}` })
    const added = await addShot(deps.ledger, issue.id, photo.picture, role, lookAt(deps, draft, photo, await deps.zoomOf(tab.id)))
    const says: Phrase[] = [{ key: added ? 'app.shot-added' : 'app.shot-same', params: { number: shortNumber(issue) } }, ...(photo.notes ?? [])]
    return says
  } catch (error) {
    // Who chooses in the page is told by the layer that asked; our windows come back all the same.
    const told = take ? deps.askPage(tab.id, 'page.recorded', { target, recorded: null, failed: null }) : deps.askPage(tab.id, 'page.notice', { says: phraseOf(error) })
    await told.catch(() => null)
    throw error
  }
}
