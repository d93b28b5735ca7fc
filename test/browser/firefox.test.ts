import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { ElementHandle } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitsManifest } from '../../utils/lists/folder/units-manifest.ts'
import { readCsv } from '../../utils/roster/csv-file.ts'
import { shanghaiToday } from '../sites/county/clock.ts'
import { PICTURE_FAULTS } from '../sites/faults.ts'
import { countyManifest, ROSTER_CSV } from '../sites/manifest.ts'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { callIn, windowOf } from './kit/bidi.ts'
import { readAll } from './kit/database.ts'
import { FirefoxPerson, pressOn, says, show } from './kit/firefox-person.ts'
import { firefoxPath, launchFirefox, type Fox } from './kit/firefox.ts'
import { until } from './kit/until.ts'

/** The main walk in a real Firefox: welcome, roster, chip, marks, recording by pointer, keyboard and shortcut, export, switch. */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'
const PORTAL = 'http://www.qinghe.gov.cn/'
const path = firefoxPath()
const manifest = countyManifest(shanghaiToday())

let county: CountyServer
let fox: Fox
let person: FirefoxPerson

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
    await show(fox.desk, '#/roster')
    const input = (await fox.desk.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
    await input.uploadFile(file)
    await pressOn(fox.desk, '确认导入')
    await says(fox.desk, '已导入')
    rmSync(folder, { recursive: true })
    expect(await fox.desk.evaluate(readAll<{ name: string }>, 'units')).toHaveLength(9)
  })

  test('a column gets its chip, with its date and its fault', async () => {
    person = new FirefoxPerson(fox, await fox.browser.newPage())
    const { findings, freshness, belonging } = await person.visit(COLUMN)
    expect(findings.map(({ check }) => check)).toEqual(['freshness/column-overdue'])
    expect(freshness).toMatchObject({ ageDays: 400, state: 'overdue' })
    expect(belonging.column?.name).toBe('人事信息')
    expect(await person.layer.text()).toContain(freshness.day!)
  })

  test('记录 in the page’s own panel stores the issue with its screenshot', async () => {
    await person.layer.click('.chip-main')
    await person.layer.click('li.finding button', '记录')
    await person.layer.waitFor((text) => text.includes('已记录 第 1 号'))
    expect(await person.issues()).toMatchObject([{ number: 1, check: 'freshness/column-overdue', url: COLUMN, shots: [{}] }])
    const [shot] = await person.shots()
    expect(shot).toMatchObject({ width: 1280, height: 800, intact: true })
    expect(shot!.size).toBeGreaterThan(5_000)
  })

  test('wrong words are highlighted, and recorded with the keyboard alone', async () => {
    const { url, quote } = manifest.faults.find(({ id }) => id === 'state-name')!
    await person.visit(url)
    const marked = await person.page.evaluate(() =>
      [...CSS.highlights].flatMap(([name, ranges]) =>
        [...ranges].map((range) => {
          const { parentElement } = range.startContainer
          return { name, words: String(range), line: parentElement && getComputedStyle(parentElement, `::highlight(${name})`).textDecorationLine }
        }),
      ),
    )
    expect(marked).toEqual([{ name: 'duwang-serious', words: quote, line: 'underline' }])
    await person.layer.click('.chip-main')
    for (let at = 0; at < 10 && (await person.layer.focused()) !== '记录'; at++) await person.page.keyboard.press('Tab')
    await person.page.keyboard.press('Enter')
    await person.layer.waitFor((text) => text.includes('已记录 第 2 号'))
    expect((await person.issues())[1]).toMatchObject({ number: 2, quote, url, shots: [{ outlines: [{}] }] })
  })

  test('Alt+Shift+D records the page', async () => {
    await fox.shortcut('D')
    await person.layer.waitFor((text) => text.includes('已记录 第 3 号'))
    expect((await person.issues())[2]).toMatchObject({ check: 'manual/other', url: person.page.url(), shots: [{}] })
  })

  test('Alt+Shift+P opens the popup, which shows the page and what was recorded today', async () => {
    await fox.shortcut('P')
    await until(async () => (await person.popupText()).includes('第 3 号'), () => 'the popup never opened')
    expect(await person.popupText()).toContain('中华人名共和国')
    await person.closePopup()
  })

  test('the language model reads with us, and again when the page changes', async () => {
    await person.page.evaluate(() => {
      const added = document.createElement('p')
      added.textContent = '各单位要大力培育发展大数局产业，切实提高服务水平。'
      document.querySelector('h1')!.after(added)
    })
    const suspected = async () => (await person.settled()).findings.find(({ check }) => check.startsWith('wording/model/'))
    expect(await until(suspected, () => 'the model never said anything')).toMatchObject({ severity: 'doubtful', evidence: '局' })
  })

  test('dead links of the portal’s home page are those of the county', async () => {
    const { findings, links } = await person.visit(PORTAL)
    const planted = manifest.faults.filter(({ url, check }) => url === PORTAL && check.startsWith('links/'))
    expect(findings.map(({ check, evidence }) => [check, evidence])).toEqual(planted.map(({ check, href }) => [check, href]))
    expect(links).toMatchObject({ dead: planted.length, unsure: manifest.unsureLinks.filter(({ url }) => url === PORTAL).length })
  })

  test('words in a picture are read and found suspicious', async () => {
    const { url } = manifest.faults.find(({ id }) => id === 'water-only-picture')!
    await person.visit(url)
    await person.layer.click('.chip-main')
    await person.layer.click('.picture-line button')
    let said = ''
    const read = async () => {
      said = await person.layer.text()
      const found = (await person.settled()).findings.filter(({ anchor }) => anchor?.picture)
      return found.length > 0 && found.map(({ evidence }) => evidence)
    }
    expect(await until(read, () => `the picture was never read; the layer says: ${said}`, 40_000)).toEqual(expect.arrayContaining(PICTURE_FAULTS.map(({ quote }) => quote)))
  })

  test('the weekly CSV holds what was recorded', async () => {
    await show(fox.desk, '#/export')
    await pressOn(fox.desk, '导出本周')
    const file = await fox.downloaded('.csv')
    const [header, ...rows] = readCsv(await readFile(file)).rows.map(({ cells }) => cells)
    const at = (title: string) => header!.indexOf(title)
    expect(rows.map((row) => [row[at('问题编号')], row[at('责任单位')], row[at('网址')], row[at('错误原文')]])).toEqual(
      (await person.issues()).map(({ number, unitName, url, quote }) => [String(number), unitName, url, quote.trim()]),
    )
  })

  test('the ZIP of the units holds lists and screenshots, none missing', async () => {
    await pressOn(fox.desk, '按单位导出')
    const files = unzipSync(await readFile(await fox.downloaded('.zip')))
    const { counts, files: named } = JSON.parse(strFromU8(files['manifest.json']!)) as UnitsManifest
    const issues = await person.issues()
    expect(counts).toMatchObject({ issues: issues.length, shots: issues.reduce((sum, { shots }) => sum + shots.length, 0), missingShots: 0 })
    for (const { path: name, sha256 } of named) expect(createHash('sha256').update(files[name]!).digest('hex'), name).toBe(sha256)
    expect(Object.keys(files).filter((name) => name.endsWith('.xlsx')).length).toBe(new Set(issues.map(({ unitName }) => unitName)).size)
  })

  test('a site that is switched off gets no code, until it is switched on again', async () => {
    await person.visit(COLUMN)
    await person.layer.click('.chip-main')
    await person.layer.click('.panel-foot button', '在本网站关闭')
    await until(async () => (await person.layer.text()) === '', () => 'the layer stayed')
    expect(await person.excluded()).toEqual(['*://www.qinghe.gov.cn/*'])
    await person.page.goto(COLUMN)
    expect(await person.glance()).toBeNull()
    expect(await person.page.evaluate(() => document.querySelector('duwang-layer'))).toBeNull()
    const popup = await fox.open(`popup.html#tab=${await person.tabId()}`)
    await says(popup, '本网站的检查已关闭')
    await (await popup.waitForSelector('[role=switch]'))!.click()
    await until(async () => (await person.excluded()).length === 0, () => 'the site stayed switched off')
    // Firefox gives a page that nobody sees no idle time to be read in.
    await person.page.bringToFront()
    expect((await person.settled()).recorded).not.toEqual({})
  })
})

