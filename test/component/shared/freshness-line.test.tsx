import { expect, test } from 'vitest'
import { FreshnessLine } from '../../../components/shared/FreshnessLine.tsx'
import type { DateReading } from '../../../utils/types/reading.ts'
import type { Freshness } from '../../../utils/types/roster.ts'
import { render } from '../kit.tsx'
import { FRESH } from '../samples.ts'

const date = (confidence: number): DateReading => ({ day: '2026-11-18', source: 'visible', quote: '2026-11-18', confidence })
const none: Freshness = { day: null, ageDays: null, limitDays: null, class: 'other', state: 'unknown' }

const cases: [name: string, freshness: Freshness, date: DateReading | null, words: string][] = [
  ['fresh', FRESH.fresh, null, '最后更新 2026-11-18，3 天前（时限 14 天）'],
  ['updated today', { ...FRESH.fresh, ageDays: 0 }, null, '最后更新 2026-11-18，今天（时限 14 天）'],
  ['dated tomorrow', { ...FRESH.fresh, ageDays: -1 }, null, '最后更新 2026-11-18，1 天后（时限 14 天）'],
  ['due soon', FRESH['due-soon'], null, '最后更新 2026-11-09，12 天前（时限 14 天）还剩 2 天'],
  ['overdue', FRESH.overdue, null, '最后更新 2026-10-11，41 天前（时限 14 天）超期 27 天'],
  ['exempt', FRESH.exempt, null, '最后更新 2024-03-01，995 天前已报备，不计时限'],
  ['no date where one is due', FRESH.unknown, null, '未读到日期需人工核实'],
  ['no date and no deadline', none, null, '未读到日期'],
  ['an article', none, date(0.9), '发布于 2026-11-18'],
  ['an article with a doubtful date', none, date(0.4), '发布于 2026-11-18（日期需人工核实）'],
]

test.each(cases)('%s', (_, freshness, date, words) => {
  expect(render(<FreshnessLine freshness={freshness} date={date} />).container.textContent).toBe(words)
})
