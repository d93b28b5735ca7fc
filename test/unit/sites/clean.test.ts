import { afterAll, beforeAll, expect, test } from 'vitest'
import { weekday } from '../../sites/county/clock.ts'
import { countyManifest } from '../../sites/manifest.ts'
import { createCountyServer } from '../../sites/server.ts'
import type { CountyServer } from '../../sites/server.ts'
import { ask, words } from './county.ts'

const today = '2026-11-20'
const { cleanPages, faults, allPages } = countyManifest(today)
const wrongWords = new Set(faults.filter((fault) => fault.check.startsWith('wording/')).map((fault) => fault.url))
const rightlyWorded = allPages.filter((url) => !wrongWords.has(url))
let county: CountyServer

beforeAll(async () => {
  county = await createCountyServer({ today })
})
afterAll(() => county.close())

function unpaired(text: string): string[] {
  return text.split('\n').filter((line) => ['《》', '“”', '（）', '〔〕'].some((pair) => {
    const count = (mark: string | undefined): number => line.split(mark ?? '').length - 1
    return count(pair[0]) !== count(pair[1])
  }))
}

function wrongDates(text: string): string[] {
  const full = [...text.matchAll(/(\d{4})[年/-](\d{1,2})[月/-](\d{1,2})(?!\d)日?[（　]*(星期.)?/g)]
  const wrong = full.filter(([, y, m, d, week]) => {
    const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
    return day.getUTCDate() !== Number(d) || (week !== undefined && week !== weekday(day.toISOString().slice(0, 10)))
  })
  return wrong.map(([all]) => all)
}

/** 一、二、三… at the start of paragraphs must follow one another. */
function jumps(text: string): string[] {
  const signs = '一二三四五六七八九十'
  let last = 0
  const bad: string[] = []
  for (const line of text.split('\n')) {
    const sign = /^([一二三四五六七八九十])、/.exec(line.trim())?.[1]
    if (!sign) continue
    const now = signs.indexOf(sign) + 1
    if (now !== last + 1 && now !== 1) bad.push(line)
    last = now
  }
  return bad
}

/** Whatever is wrong with a text, as far as these simple rules see it. */
function slips(text: string): string[] {
  return [
    ...(text.match(/[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]|[，。；：、]{2,}|的的|了了|和和|[\u4e00-\u9fff]--/g) ?? []),
    ...(text.match(/截止(目前|\d)|X{2,}|待补充|\[\d{4}\]|\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? []),
    ...unpaired(text),
    ...wrongDates(text),
    ...jumps(text),
  ]
}

async function said(url: string): Promise<string> {
  return words((await ask(county.port, url)).text)
}

test.each(rightlyWorded)('%s is rightly worded', async (url) => {
  expect(slips(await said(url))).toEqual([])
})

test('mended, every page is', async () => {
  county.mend(true)
  for (const url of countyManifest(today, true).allPages) expect(slips(await said(url)), url).toEqual([])
  county.mend(false)
})

test.each(['until', 'no-such-day', 'weekday', 'doubled', 'unpaired', 'document-number', 'to-be-filled', 'name-xxx', 'id-number', 'mobile-number'])(
  'these rules see the planted %s', async (id) => {
    expect(slips(await said(faults.find((one) => one.id === id)?.url ?? ''))).not.toEqual([])
  },
)

test.each(cleanPages)('%s has its tags and marks', async (url) => {
  const { text } = await ask(county.port, url)
  const { host } = new URL(url)
  expect(text).toContain(`<meta name="SiteDomain" content="${host}">`)
  const code = /name="SiteIDCode" content="(\d{10})"/.exec(text)?.[1]
  expect(text).toContain(`网站标识码：${code}`)
  expect(text).toMatch(new RegExp(`site_code=${code}|sitecode="${code}"`))
  expect(text).toMatch(/鲁ICP备\d{8}号-1/)
  expect(text).toMatch(/鲁公网安备 \d{14}号/)
  expect(text).toMatch(/bszs\.conac\.cn|dcs\.conac\.cn/)
  expect(text).toMatch(/主办单位：.+联系电话：.+站点地图|站点地图[\s\S]+主办单位：.+联系电话：/)
  if (text.includes('"ArticleTitle"')) {
    const day = /name="PubDate" content="(\d{4}-\d\d-\d\d) \d\d:\d\d"/.exec(text)?.[1]
    expect(day && day <= today).toBe(true)
  }
})
