import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange } from '../../../utils/ledger/arrange.ts'
import { countsOf } from '../../../utils/ledger/choices.ts'
import { createColumns, dropDigests, putDigests } from '../../../utils/ledger/columns.ts'
import { digestOf } from '../../../utils/ledger/digest.ts'
import { countMatching, select } from '../../../utils/ledger/select.ts'
import { FACETS, filterOfQuery, issuesAt, NO_UNIT, withChoice, type Facet, type IssueFilter } from '../../../utils/types/filter.ts'
import { builtInViews, LIST_COLUMNS, WHOLE_LEDGER, type ListView } from '../../../utils/types/issue-list.ts'
import { STATUSES, type Issue } from '../../../utils/types/issue.ts'
import { bulkOf, issueNumbered } from './bulk-kit.ts'

const TODAY = '2026-11-18'

const issues = [
  issueNumbered(1, { shots: [{ hash: 'a', takenAt: '', outlines: [] }] }),
  issueNumbered(2, { check: 'wording/phrases/fixed', unitId: null, unitName: '', duplicateOf: '01BULK00001' }),
  issueNumbered(3, { check: 'wording/phrases/homophone', status: 'fixed', foundAt: '2026-11-10T02:00:00.000Z', deadline: '2026-11-12' }),
  issueNumbered(4, { deadline: '2026-11-17', description: '栏目 40 天没有更新', severity: 'serious', foundBy: '李青' }),
  issueNumbered(5, { check: 'manual/other', deadline: '2026-11-19', rebounds: 1, siteName: '', columnName: '', indicator: null, foundAt: '2026-09-30T16:30:00.000Z' }),
  issueNumbered(6, { deadline: null, recheck: { at: '', result: 'standing', says: { key: '' }, now: '' }, unitId: 'u2', unitName: '青禾县公安局', note: '已电话告知' }),
]

const columnsOf = (list: readonly Issue[]) => {
  const columns = createColumns()
  putDigests(columns, list.map(digestOf))
  return columns
}
const numbers = (list: readonly Issue[], view: Partial<ListView>, collapsed = new Set<string>()) => {
  const columns = columnsOf(list)
  const whole = { ...WHOLE_LEDGER, ...view }
  const arranged = arrange(columns, select(columns, whole.filter, TODAY), whole, TODAY, collapsed)
  return Array.from({ length: arranged.total }, (_, line) => arranged.groupAt(line)?.name ?? arranged.issueAt(line)!.number)
}

describe('each facet', () => {
  test.each<[Partial<IssueFilter>, number[]]>([
    [{}, [6, 5, 4, 3, 2, 1]],
    [{ kind: ['wording/phrases'] }, [3, 2]],
    [{ unit: [NO_UNIT] }, [2]],
    [{ unit: [NO_UNIT, 'u2'] }, [6, 2]],
    [{ status: ['fixed'] }, [3]],
    [{ due: ['overdue'] }, [4]],
    [{ due: ['soon'] }, [5]],
    [{ due: ['none'] }, [6, 3]],
    // issue 5 is due on Thursday of this week, 4 was due on Tuesday and is late
    [{ due: ['week'] }, [5]],
    [{ week: ['2026-W46'] }, [3]],
    // 30 September 16:30 UTC is 1 October in Shanghai, but its week belongs to the quarter of its Thursday
    [{ round: ['2026-Q4'] }, [6, 5, 4, 3, 2, 1]],
    [{ severity: ['serious'] }, [4]],
    [{ foundBy: ['李青'] }, [4]],
    [{ origin: ['hand'] }, [5]],
    [{ site: ['www.qinghe.gov.cn'] }, [5]],
    [{ column: [''] }, [5]],
    [{ indicator: [''] }, [5]],
    [{ recheck: ['standing'] }, [6]],
    [{ flag: ['duplicate'] }, [2, 1]],
    [{ flag: ['rebound'] }, [5]],
    [{ flag: ['rebound', 'duplicate'] }, [5, 2, 1]],
    [{ flag: ['no-shot'] }, [6, 5, 4, 3, 2]],
    [{ text: '没有更新 40' }, [4]],
    [{ text: '已电话' }, [6]],
    [{ text: 'WWW.qinghe' }, [6, 5, 4, 3, 2, 1]],
    [{ kind: ['wording/phrases'], status: ['open'] }, [2]],
    [{ unit: ['gone'] }, []],
  ])('%j', (filter, expected) => expect(numbers(issues, { filter: { text: '', ...filter } })).toEqual(expected))

  test('a first issue that was deleted makes no duplicate', () => {
    const columns = columnsOf(issues)
    dropDigests(columns, ['01BULK00001'])
    expect(countMatching(columns, { text: '', flag: ['duplicate'] }, TODAY)).toBe(0)
  })
})

