import { hostOf } from '../address.ts'
import type { NewIssue } from '../ledger/record.ts'
import { deadlineOf, type WorkdayTest } from '../ledger/deadline.ts'
import { sayInChinese } from '../locale.ts'
import type { Anchor } from '../types/anchor.ts'
import type { Finding, Severity } from '../types/finding.ts'
import type { Day } from '../types/reading.ts'
import type { RecordDraft, RecordTarget } from '../types/record.ts'
import type { Belonging } from '../types/roster.ts'
import { hidePersonal } from '../wording/personal/cover.ts'

/** What a new issue is made from. */
export interface Ingredients {
  issueId: string
  target: RecordTarget
  draft: RecordDraft
  belonging: Belonging
  /** Day of recording, Asia/Shanghai. */
  today: Day
  workingDays: Record<Severity, number | null>
  isWorking: WorkdayTest
}

/** Fills in an issue from what was pointed at, so that one click is enough. Texts are stored in Chinese: lists are Chinese. */
export function newIssueOf({ issueId, target, draft, belonging, today, workingDays, isWorking }: Ingredients): NewIssue {
  const { page, finding } = draft
  const severity = finding?.severity ?? (target.kind === 'manual' ? target.severity : 'general')
  const days = workingDays[severity]
  const host = hostOf(page.url)
  return {
    id: issueId,
    severity,
    check: finding?.check ?? (target.kind === 'manual' ? target.type : target.kind === 'image' ? 'manual/picture' : 'manual/other'),
    indicator: finding?.indicator ?? null,
    unitId: belonging.unit?.id ?? null,
    unitName: belonging.unit?.name ?? '',
    siteName: belonging.site?.name ?? page.siteName ?? host,
    siteIdCode: belonging.site?.siteIdCode ?? page.siteIdCode ?? '',
    columnName: belonging.column?.name ?? page.columnName ?? '',
    pageTitle: hidePersonal(page.title),
    url: page.url,
    host,
    parentUrl: page.parentUrl,
    onHome: page.kind === 'home',
    publishedOn: page.publishedOn,
    description: hidePersonal(finding ? said(finding) : describe(target)),
    quote: hidePersonal(finding?.evidence ?? draft.anchor?.quote ?? ''),
    context: hidePersonal(draft.context),
    suggestion: finding?.suggestion ? sayInChinese(finding.suggestion) : '',
    basis: finding ? sayInChinese(finding.basis) : '',
    anchor: draft.anchor && maskedAnchor(draft.anchor),
    deadline: days === null ? null : deadlineOf(today, days, isWorking),
  }
}

/** What a check says, and the more there is to it: two sentences where the first ends in a full stop. */
function said({ says, more }: Finding): string {
  const first = sayInChinese(says)
  return more ? `${first}${first.endsWith('。') ? '' : '；'}${sayInChinese(more)}` : first
}

/** A place is found again by selector and offset where its words were masked. */
function maskedAnchor(anchor: Anchor): Anchor {
  return { ...anchor, quote: hidePersonal(anchor.quote), prefix: hidePersonal(anchor.prefix), suffix: hidePersonal(anchor.suffix) }
}

function describe(target: RecordTarget): string {
  if (target.kind === 'manual') return target.description
  return sayInChinese({ key: `app.record.${target.kind}` })
}
