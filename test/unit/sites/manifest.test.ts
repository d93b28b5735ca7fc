import { expect, test } from 'vitest'
import Papa from 'papaparse'
import { SITES } from '../../sites/county/county.ts'
import { ALL_PAGES, CLEAN_PAGES, countyManifest, FAULTS, ROSTER_CSV, UNSURE_LINKS } from '../../sites/manifest.ts'

const { faults, allPages, cleanPages } = countyManifest('2026-11-20')

test('no duplicates', () => {
  expect(new Set(faults.map((one) => one.id)).size).toBe(faults.length)
  expect(new Set(faults.map((one) => [one.url, one.check, one.quote, one.raw].join(' '))).size).toBe(faults.length)
  expect(new Set(allPages).size).toBe(allPages.length)
  const ids = SITES.flatMap((site) => site.columns.flatMap((column) => column.articles.map((one) => one.id)))
  expect(new Set(ids).size).toBe(ids.length)
})

test('every faulty page is a page; clean pages are the others', () => {
  for (const fault of faults) expect(allPages).toContain(fault.url)
  expect(cleanPages.length + new Set(faults.map((one) => one.url)).size).toBe(allPages.length)
})

test('the lists for today have the same shape', () => {
  expect(FAULTS.map((one) => one.id)).toEqual(faults.map((one) => one.id))
  expect([ALL_PAGES.length, CLEAN_PAGES.length, UNSURE_LINKS.length]).toEqual([allPages.length, cleanPages.length, 3])
})

test('the planted ID number is right by GB 11643 and of an area that does not exist', () => {
  const number = faults.find((one) => one.id === 'id-number')?.quote ?? ''
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  expect(number).toMatch(/^370199\d{12}$/)
  expect('10X98765432'[sum % 11]).toBe(number[17])
})

test('articles are long enough to feel real', () => {
  for (const site of SITES) {
    for (const article of site.columns.flatMap((column) => column.articles)) {
      const length = article.body.join('').replace(/<[^>]+>/g, '').length
      expect(length, `${article.id} ${article.title}`).toBeGreaterThan(100)
      expect(length, `${article.id} ${article.title}`).toBeLessThan(700)
    }
  }
})

test('the roster is the county’s', () => {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(ROSTER_CSV, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(meta.fields?.join(',')).toBe('单位,单位别名,网站名称,网址,网站标识码,栏目,栏目网址,栏目类别,更新时限（天）,免考核原因')
  expect(data.filter((row) => !row['栏目']).map((row) => row['网址'])).toEqual(SITES.map((site) => `http://${site.host}/`))
  const columns = SITES.flatMap((site) => site.columns.filter((one) => !one.apart).map((one) => `${one.unit} http://${site.host}${one.path}`))
  expect(data.filter((row) => row['栏目']).map((row) => `${row['单位']} ${row['栏目网址']}`)).toEqual(columns)
})