test('each count is what its choice would show, the other filters kept', () => {
  const filters: IssueFilter[] = [{ text: '' }, { text: '', kind: ['wording/phrases'] }, { text: '县', status: ['open'], due: ['overdue', 'soon'] }, { text: '', flag: ['duplicate'], unit: [NO_UNIT] }]
  const columns = columnsOf(issues)
  for (const filter of filters) {
    const { facets, matching } = countsOf(columns, filter, select(columns, filter, TODAY))
    expect(matching).toBe(countMatching(columns, filter, TODAY))
    for (const facet of FACETS) for (const { value, count } of facets[facet]) expect([facet, value, count]).toEqual([facet, value, countMatching(columns, withChoice(filter, facet, [value]), TODAY)])
  }
})

test('weeks and quarters have their days, a chosen value stays although it shows nothing', () => {
  const columns = columnsOf(issues)
  const { facets } = countsOf(columns, { text: '', week: ['2026-W01'] }, select(columns, { text: '', week: ['2026-W01'] }, TODAY))
  expect(facets.week.map(({ value, count, from, to }) => [value, count, from, to])).toEqual([
    ['2026-W47', 4, '2026-11-16', '2026-11-22'], ['2026-W46', 1, '2026-11-09', '2026-11-15'], ['2026-W40', 1, '2026-09-28', '2026-10-04'], ['2026-W01', 0, '2025-12-29', '2026-01-04'],
  ])
  expect(facets.round).toEqual([])
})

describe('order and groups', () => {
  test.each<[ListView['sort'], number[]]>([
    [{ by: 'number', descending: false }, [1, 2, 3, 4, 5, 6]],
    [{ by: 'severity', descending: false }, [4, 6, 5, 3, 2, 1]],
    // without a deadline last, whichever way
    [{ by: 'deadline', descending: false }, [3, 4, 5, 2, 1, 6]],
    [{ by: 'deadline', descending: true }, [2, 1, 5, 4, 3, 6]],
    [{ by: 'found', descending: false }, [5, 3, 6, 4, 2, 1]],
    [{ by: 'unit', descending: false }, [6, 5, 4, 3, 1, 2]],
  ])('%j', (sort, expected) => expect(numbers(issues, { sort })).toEqual(expected))

  test('by unit, those without one last; a folded group keeps its head', () => {
    const view = { group: 'unit' as const }
    expect(numbers(issues, view)).toEqual(['青禾县公安局', 6, '青禾县教育和体育局', 5, 4, 3, 1, '', 2])
    expect(numbers(issues, view, new Set(['u1']))).toEqual(['青禾县公安局', 6, '青禾县教育和体育局', '', 2])
  })

  test('the same problem under its first issue', () => {
    expect(numbers(issues, { filter: { text: '', flag: ['duplicate'] }, group: 'twin' })).toEqual(['1', 2, 1])
  })

  test('a head counts its group and what is late in it', () => {
    const columns = columnsOf(issues)
    const arranged = arrange(columns, select(columns, { text: '' }, TODAY), { ...WHOLE_LEDGER, group: 'unit' }, TODAY, new Set(['u1']))
    expect(arranged.groupAt(2)).toEqual({ key: 'u1', name: '青禾县教育和体育局', count: 4, overdue: 1, collapsed: true })
    expect(arranged.idsUnder(2)).toHaveLength(4)
    expect([arranged.total, arranged.issues, arranged.ids().length]).toEqual([5, 6, 6])
    expect(arranged.lineOf('01BULK00002')).toBe(4)
    expect(arranged.lineOf('01BULK00001')).toBe(-1)
  })

  test('every column sorts every issue once, and turning round only keeps the empty ones last', () => {
    for (const by of LIST_COLUMNS) for (const descending of [true, false]) expect(numbers(bulkOf(30, (n) => ({ severity: n % 2 ? 'general' : 'minor', rebounds: n % 3, deadline: n % 5 ? `2026-11-${10 + n % 5}` : null })), { sort: { by, descending } }).length).toBe(30)
  })
})

test('whatever is put in and taken out, the columns hold what stands', () => {
  const step = fc.record({ n: fc.integer({ min: 1, max: 8 }), status: fc.constantFrom(...STATUSES), first: fc.option(fc.integer({ min: 1, max: 8 })), drop: fc.boolean() })
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    const columns = createColumns()
    const stands = new Map<string, Issue>()
    for (const { n, status, first, drop } of steps) {
      const issue = issueNumbered(n, { status, duplicateOf: first === null || first === n ? null : issueNumbered(first).id })
      if (drop) {
        stands.delete(issue.id)
        dropDigests(columns, [issue.id])
      } else {
        stands.set(issue.id, issue)
        putDigests(columns, [digestOf(issue)])
      }
    }
    const fresh = columnsOf([...stands.values()])
    expect(columns.size).toBe(stands.size)
    for (const status of STATUSES) expect(countMatching(columns, { text: '', status: [status] }, TODAY)).toBe([...stands.values()].filter((one) => one.status === status).length)
    for (const flag of ['duplicate', 'no-shot']) expect(countMatching(columns, { text: '', flag: [flag] }, TODAY)).toBe(countMatching(fresh, { text: '', flag: [flag] }, TODAY))
  }))
})

