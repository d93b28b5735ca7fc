// Takes the README's pictures from the demonstration county with the built extension (`npm run pictures` builds it first).
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { launchChromium } from '../browser/kit/chromium.ts'
import { chromiumPath } from '../browser/kit/flags.ts'
import { recheck } from '../browser/kit/recheck.ts'
import { Person } from '../browser/kit/person.ts'
import { countyManifest, ROSTER_CSV, type Fault } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import { withPictures } from './captions.ts'
import { takeDocuments } from './documents.ts'
import { pointAt, shown } from './point.ts'

const FOLDER = 'assets/pictures'
/** Recorded before the ledger is shown, so that it holds issues of several units and kinds. */
const RECORDED = ['personnel-400-days', 'decisions-blank', 'attachment-404', 'old-organ', 'id-number', 'letter-100-days', 'districts-soft-404', 'hidden-gambling', 'health-news-40-days', 'farming-future', 'state-name']

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const { faults } = countyManifest(today)
await mkdir(FOLDER, { recursive: true })
const county = await createCountyServer()
const running = await launchChromium({ port: county.port })
const person = new Person(running)
// Opens what was exported as its receiver does: without the extension.
const plain = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  await person.speakChinese()
  await person.importRoster({ name: '青禾县台账.csv', buffer: Buffer.from(ROSTER_CSV) })
  const page = await running.context.newPage()

  const article = faultOf('state-name')
  await person.visit(page, article.url)
  await pointAt(page, article.quote!)
  await person.layer(page).waitFor((text) => text.includes('误报'))
  await take(page, 'article', { pointed: true })

  await person.visit(page, 'http://www.qinghe.gov.cn/')
  await person.layer(page).openPanel()
  await take(page, 'home')

  for (const id of RECORDED) {
    const fault = faultOf(id)
    const { findings } = await person.visit(page, fault.url)
    const finding = findings.find(({ check }) => check.startsWith(fault.check))
    if (!finding) throw new Error(`${id} was not found on ${fault.url}`)
    await person.record(page, finding)
  }

  const popup = await person.popup(page)
  await popup.getByText('发现疑点').first().waitFor()
  await popup.getByText('第 11 号').first().waitFor()
  await take(popup, 'popup')
  await popup.close()

  const desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(running.own('ledger.html#/issues'))
  await desk.getByText('县自然资源局', { exact: false }).first().waitFor()
  await take(desk, 'ledger')

  const issue = (await person.issues()).find(({ check, url }) => url === article.url && check.startsWith('wording/'))
  await desk.goto(running.own(`ledger.html#/issues/${issue?.id}`))
  await shown(desk.locator('img').first())
  await take(desk, 'issue')

  // Every second page was mended meanwhile.
  const mended = new Set(RECORDED.filter((_, at) => at % 2 === 0).map((id) => addressOf(faultOf(id))))
  county.mend((address) => mended.has(address))
  await recheck(person, '一轮里未销号的全部')
  await desk.bringToFront()
  await desk.getByText('复查完成', { exact: false }).waitFor()
  await take(desk, 'recheck')

  await desk.goto(running.own('ledger.html#/overview'))
  await desk.locator('svg').first().waitFor()
  await take(desk, 'overview')

  await desk.goto(running.own('ledger.html#/units'))
  await desk.getByText('按期办结率').first().waitFor()
  await desk.locator('svg').first().waitFor()
  await take(desk, 'units')

  await desk.goto(running.own('ledger.html#/rounds'))
  await desk.getByText('/25 个栏目', { exact: false }).waitFor()
  await take(desk, 'rounds')

  await desk.goto(running.own('ledger.html#/export'))
  await desk.getByRole('button', { name: '按单位导出' }).waitFor()
  await take(desk, 'export')

  await takeDocuments(desk, plain, (name, png) => writeFile(join(FOLDER, `${name}.png`), png))
} finally {
  await plain.close()
  await running.close()
  await county.close()
}
await writeFile('README.md', withPictures(await readFile('README.md', 'utf8')))
const sizes = await Promise.all((await readdir(FOLDER)).map(async (name) => (await stat(join(FOLDER, name))).size))
console.log(`${FOLDER}: ${sizes.length} pictures, ${Math.round(sizes.reduce((a, b) => a + b, 0) / 1024)} KiB`)

function faultOf(id: string): Fault {
  const fault = faults.find((one) => one.id === id)
  if (!fault) throw new Error(`no planted fault ${id}`)
  return fault
}

/** `host/path` of what has to be mended: a dead link's target, else the page. */
function addressOf({ check, href, url }: Fault): string {
  return (check === 'links/dead' ? (href ?? url) : url).replace(/^https?:\/\//, '')
}

async function take(page: Page, name: string, { pointed = false } = {}): Promise<void> {
  // A pointer left behind would colour what lies under it.
  if (!pointed) await page.mouse.move(2, 790)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
