import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { before } from '../../sites/county/clock.ts'
import { countyManifest } from '../../sites/manifest.ts'
import type { Fault } from '../../sites/manifest.ts'
import { createCountyServer } from '../../sites/server.ts'
import type { CountyServer } from '../../sites/server.ts'
import { ask, listDates, parse, words } from './county.ts'

const today = '2026-11-20'
const faulty = countyManifest(today).faults
const mended = new Map(countyManifest(today, true).faults.map((fault) => [fault.id, fault]))
let county: CountyServer

beforeAll(async () => {
  county = await createCountyServer({ today })
})
afterAll(() => county.close())

async function html(url: string): Promise<string> {
  return (await ask(county.port, url)).text
}

function newest(page: string): string | undefined {
  return listDates(page).sort().at(-1)
}

function meta(page: string, name: string): string | null {
  return parse(page).querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? null
}

/** Whether the fault can be seen on its page, kind by kind. */
const shows: Record<string, (fault: Fault) => Promise<boolean>> = {
  'health-news-40-days': async ({ url }) => newest(await html(url)) === before(today, 40),
  'farming-notices-200-days': async ({ url }) => newest(await html(url)) === before(today, 200),
  'personnel-400-days': async ({ url }) => newest(await html(url)) === before(today, 400),
  'health-home-20-days': async ({ url }) => [...(await html(url)).matchAll(/<span>(\d{4}-\d\d-\d\d)/g)].map(([, day]) => day).sort().at(-1) === before(today, 20),
  'statistics-undated': async ({ url }) => listDates(await html(url)).length === 0,
  'farming-future': async ({ url }) => meta(await html(url), 'PubDate')?.slice(0, 10) === before(today, -24),
  'decisions-blank': async ({ url }) => (await html(url)).includes('暂无内容'),
  'health-policies-blank': async ({ url }) => (await html(url)).includes('<ul class="list"></ul>'),
  'water-only-picture': async ({ url }) => {
    const content = parse(await html(url)).querySelector('.pages_content, .content, #UCAP-CONTENT, .TRS_Editor')
    return content !== null && content.querySelector('img')?.getAttribute('alt') === ''
  },
  'no-pubdate': async ({ url }) => meta(await html(url), 'PubDate') === null,
  residue: async ({ url }) => meta(await html(url), 'ColumnKeywords')?.startsWith('<CMSPRO_') ?? false,
  'site-domain': async ({ url }) => meta(await html(url), 'SiteDomain') !== new URL(url).host,
  'no-jiucuo': async ({ url }) => !/jiucuo/.test(await html(url)),
  'other-jiucuo': async ({ url }) => (await html(url)).includes('site_code=3701990077'),
  'letter-100-days': async ({ url }) => {
    const letter = parse(await html(url)).querySelector('#l605')?.textContent ?? ''
    return letter.includes(`来信时间：${before(today, 100)}`) && !letter.includes('答复时间')
  },
  'guide-basis': async ({ url }) => (await html(url)).includes('<h3>设定依据</h3><div class="guide-text"></div>'),
}

async function linkIsThere({ url, raw }: Fault): Promise<boolean> {
  return [...parse(await html(url)).querySelectorAll('a')].some((one) => one.getAttribute('href') === raw && !one.getAttribute('role') && !one.getAttribute('onclick'))
}

async function opens(href: string): Promise<boolean> {
  const got = await ask(county.port, href)
  return got.status === 200 && !got.text.includes('您访问的页面不存在')
}

async function seen(fault: Fault): Promise<boolean> {
  const own = shows[fault.id]
  if (own) return own(fault)
  if (fault.check === 'links/dead') return (await linkIsThere(fault)) && !(await opens(fault.href ?? ''))
  if (fault.raw !== undefined) return linkIsThere(fault)
  return words(await html(fault.url)).includes(fault.quote ?? '\0')
}

describe.each(faulty)('$id', (fault) => {
  test('is on its page', async () => {
    county.mend(false)
    expect(await seen(fault)).toBe(true)
    if (fault.quote) expect(words(await html(fault.url))).toContain(fault.quote)
  })

  test('is gone once mended', async () => {
    county.mend(true)
    const after = mended.get(fault.id) as Fault
    expect((await ask(county.port, after.url)).status).toBe(200)
    expect(await seen(after)).toBe(false)
    // The address that was recorded with the fault still leads to the page.
    expect((await ask(county.port, fault.url)).status).toBe(200)
    county.mend(false)
  })
})

test('the script-painted list looks empty in its source and is not', async () => {
  const page = await html('http://jyj.qinghe.gov.cn/col/col2001/index.html')
  expect(page).toContain('<ul class="jpage-list"></ul>')
  expect(page.match(/<record><!\[CDATA\[<li>/g)).toHaveLength(4)
})
