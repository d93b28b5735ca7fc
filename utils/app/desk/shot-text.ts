import { newId } from '../new-id.ts'
import { pictureHindrance } from '../../browser/abilities.ts'
import { copyText } from '../../browser/save.ts'
import { openLine } from '../../browser/streams.ts'
import { PlainError } from '../../errors.ts'
import { deadlineOf, workdayTest } from '../../ledger/deadline.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { undoRecording } from '../../ledger/rebound.ts'
import { recordIssue, type NewIssue } from '../../ledger/record.ts'
import { readSettings } from '../../ledger/settings.ts'
import { dayInShanghai } from '../../lists/week.ts'
import { sayInChinese } from '../../locale.ts'
import { shortNumber, type Issue } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PictureFinding, PictureNews } from '../../types/picture.ts'
import { hidePersonal } from '../../wording/personal/cover.ts'
import type { Done } from './issues.ts'

/** 识别图中文字 of a stored screenshot. */
export function shotTextDesk(ledger: Ledger) {
  const { db } = ledger
  return {
    /** Why pictures cannot be read in this browser; null where they can. */
    noPictures: (): Phrase | null => pictureHindrance(),
    /** Closing the line ends the reading. */
    readShot: ({ url, publishedOn }: Issue, hash: string, told: (news: PictureNews) => void) =>
      openLine('picture.read', { source: { by: 'shot', hash }, pageUrl: url, pageKind: 'article', publishedOn }, told),
    copyWords: async (text: string): Promise<Phrase> => (await copyText(text), { key: 'pictures.sheet.copied' }),
    /** A suspicion in a screenshot becomes an issue of its own, of the same page and with the same picture. */
    recordFound: async (issue: Issue, hash: string, found: PictureFinding): Promise<Done & { number: number | string }> => {
      const shot = await db.shots.get(hash)
      if (!shot) throw new PlainError({ key: 'pictures.error.shot-gone' })
      const { workingDays, ownDays } = await readSettings(db)
      const days = workingDays[found.finding.severity]
      const deadline = days === null ? null : deadlineOf(dayInShanghai(ledger.now().toISOString()), days, workdayTest(ownDays))
      const outlines = found.areas.map((area, at) => ({ ...area, label: String(at + 1) }))
      const recorded = await recordIssue(ledger, { ...newIssueOf(issue, found), deadline }, { shot, outlines })
      const number = shortNumber(recorded)
      return { number, says: { key: 'app.recorded.taken', params: { number } }, undo: async () => (await undoRecording(ledger, recorded.id), { key: 'app.undone', params: { number } }) }
    },
  }
}

function newIssueOf(issue: Issue, { finding }: PictureFinding): Omit<NewIssue, 'deadline'> {
  const { unitId, unitName, siteName, siteIdCode, columnName, pageTitle, url, host, parentUrl, onHome, publishedOn } = issue
  const { severity, check, indicator, says, suggestion, basis, evidence, anchor } = finding
  return {
    id: newId(), severity, check, indicator, unitId, unitName, siteName, siteIdCode, columnName, pageTitle, url, host, parentUrl, onHome, publishedOn,
    description: `${sayInChinese(says)}；${sayInChinese({ key: 'pictures.where-shot', params: { number: shortNumber(issue) } })}`,
    quote: hidePersonal(evidence),
    context: anchor ? hidePersonal(anchor.prefix + anchor.quote + anchor.suffix) : '',
    suggestion: suggestion ? sayInChinese(suggestion) : '',
    basis: sayInChinese(basis),
    // The place is in the picture: the page may show it nowhere.
    anchor: null,
  }
}
