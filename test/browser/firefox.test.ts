import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../../utils/roster/csv-file.ts'
import type { Glance } from '../../utils/types/glance.ts'
import type { Issue } from '../../utils/types/issue.ts'
import { shanghaiToday } from '../sites/county/clock.ts'
import { countyManifest, ROSTER_CSV } from '../sites/manifest.ts'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { readAll, readShots } from './kit/database.ts'
import { FirefoxLayer } from './kit/firefox-layer.ts'
import { firefoxPath, launchFirefox, type Fox } from './kit/firefox.ts'
import type { Ready } from './kit/person.ts'
import { until } from './kit/until.ts'

/** The main walk in a real Firefox: welcome, roster, chip, marks, recording by pointer, keyboard and shortcut, export, switch. */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'
const PORTAL = 'http://www.qinghe.gov.cn/'
const path = firefoxPath()
const manifest = countyManifest(shanghaiToday())

let county: CountyServer
let fox: Fox
let page: Page
let layer: FirefoxLayer

describe.skipIf(path === null)('Firefox', () => {
  beforeAll(async () => {
    county = await createCountyServer()
    fox = await launchFirefox(path!, county.port)
  })

  afterAll(async () => {
    await fox?.close()
    await county?.close()
  })

  test('the welcome page opens after installing', async () => {
    await pressOn(fox.desk, '中文')
    await says(fox.desk, '欢迎')
  })

  test('the menu is there', async () => {
    const menu = await fox.desk.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: { contextMenus: { update: (id: string, to: object) => Promise<void> } } }
      return browser.contextMenus.update('record', {}).then(() => 'there', String)
    })
    expect(menu).toBe('there')
  })

  test('a roster is imported from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duwang-roster-'))
    const file = join(folder, '台账.csv')
    writeFileSync(file, ROSTER_CSV)
    await show('#/roster')
    const input = (await fox.desk.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
    await input.uploadFile(file)
    await pressOn(fox.desk, '确认导入')
    await says(fox.desk, '已导入')
    rmSync(folder, { recursive: true })
    expect(await fox.desk.evaluate(readAll<{ name: string }>, 'units')).toHaveLength(9)
  })

  test('a column gets its chip, with its date and its fault', async () => {
    page = await fox.browser.newPage()
    layer = new FirefoxLayer(page)
    const { findings, freshness, belonging } = await visit(COLUMN)
    expect(findings.map(({ check }) => check)).toEqual(['freshness/column-overdue'])
    expect(freshness).toMatchObject({ ageDays: 400, state: 'overdue' })
    expect(belonging.column?.name).toBe('人事信息')
    expect(await layer.text()).toContain(freshness.day!)
  })

  test('记录 in the page’s own panel stores the issue with its screenshot', async () => {
    await layer.click('.chip-main')
    await layer.click('li.finding button', '记录')
    await layer.waitFor((text) => text.includes('已记录 第 1 号'))
    expect(await issues()).toMatchObject([{ number: 1, check: 'freshness/column-overdue', url: COLUMN, shots: [{}] }])
    const [shot] = await fox.desk.evaluate(readShots)
    expect(shot).toMatchObject({ width: 1280, height: 800, intact: true })
    expect(shot!.size).toBeGreaterThan(5_000)
  })

  test('wrong words are highlighted, and recorded with the keyboard alone', async () => {
    const { url, quote } = manifest.faults.find(({ id }) => id === 'state-name')!
    await visit(url)
    const marked = await page.evaluate(() =>
      [...CSS.highlights].flatMap(([name, ranges]) =>
        [...ranges].map((range) => {
          const { parentElement } = range.startContainer
          return { name, words: String(range), line: parentElement && getComputedStyle(parentElement, `::highlight(${name})`).textDecorationLine }
        }),
      ),
    )
    expect(marked).toEqual([{ name: 'duwang-serious', words: quote, line: 'underline' }])
    await layer.click('.chip-main')
    for (let at = 0; at < 10 && (await layer.focused()) !== '记录'; at++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await layer.waitFor((text) => text.includes('已记录 第 2 号'))
    expect((await issues())[1]).toMatchObject({ number: 2, quote, url, shots: [{ outlines: [{}] }] })
  })

  test('Alt+Shift+D records the page', async () => {
    await fox.shortcut('D')
    await layer.waitFor((text) => text.includes('已记录 第 3 号'))
    expect((await issues())[2]).toMatchObject({ check: 'manual/other', url: page.url(), shots: [{}] })
  })

  test('Alt+Shift+P opens the popup, which shows the page and what was recorded today', async () => {
    await fox.shortcut('P')
    await until(async () => (await popupText()).includes('第 3 号'), () => 'the popup never opened')
    expect(await popupText()).toContain('中华人名共和国')
    await fox.desk.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: { extension: { getViews: (of: object) => Window[] } } }
      browser.extension.getViews({ type: 'popup' })[0]!.close()
    })
  })

  test('the language model reads with us, and again when the page changes', async () => {
    await page.evaluate(() => {
      const added = document.createElement('p')
      added.textContent = '各单位要大力培育发展大数局产业，切实提高服务水平。'
      document.querySelector('h1')!.after(added)
    })
    const suspected = async () => (await settled()).findings.find(({ check }) => check.startsWith('wording/model/'))
    expect(await until(suspected, () => 'the model never said anything')).toMatchObject({ severity: 'doubtful', evidence: '局' })
  })

  test('dead links of the portal’s home page are those of the county', async () => {
    const { findings, links } = await visit(PORTAL)
    const planted = manifest.faults.filter(({ url, check }) => url === PORTAL && check.startsWith('links/'))
    expect(findings.map(({ check, evidence }) => [check, evidence])).toEqual(planted.map(({ check, href }) => [check, href]))
    expect(links).toMatchObject({ dead: planted.length, unsure: manifest.unsureLinks.filter(({ url }) => url === PORTAL).length })
  })

  test('the weekly CSV holds what was recorded', async () => {
    await show('#/export')
    await pressOn(fox.desk, '导出本周')
    const file = await fox.downloaded('.csv')
    const [header, ...rows] = readCsv(await readFile(file)).rows.map(({ cells }) => cells)
    const at = (title: string) => header!.indexOf(title)
    expect(rows.map((row) => [row[at('问题编号')], row[at('责任单位')], row[at('网址')], row[at('错误原文')]])).toEqual(
      (await issues()).map(({ number, unitName, url, quote }) => [String(number), unitName, url, quote.trim()]),
    )
  })

  test('a site that is switched off gets no code, until it is switched on again', async () => {
    await visit(COLUMN)
    await layer.click('.chip-main')
    await layer.click('.panel-foot button', '在本网站关闭')
    await until(async () => (await layer.text()) === '', () => 'the layer stayed')
    expect(await excluded()).toEqual(['*://www.qinghe.gov.cn/*'])
    await page.goto(COLUMN)
    expect(await glance()).toBeNull()
    expect(await page.evaluate(() => document.querySelector('duwang-layer'))).toBeNull()
    const popup = await fox.open(`popup.html#tab=${await tabId()}`)
    await says(popup, '本网站的检查已关闭')
    await (await popup.waitForSelector('[role=switch]'))!.click()
    await until(async () => (await excluded()).length === 0, () => 'the site stayed switched off')
    // Firefox gives a page that nobody sees no idle time to be read in.
    await page.bringToFront()
    expect((await settled()).recorded).not.toEqual({})
  })
})

