import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchKillable, type Killable } from '../browser/kit/killable.ts'
import { Person } from '../browser/kit/person.ts'
import { until } from '../browser/kit/until.ts'
import { createCountyServer } from '../sites/server.ts'
import { cameBack, discard, exportInVain, lookAgain, reloadExtension, sleep } from './strokes.ts'

const PAGES = ['http://www.qinghe.gov.cn/zwgk/rsxx/', 'http://wjj.qinghe.gov.cn/gzdt.htm', 'http://www.qinghe.gov.cn/bsfw/', 'http://www.qinghe.gov.cn/']

/** What befalls the browser, by name. `quiet`: nothing befalls it; `asleep`: page and background stand still, as when a laptop is closed and opened again. */
export const FAULTS = ['quiet', 'killed', 'background-killed', 'tab-closed', 'disk-full', 'database-refused', 'capture-refused', 'clock-back', 'extension-reloaded', 'tab-discarded', 'asleep', 'download-refused'] as const

export type Fault = (typeof FAULTS)[number]

/** The popup has gone with these, and nothing can be clicked any more. */
const GONE_WITH: ReadonlySet<Fault> = new Set(['killed', 'extension-reloaded'])

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What was promised with 已记录. */
interface Said {
  picture: boolean
}

/** What came of a day: how often each fault struck, and how many recordings were called 已记录. */
export interface DayOfFaults {
  struck: Record<string, number>
  said: number
  kept: number
}

/**
 * A day of recording with a fault at a random moment of each: before the click, within the next 400 ms, or right after 已记录. After each
 * everything that was called 已记录 must stand there once, with its screenshot whole.
 * @throws at the first loss or double, naming seed, time and fault
 */
