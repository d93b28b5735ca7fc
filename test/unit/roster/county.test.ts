import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { belongingOf } from '../../../utils/roster/match.ts'
import { mergeRoster } from '../../../utils/roster/merge.ts'
import { parseRoster } from '../../../utils/roster/parse.ts'
import { articlePath, siteUrl } from '../../sites/county/addresses.ts'
import { SITES } from '../../sites/county/county.ts'

const { roster: draft, problems } = parseRoster(readFileSync(new URL('../../sites/roster.csv', import.meta.url)))
let ids = 0
const ROSTER = mergeRoster(draft, { units: [], sites: [], columns: [] }, () => `i${(ids += 1)}`, () => 'other').roster

test("the demonstration county's roster is read without a problem", () => {
  expect(problems).toEqual([])
  expect(draft.sites.map(({ prefix }) => prefix)).toEqual(SITES.map(({ host }) => `${host}/`))
  expect(draft.columns.map(({ name, class: one, exemption }) => [name, one, exemption])).toEqual(
    SITES.flatMap(({ columns }) => columns.filter(({ apart }) => !apart).map((column) => [column.name, column.class, column.exemption ?? null])),
  )
})

/** Every column and article of the county: address, the column's name that it shows, and whose it is. */
const PAGES = SITES.flatMap((site) =>
  site.columns
    .filter(({ apart }) => !apart)
    .flatMap((column) => {
      const scene = { clock: { today: '2026-11-18' }, mended: false, site }
      const articles = column.articles.map((article) => articlePath(column, article, scene))
      return [column.path, ...articles].map((path) => ({ url: siteUrl(site, path), columnName: column.name, unit: column.unit }))
    }),
)

test('every page of it goes to the unit that keeps its column', () => {
  expect(PAGES.length).toBeGreaterThan(50)
  const wrong = PAGES.filter(({ url, columnName, unit }) => {
    const found = belongingOf({ url, columnName, contentSource: null }, ROSTER)
    return found.unit?.name !== unit || found.column?.name !== columnName
  })
  expect(wrong).toEqual([])
})
