import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countyManifest } from '../../sites/manifest.ts'
import { createCountyServer } from '../../sites/server.ts'
import type { CountyServer } from '../../sites/server.ts'
import { ask } from './county.ts'

const today = '2026-11-20'
const { allPages } = countyManifest(today)
let county: CountyServer

beforeAll(async () => {
  county = await createCountyServer({ today })
})
afterAll(() => county.close())

test.each(allPages)('%s answers 200 in its encoding', async (url) => {
  const got = await ask(county.port, url)
  expect(got.status).toBe(200)
  const gbk = url.includes('//wjj.')
  expect(got.text).toMatch(gbk ? /charset=gbk/ : /<meta charset="utf-8">/)
  expect(got.headers['content-type']).toBe(gbk ? 'text/html' : 'text/html; charset=utf-8')
  expect(got.text).not.toContain('\uFFFD')
  // A character that GBK lacks would have become "?".
  if (gbk) expect(iconv.encode(got.text, 'gbk').equals(got.bytes)).toBe(true)
  expect(got.text.replace(/\?(site_code|code|page|method)=|<\?|portal\/\?/g, '')).not.toMatch(/[\u4e00-\u9fff]\?|\?[\u4e00-\u9fff]/)
  expect(got.text).not.toMatch(/\{\{|\}\}|undefined|NaN/)
})

test.each([
  ['http://www.qinghe.gov.cn/nothing/here.html', 404],
  ['http://unknown.example.com/', 404],
  ['http://zwfw.qinghe.gov.cn/portal/', 412],
  ['http://data.qinghe.gov.cn/', 403],
  ['http://beian.miit.gov.cn/', 200],
  ['http://dcs.conac.cn/image/red.png', 200],
  ['http://zfwzgl.www.gov.cn/exposure/jiucuo.js', 200],
])('%s answers %i', async (url, status) => {
  const got = await ask(county.port, url)
  expect(got.status).toBe(status)
  if (status === 404) expect(got.text).toContain('页面未找到')
})

test('an article’s older address still works', async () => {
  const got = await ask(county.port, 'http://www.qinghe.gov.cn/xwzx/dtyw/202601/t20260102_1001.html')
  expect(got.status).toBe(200)
})

test('requests are kept in order', async () => {
  const before = county.requests.length
  await ask(county.port, 'http://jyj.qinghe.gov.cn/col/col2001/index.html?x=1')
  expect(county.requests.slice(before)).toMatchObject([{ host: 'jyj.qinghe.gov.cn', path: '/col/col2001/index.html?x=1', method: 'GET' }])
})

test('pages keep their distance from today', async () => {
  const later = await createCountyServer({ today: '2027-03-01' })
  const got = await ask(later.port, 'http://www.qinghe.gov.cn/xwzx/dtyw/')
  await later.close()
  expect(got.text).toContain('2027-02-28')
})