describe.skipIf(path === null)('Firefox with the build that people install', () => {
  beforeAll(async () => {
    county = await createCountyServer()
    fox = await launchFirefox(path!, county.port, { extension: '.output/firefox-mv2' })
  })

  afterAll(async () => {
    await fox?.close()
    await county?.close()
  })

  test('without leave for screenshots an issue is recorded all the same; a shortcut is leave enough', async () => {
    await pressOn(fox.desk, '中文')
    person = new FirefoxPerson(fox, await fox.browser.newPage())
    await person.visit(COLUMN)
    await person.layer.click('.chip-main')
    await person.layer.click('li.finding button', '记录')
    await person.layer.waitFor((text) => text.includes('已记录 第 1 号，但没有截图'))
    await fox.shortcut('D')
    await person.layer.waitFor((text) => text.includes('已记录 第 2 号'))
    expect((await person.issues()).map(({ shots }) => shots.length)).toEqual([0, 1])
  })

  test('a site outside gov.cn is not read, and the popup says so', async () => {
    await person.page.goto('http://www.bailuhe-lvyou.com/')
    expect(await person.page.evaluate(() => document.querySelector('duwang-layer'))).toBeNull()
    await fox.shortcut('P')
    await until(async () => (await person.popupText()).includes('这个网站没有打开检查'), () => 'the popup never said it')
  })

  test('the sidebar is closed until it is asked for; it follows from tab to tab, and says where it may not look', async () => {
    await person.closePopup()
    expect(await person.sidebarText()).toBe('')
    await callIn(fox.browser, await windowOf(fox.browser), "() => SidebarController.show('duwang_duwang_invalid-sidebar-action')")
    const says = (words: string) => until(async () => (await person.sidebarText()).includes(words), () => `the sidebar never said ${words}`)
    const other = new FirefoxPerson(fox, await fox.browser.newPage())
    await other.visit(COLUMN)
    await says('400 天前')
    await other.page.goto('http://www.bailuhe-lvyou.com/')
    await says('浏览器没有告诉侧边栏这是什么网页')
    // Here the shortcut let us look.
    await person.page.bringToFront()
    await says('这个网站没有打开检查')
  })
})
