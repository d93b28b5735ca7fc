import { launchChromium } from '../browser/kit/chromium.ts'
import { Person } from '../browser/kit/person.ts'
import { ROSTER_CSV } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import { guidedTour } from './guided.ts'
import { SAY } from './words.ts'

/** The main job to try: with a display a browser to click in, without one a tour that does the clicking itself. */
const at = process.argv.indexOf('--site')
const site = at > 0 ? (process.argv[at + 1] ?? '') : null
if (site !== null && !/^https?:\/\//.test(site)) {
  console.error(SAY.badSite)
  process.exit(1)
}
const display = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const headless = !display || process.argv.includes('--headless')

const county = site === null ? await createCountyServer() : null
const running = await launchChromium({ headless, ...(county ? { port: county.port } : {}) })
const person = new Person(running)
const end = async () => {
  await running.close().catch(() => undefined)
  await county?.close()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(0)))

try {
  if (county) await person.importRoster({ name: '青禾县台账.csv', buffer: Buffer.from(ROSTER_CSV) })
  const page = await running.context.newPage()
  const home = site ?? 'http://www.qinghe.gov.cn/'
  if (headless) {
    await guidedTour(person, page, site)
    await end()
  } else {
    await page.goto(home)
    await page.bringToFront()
    console.log(site === null ? SAY.tryCounty : SAY.trySite)
    await new Promise((resolve) => running.context.once('close', resolve))
    await end()
  }
} catch (error) {
  await end()
  throw error
}
