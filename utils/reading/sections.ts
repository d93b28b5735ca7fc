import type { ListReading } from '../types/reading.ts'
import { findDates } from './date-words.ts'
import { MORE } from './rows.ts'
import { absolute } from './page.ts'
import type { Page } from './page.ts'
import type { DatedGroup } from './list.ts'
import { toList } from './list.ts'
import type { Steps } from './steps.ts'

/** Names over blocks are short; what is longer is an entry. */
const NAME_LENGTH = 14
/** Shorter mean titles than this are menus, in characters. */
const TITLE_LENGTH = 6

/** The blocks of a home page that are columns: dated lists, and undated ones whose entries are headlines. */
export function* readSections(groups: readonly DatedGroup[], page: Page): Steps<ListReading[]> {
  const sections: ListReading[] = []
  for (const group of groups) {
    if (group.zone === 'footer' || group.zone === 'navigation') continue
    if (group.length < TITLE_LENGTH) continue
    const headlines = group.dated >= 2 || (group.dated === 1 && group.length >= 8) || (group.rows.length >= 3 && group.length >= 11)
    if (!headlines) continue
    const { name, href } = nameOf(group.container, page)
    sections.push(yield* toList(group, page, { name, href, paged: false }))
  }
  return sections
}

/** The name that stands over a block, and where it leads: the block's heading, its tab, its 更多. */
function nameOf(container: Element, page: Page): { name: string | null; href: string | null } {
  const tab = tabOf(container)
  if (tab) return { name: textOf(tab), href: linkOf(tab, page) ?? moreIn(container.parentElement, page) }
  for (let at: Element | null = container, up = 0; at && up < 5 && at.tagName !== 'BODY'; at = at.parentElement, up++) {
    for (let before = at.previousElementSibling, back = 0; before && back < 4; before = before.previousElementSibling, back++) {
      const heading = headingIn(before)
      if (heading) return { name: textOf(heading), href: linkOf(heading, page) ?? moreIn(before, page) }
      if (before.querySelector('li,table')) break
    }
  }
  return { name: null, href: null }
}

/** Where a container is one of several panes, the tab at the same place. */
function tabOf(container: Element): Element | null {
  let pane: Element = container
  for (let up = 0; up < 3 && pane.parentElement; up++, pane = pane.parentElement) {
    const panes = [...pane.parentElement.children].filter((c) => c.tagName === pane.tagName && c.getAttribute('class')?.split(' ')[0] === pane.getAttribute('class')?.split(' ')[0])
    const head = pane.parentElement.previousElementSibling
    if (panes.length < 2 || !head) continue
    const tabs = [...head.querySelectorAll('li,a,span,h2,h3')].filter((t) => textOf(t) !== '' && t.children.length <= 1 && !MORE.test(textOf(t)))
    const kinds = tabs.filter((t) => t.tagName === tabs[0]?.tagName)
    if (kinds.length === panes.length) return kinds[panes.indexOf(pane)] ?? null
  }
  return null
}

function headingIn(element: Element): Element | null {
  const short = (e: Element): boolean => {
    const text = textOf(e)
    return text.length > 1 && text.length <= NAME_LENGTH && !MORE.test(text) && /\p{L}/u.test(text) && findDates(text, { monthDay: true }).length === 0
  }
  const candidates = [...element.querySelectorAll('h1,h2,h3,h4,a,span,strong,b,div,p,li'), element]
  return candidates.find((c) => short(c) && c.children.length <= 1) ?? null
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function linkOf(element: Element, page: Page): string | null {
  const link = element.closest('a') ?? element.querySelector('a')
  const raw = link?.getAttribute('href') ?? ''
  return raw === '' || /^(?:#|javascript:)/i.test(raw) ? null : absolute(raw, page.base)
}

function moreIn(element: Element | null | undefined, page: Page): string | null {
  const more = [...(element?.querySelectorAll('a') ?? [])].find((a) => MORE.test(textOf(a)) || MORE.test(a.title))
  return more ? linkOf(more, page) : null
}