test('typing on narrows what was found, and deleting letters widens it again', () => {
  const columns = columnsOf(issues)
  expect(['栏', '栏目 4', '栏目 40', '栏', '青禾'].map((text) => countMatching(columns, { text }, TODAY))).toEqual([1, 1, 1, 1, 6])
})

test('an address asks for a filter', () => {
  expect(filterOfQuery('unit=&status=open&status=fixed&q=x')).toEqual({ text: 'x', unit: [''], status: ['open', 'fixed'] })
  expect(filterOfQuery(issuesAt({ unit: [''], site: ['甲,乙&丙'] }).slice('#/issues?'.length))).toEqual({ text: '', unit: [''], site: ['甲,乙&丙'] })
  expect(issuesAt({ text: '' })).toBe('#/issues')
  expect(filterOfQuery('')).toBeNull()
  expect(filterOfQuery('else=1')).toBeNull()
})

test('the built-in views ask for what they are called', () => {
  const columns = columnsOf(issues)
  const counts = Object.fromEntries(builtInViews('2026-W47').map(({ id, view }) => [id, countMatching(columns, view.filter, TODAY)]))
  expect(counts).toEqual({ all: 6, open: 5, overdue: 1, soon: 1, week: 4, fixed: 1, duplicate: 2, rebound: 1 } satisfies Record<string, number>)
  const facets: Facet[] = builtInViews('').flatMap(({ view }) => FACETS.filter((facet) => view.filter[facet]))
  expect(new Set(facets)).toEqual(new Set(['status', 'due', 'week', 'flag']))
})

describe('rounds of one’s own', () => {
  const OWN = [
    { id: '01SPAN', name: '秋季检查', from: '2026-11-09', to: '2026-11-12' },
    { id: '01OTHER', name: '', from: '2026-09-01', to: '2026-11-30' },
  ]
  const shown = (round: string[], rounds = OWN) => {
    const columns = columnsOf(issues)
    return Array.from(select(columns, { text: '', round }, TODAY, { rounds }).rows, (row) => columns.digests[row]!.number).sort()
  }

  test('hold what was found in their days, beside the quarters', () => {
    expect(shown(['01SPAN'])).toEqual([3])
    expect(shown(['01OTHER'])).toEqual([1, 2, 3, 4, 5, 6])
    expect(shown(['2026-Q4'])).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('are offered with their name or days and their count, the latest first; a chosen one stays', () => {
    const columns = columnsOf(issues)
    const offered = (filter: IssueFilter) => countsOf(columns, filter, select(columns, filter, TODAY, { rounds: OWN }), OWN).facets.round
    expect(offered({ text: '' }).map(({ value, name, count }) => [value, name, count])).toEqual([['2026-Q4', '2026-Q4', 6], ['01OTHER', '01OTHER', 6], ['01SPAN', '秋季检查', 1]])
    expect(offered({ text: '没有更新', round: ['01SPAN'] }).find(({ value }) => value === '01SPAN')).toMatchObject({ count: 0, from: '2026-11-09', to: '2026-11-12' })
  })

  test('a quarter that was moved holds the issues of its new days only', () => {
    expect(shown(['2026-Q4'], [{ id: '2026-Q4', name: '', from: '2026-11-09', to: '2026-11-12' }])).toEqual([3])
  })
})

test('on a Friday, what is due on Monday is near, though it is not due this week', () => {
  const monday = issueNumbered(1, { deadline: '2026-11-23' })
  const columns = columnsOf([monday, issueNumbered(2, { deadline: '2026-11-22' }), issueNumbered(3, { deadline: '2026-11-24' })])
  const counts = (nextWorkday?: string) => countsOf(columns, { text: '' }, select(columns, { text: '' }, '2026-11-20', { nextWorkday })).facets.due.map(({ value, count }) => [value, count])
  expect(counts('2026-11-23')).toEqual([['overdue', 0], ['soon', 2], ['week', 1], ['later', 1], ['none', 0]])
  expect(counts('2026-11-21')).toEqual([['overdue', 0], ['soon', 0], ['week', 1], ['later', 3], ['none', 0]])
})