export async function faultyDay({ seed, times, tell = () => undefined, kinds = FAULTS }: { seed: number; times: number; tell?: (line: string) => void; kinds?: readonly Fault[] }): Promise<DayOfFaults> {
  const random = randomOf(seed)
  const county = await createCountyServer()
  const profile = mkdtempSync(join(tmpdir(), 'duwang-faults-'))
  const day = new Day(profile, county.port)
  const said = new Map<string, Said>()
  const struck: Record<string, number> = {}
  let kept = 0
  try {
    await day.start(true)
    for (let n = 1; n <= times; n++) {
      const fault = kinds[Math.floor(random() * kinds.length)]!
      const moment = (['before', 'during', 'after'] as const)[Math.floor(random() * 3)]!
      const delay = random() * 400
      const what = `第${n}次 ${fault} ${moment}`
      struck[fault] = (struck[fault] ?? 0) + 1
      const began = performance.now()
      const when = `seed ${seed}, ${what}, ${Math.round(delay)} ms`
      const url = PAGES[Math.floor(random() * PAGES.length)]!
      const answer = await day.recordUnder(fault, moment, delay, url, what).catch((error: unknown) => {
        throw new Error(`${when}, ${url}`, { cause: error })
      })
      if (answer?.startsWith('已记录 第')) said.set(what, { picture: !/没有(存)?截图|不允许截图|没有拍到/.test(answer) })
      kept = await day.check(said, when)
      tell(`${what} (${Math.round(delay)} ms): ${answer ?? 'nobody was there to be told'}; ${kept} in the ledger, ${Math.round((performance.now() - began) / 100) / 10} s`)
    }
    return { struck, said: said.size, kept }
  } finally {
    await day.end()
    await county.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

class Day {
  private running!: Killable
  private person!: Person
  private page!: Page
  private readonly profile: string
  private readonly port: number

  constructor(profile: string, port: number) {
    this.profile = profile
    this.port = port
  }

  async start(first: boolean): Promise<void> {
    this.running = await launchKillable(this.profile, this.port, first)
    this.person = new Person(this.running)
    if (first) await this.person.speakChinese()
    // A browser that was killed a moment ago may refuse its first page.
    await until(() => this.person.desk().catch(() => null), () => 'the ledger never opened', 20_000)
    this.page = await this.running.context.newPage()
  }

  end(): Promise<void> {
    return this.running.kill()
  }

  /** @returns what was said to the click; null where the fault took away who was to be told */
  async recordUnder(fault: Fault, moment: 'before' | 'during' | 'after', delay: number, url: string, what: string): Promise<string | null> {
    if (this.page.isClosed()) this.page = await this.running.context.newPage()
    await this.page.bringToFront()
    await this.page.goto(url, { waitUntil: 'load' })
    await this.read(this.page)
    const popup = await this.person.writeDown(this.page, what)
    if (moment === 'before') await this.strike(fault)
    if (popup.isClosed() || (moment === 'before' && GONE_WITH.has(fault))) return this.mended(fault, null)
    const answered = this.person.pressRecord(popup).catch((error: unknown) => {
      if (popup.isClosed()) return null
      throw error
    })
    answered.catch(() => undefined)
    if (moment === 'during') {
      await new Promise((resolve) => setTimeout(resolve, delay))
      await this.strike(fault)
    }
    const told = await answered
    if (moment === 'after') await this.strike(fault)
    return this.mended(fault, told)
  }

  /** Waits until a page was read. */
  private async read(page: Page): Promise<void> {
    let glance: unknown = null
    await until(async () => {
      glance = await this.person.glance(page)
      return (glance as { state?: string } | null)?.state === 'ready'
    }, () => `never read: ${page.url()} ${JSON.stringify(glance)}`.slice(0, 600))
  }

  private async strike(fault: Fault): Promise<void> {
    if (fault === 'quiet') return
    if (fault === 'killed') return this.running.kill()
    if (fault === 'tab-closed') return this.page.close()
    if (fault === 'background-killed') return this.killBackground()
    if (fault === 'extension-reloaded') return reloadExtension(this.running, await this.person.desk())
    if (fault === 'tab-discarded') return discard(this.page, await this.person.desk())
    if (fault === 'asleep') return sleep(this.page, () => this.killBackground())
    if (fault === 'download-refused') return exportInVain(await this.person.desk(), this.running.own('ledger.html#/export'))
    const worker = await this.running.worker()
    await worker.evaluate((fault) => {
      const throwing = (name: string) => () => {
        throw new DOMException('as a test has it', name)
      }
      if (fault === 'disk-full') Object.assign(IDBObjectStore.prototype, { add: throwing('QuotaExceededError'), put: throwing('QuotaExceededError') })
      // What is open has its way to begin a transaction already.
      if (fault === 'database-refused') Object.assign(IDBTransaction.prototype, { objectStore: throwing('UnknownError') })
      if (fault === 'capture-refused') Object.assign(chrome.tabs, { captureVisibleTab: throwing('NotAllowedError') })
      if (fault === 'clock-back') {
        const Plain = Date
        const back = 40 * 86_400_000
        globalThis.Date = new Proxy(Plain, { construct: (target, given: []) => (given.length > 0 ? new target(...given) : new target(Plain.now() - back)), get: (target, name) => (name === 'now' ? () => Plain.now() - back : (Reflect.get(target, name) as unknown)) })
      }
    }, fault)
  }

  /** Ends the background as the browser does after 30 idle seconds; what a test has spoilt in it goes with it. */
  private async killBackground(): Promise<void> {
    const session = await this.running.context.newCDPSession(await this.person.desk())
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await session.detach()
  }

  private async mended<T>(fault: Fault, told: T): Promise<T> {
    if (fault === 'killed') await this.start(false)
    else if (fault === 'extension-reloaded') await cameBack(() => this.person.desk())
    else if (fault === 'tab-discarded') {
      // Who goes back to the tab finds the page loaded anew, and read.
      const again = await lookAgain(await this.person.desk())
      if (again) await this.read((this.page = again))
    } else if (fault !== 'quiet' && fault !== 'tab-closed') await this.killBackground()
    for (const page of this.running.context.pages()) if (page.url().startsWith(this.running.own('popup.html'))) await page.close().catch(() => undefined)
    return told
  }

  /** How many issues stand in the ledger, which holds all that was said, once and whole. */
  async check(said: ReadonlyMap<string, Said>, when: string): Promise<number> {
    const issues = await this.person.issues()
    const shots = new Map((await this.person.shots()).map((shot) => [shot.hash, shot]))
    const counts = new Map<string, number>()
    for (const { description } of issues) counts.set(description, (counts.get(description) ?? 0) + 1)
    for (const what of said.keys()) if (counts.get(what) !== 1) throw new Error(`${when}: 「${what}」 was called 已记录 and is there ${counts.get(what) ?? 0} times`)
    for (const [what, count] of counts) if (count > 1) throw new Error(`${when}: 「${what}」 is there ${count} times`)
    const numbers = issues.map(({ number }) => number)
    if (new Set(numbers).size !== numbers.length) throw new Error(`${when}: a number is there twice: ${numbers.join()}`)
    for (const { description, shots: refs } of issues) {
      if (refs.length > 1 || refs.some(({ hash }) => !shots.get(hash)?.intact)) throw new Error(`${when}: the screenshot of 「${description}」 is not whole`)
      // Where the browser gives no picture, or there is no room, the words are kept, and that is said.
      if (refs.length === 0 && said.get(description)?.picture) throw new Error(`${when}: 「${description}」 was to have a screenshot and has none`)
    }
    return issues.length
  }
}
