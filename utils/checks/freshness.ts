import type { Check } from './check.ts'
import { classOf, freshnessOf, HOME_DAYS, limitOf } from './deadlines.ts'
import { finding } from './finding.ts'

/** Classes whose lists must show dates: a list of names or pictures need not. */
const DATED = new Set(['news', 'notice', 'policy', 'interpretation', 'personnel', 'plan', 'finance', 'statutory'])
/** Classes that W-V4.1 counts; the others are 应更新未更新 of W-V4.2. */
const FIRST_GROUP = new Set(['news', 'notice', 'policy'])

/** 栏目更新不及时: the newest item of the list is older than the column may be. */
export const columnOverdueCheck: Check = {
  id: 'freshness/column-overdue',
  run(reading, context) {
    const { day, ageDays, limitDays, class: columnClass, state } = freshnessOf(reading, context)
    if (reading.kind !== 'column' || state !== 'overdue' || day === null || ageDays === null || limitDays === null) return []
    const known = context.belonging.column !== null
    return [
      finding({
        check: 'freshness/column-overdue',
        indicator: FIRST_GROUP.has(columnClass) ? 'W-V4.1' : 'W-V4.2',
        severity: 'general',
        params: { name: nameOf(reading.columnName, context.belonging.column?.name), day, age: ageDays, limit: limitDays },
        evidence: day,
        anchor: reading.list?.items.find((item) => item.day === day)?.anchor ?? reading.list?.anchor ?? null,
        confidence: known ? 0.95 : 0.75,
      }),
    ]
  },
}

/** The deadline is near: said early, so that nothing becomes overdue. */
export const columnDueSoonCheck: Check = {
  id: 'freshness/column-due-soon',
  run(reading, context) {
    const { day, ageDays, limitDays, class: columnClass, state } = freshnessOf(reading, context)
    if (reading.kind !== 'column' || state !== 'due-soon' || day === null || ageDays === null || limitDays === null) return []
    return [
      finding({
        check: 'freshness/column-due-soon',
        indicator: FIRST_GROUP.has(columnClass) ? 'W-V4.1' : 'W-V4.2',
        severity: 'doubtful',
        params: { name: nameOf(reading.columnName, context.belonging.column?.name), day, left: limitDays - ageDays, limit: limitDays },
        evidence: day,
        anchor: reading.list?.anchor ?? null,
        confidence: 0.9,
      }),
    ]
  },
}

/** 首页不更新: nothing on the home page is younger than two weeks. */
export const homeOverdueCheck: Check = {
  id: 'freshness/home-overdue',
  run(reading, context) {
    if (reading.kind !== 'home') return []
    const { day, ageDays, state } = freshnessOf(reading, context)
    if (state !== 'overdue' || day === null || ageDays === null) return []
    const newest = reading.sections.find((s) => s.newest === day)
    return [
      finding({
        check: 'freshness/home-overdue',
        indicator: 'W-V3',
        severity: 'serious',
        params: { day, age: ageDays, limit: HOME_DAYS },
        evidence: day,
        anchor: newest?.items.find((item) => item.day === day)?.anchor ?? newest?.anchor ?? null,
        confidence: newest?.newestMonthDay ? 0.75 : 0.9,
      }),
    ]
  },
}

/** 未注明发布时间的视为不更新: a list of a class with dates prints none. */
export const undatedListCheck: Check = {
  id: 'freshness/undated-list',
  run(reading, context) {
    const columnClass = classOf(reading, context)
    const items = reading.list?.items ?? []
    if (reading.kind !== 'column' || items.length < 3 || items.some((item) => item.day) || context.belonging.column?.exemption) return []
    if (!DATED.has(columnClass) && limitOf(columnClass, null, context) === null) return []
    return [
      finding({
        check: 'freshness/undated-list',
        indicator: 'P15-02',
        severity: 'general',
        params: { name: nameOf(reading.columnName, context.belonging.column?.name), count: items.length },
        evidence: items.slice(0, 3).map((item) => item.title).join('、'),
        anchor: reading.list?.anchor ?? null,
        confidence: 0.65,
      }),
    ]
  },
}

function nameOf(onPage: string | null, inRoster: string | undefined): string {
  return inRoster ?? onPage ?? ''
}
