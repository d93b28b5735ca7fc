import { expect, test } from 'vitest'
import { alikeOf } from '../../../utils/links/alike.ts'
import { inPoliteOrder } from '../../../utils/links/order.ts'

const HOST = 'http://www.qinghe.gov.cn'
const column = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${HOST}/${name}/t${at}.html`)

test('nothing is lost and the order is the same on each visit', () => {
  const hrefs = [...column('a', 30), ...column('b', 30)]
  const order = inPoliteOrder(hrefs)
  expect([...order].sort()).toEqual([...hrefs].sort())
  expect(inPoliteOrder([...hrefs].reverse())).toEqual(order)
})

test('one of each folder goes first, then neighbours are mixed', () => {
  const order = inPoliteOrder([...column('old', 40), ...column('new', 40), ...column('third', 40)])
  expect(new Set(order.slice(0, 3).map(alikeOf)).size).toBe(3)
  const halves = order.slice(3, 60).filter((href) => href.includes('/old/')).length
  expect(halves).toBeGreaterThan(8)
  expect(halves).toBeLessThan(30)
})

test.each([
  ['/a/t1.html', '/a/t2.html', true],
  ['/a/t1.html', '/b/t1.html', false],
  ['/a/t1.html', '/a/t1.pdf', false],
  ['/show.jsp?id=1', '/show.jsp?id=2', true],
  ['/show.jsp?id=1', '/list.jsp?id=1', false],
])('%s and %s share their fate: %s', (one, other, same) => {
  expect(alikeOf(HOST + one) === alikeOf(HOST + other)).toBe(same)
})