/** Words of the real popup, which hangs from the toolbar; '' while it is closed. */
function popupText(): Promise<string> {
  return fox.desk.evaluate(() => {
    const { browser } = globalThis as unknown as { browser: { extension: { getViews: (of: object) => Window[] } } }
    return browser.extension.getViews({ type: 'popup' })[0]?.document.body.innerText ?? ''
  })
}

const issues = async (): Promise<Issue[]> => (await fox.desk.evaluate(readAll<Issue>, 'issues')).sort((a, b) => a.number - b.number)

/** Pages the browser was told to leave alone. */
function excluded(): Promise<string[]> {
  return fox.desk.evaluate(async () => {
    const { browser } = globalThis as unknown as { browser: typeof chrome }
    return (await browser.scripting.getRegisteredContentScripts()).flatMap(({ excludeMatches }) => excludeMatches ?? [])
  })
}

function tabId(): Promise<number | undefined> {
  return fox.desk.evaluate(async (url) => {
    const { browser } = globalThis as unknown as { browser: typeof chrome }
    return (await browser.tabs.query({ url }))[0]?.id
  }, page.url())
}

/** Shows a part of the ledger page. */
async function show(hash: string): Promise<void> {
  await fox.desk.evaluate((hash) => {
    location.hash = hash
  }, hash)
}

async function says(at: Page, words: string): Promise<void> {
  await until(() => at.evaluate((words) => document.body.innerText.includes(words), words), () => `${words} was never said`)
}

/** Clicks a button of one of our own pages with the real pointer. */
async function pressOn(at: Page, words: string): Promise<void> {
  await at.bringToFront()
  const find = () => at.evaluateHandle((words) => [...document.querySelectorAll('button')].find((button) => button.textContent?.includes(words)), words)
  const button = await until(async () => (await find()).asElement() as ElementHandle<HTMLButtonElement> | null, () => `no button ${words}`)
  await button.click()
}

/** What chip and popup show of the visited page; null while no content script answers. */
function glance(): Promise<Glance | null> {
  return fox.desk.evaluate(async (url) => {
    const { browser } = globalThis as unknown as { browser: typeof chrome }
    const [tab] = await browser.tabs.query({ url })
    const answer = tab?.id === undefined ? null : await browser.tabs.sendMessage(tab.id, { to: 'page', name: 'page.glance', data: null }).catch(() => null)
    return (answer as { value: Glance } | null)?.value ?? null
  }, page.url())
}

/** Opens a page and waits until it was read and its links were looked at. */
async function visit(url: string): Promise<Ready> {
  await page.bringToFront()
  await page.goto(url)
  return settled()
}

async function settled(): Promise<Ready> {
  let seen: Glance | null = null
  const ready = async () => {
    seen = await glance()
    return seen?.state === 'ready' && seen.links.done >= seen.links.total && seen
  }
  return until<Ready>(ready, () => `never settled: ${page.url()} ${JSON.stringify(seen)}`.slice(0, 600), 30_000)
}
