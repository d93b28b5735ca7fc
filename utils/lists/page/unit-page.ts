import words from '../../../assets/documents/notice.json' with { type: 'json' }
import { SEVERITIES } from '../../types/finding.ts'
import { shortNumber, type Issue } from '../../types/issue.ts'
import { clip } from '../cell.ts'
import type { Thumbs } from '../folder/documents.ts'
import { shortPeriod } from '../period.ts'
import { pictureEnding } from '../picture.ts'
import { unitCells } from '../sheet/unit-columns.ts'
import { isLinkable } from '../web-link.ts'
import { clockInShanghai } from '../week.ts'
import { fill, statusWord, WORDS } from '../words.ts'
import { html, Markup } from './html.ts'
import { STYLE } from './style.ts'

const TEXT = words['page-html']
const LONGEST_TITLE = 200

export interface UnitPageInput {
  /** '' for issues without a unit. */
  unitName: string
  /** As people say it: 2026年第47周. */
  period: string
  /** In the order of the list. */
  issues: readonly Issue[]
  /** Asked one at a time. */
  pictures: Thumbs
}

/**
 * A unit's list as one page that opens anywhere, also offline and on a phone, and prints on A4: pictures inside,
 * no script, nothing loaded from elsewhere. The same data gives the same bytes.
 */
export async function unitPage({ unitName, period, issues, pictures }: UnitPageInput): Promise<Uint8Array<ArrayBuffer>> {
  const title = fill(TEXT.title, { unit: unitName || WORDS['no-unit'], period: shortPeriod(period) })
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, issues.filter((issue) => issue.severity === severity).length]))
  const earliest = issues.flatMap(({ deadline }) => deadline ?? []).sort()[0]
  const articles: Markup[] = []
  for (const issue of issues) articles.push(await articleOf(issue, pictures))
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="summary">${fill(TEXT.summary, { issues: issues.length, ...counts })}${earliest ? fill(TEXT.earliest, { day: earliest }) : ''}</p>
${articles.length ? articles : html`<p>${TEXT.empty}</p>`}
${issues.some(({ shots }) => shots.length > 0) ? html`<p class="proof">${WORDS.proof.says}</p>` : html``}
</main>
</body>
</html>
`
  return new TextEncoder().encode(page.text)
}

async function articleOf(issue: Issue, pictures: UnitPageInput['pictures']): Promise<Markup> {
  const cells = unitCells(issue, 0, [])
  const { columns } = TEXT
  const context = issue.context && issue.context !== issue.quote ? html`<p class="context">${fill(TEXT.context, { context: clip(issue.context, 2000, WORDS.clipped) })}</p>` : html``
  return html`<article id="i${shortNumber(issue)}">
<h2><span class="number">${columns.number} ${cells.number}</span> <span class="severity ${issue.severity}">${cells.severity}</span> ${cells.kind.split('\n').join('：')}</h2>
<p class="description">${cells.description}</p>
${cells.quote ? html`<p class="quote">${fill(words.quote, { quote: cells.quote })}</p>` : html``}
${context}
${cells.suggestion ? html`<p>${columns.suggestion}：${cells.suggestion}</p>` : html``}
<dl>
<dt>${columns.place}</dt><dd>${cells.place.split('\n').join(' › ')}</dd>
<dt>${words.columns.page}</dt><dd>${linkTo(issue.url, clip(cells.page, LONGEST_TITLE, '…'))}</dd>
${issue.parentUrl ? html`<dt>${TEXT.parent}</dt><dd>${linkTo(issue.parentUrl, clip(issue.parentUrl, LONGEST_TITLE, '…'))}</dd>` : html``}
<dt>${columns.deadline}</dt><dd>${cells.deadline}</dd>
<dt>${columns.status}</dt><dd>${statusWord(issue.status)}</dd>
</dl>
<p class="found">${fill(TEXT.found, { at: clockInShanghai(issue.foundAt), by: issue.foundBy })}</p>
${await figuresOf(issue, pictures)}
</article>
`
}

async function figuresOf(issue: Issue, pictures: UnitPageInput['pictures']): Promise<Markup[]> {
  const figures: Markup[] = []
  for (const [at, shot] of issue.shots.entries()) {
    const bytes = await pictures(shot, issue)
    const ending = bytes && pictureEnding(bytes)
    const name = fill(TEXT.shot, { number: shortNumber(issue), n: at + 1 })
    if (!bytes || !ending) figures.push(html`<p class="missing">${name}${words['shot-missing']}</p>\n`)
    else figures.push(html`<img alt="${name}" src="data:image/${ending === 'jpg' ? 'jpeg' : ending};base64,${base64(bytes)}">\n<p class="hash">${fill(WORDS.proof['says-short'], { hash: shot.hash })}</p>\n`)
  }
  return figures
}

function linkTo(url: string, text: string): Markup {
  return isLinkable(url) ? html`<a href="${url}" target="_blank" rel="noreferrer noopener">${text}</a>` : html`${text}`
}

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
