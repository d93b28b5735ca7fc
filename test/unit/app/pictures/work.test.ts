import { beforeEach, describe, expect, test } from 'vitest'
import { createPictureWork, STUCK, WARM } from '../../../../utils/app/pictures/work.ts'
import type { PictureAnswer, PictureJob } from '../../../../utils/app/pictures/worker.ts'
import type { PictureBit } from '../../../../utils/types/ocr.ts'
import { until } from '../../../browser/kit/until.ts'

/** A worker that does what it is told by the test. */
class FakeWorker extends EventTarget {
  jobs: PictureJob[] = []
  isOver = false
  postMessage(job: PictureJob) {
    this.jobs.push(job)
  }
  terminate() {
    this.isOver = true
  }
  say(data: PictureAnswer) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }))
  }
}

const READING = { width: 1, height: 1, lines: [], confidence: 0, notes: [] }
const sender = { tabId: null, url: '', own: true, private: false }
let workers: FakeWorker[]
let waiting: { ms: number; what: () => void; isOff: boolean }[]
let work: ReturnType<typeof createPictureWork>

beforeEach(() => {
  workers = []
  waiting = []
  work = createPictureWork({
    startWorker: () => workers[workers.push(new FakeWorker()) - 1] as unknown as Worker,
    folder: 'ocr',
    cores: 8,
    later: (ms, what) => {
      const one = { ms, what, isOff: false }
      waiting.push(one)
      return () => (one.isOff = true)
    },
  })
})

function ask(picture = 'AAAA') {
  const bits: PictureBit[] = []
  const over = new AbortController()
  const done = work({ picture, region: null }, (bit) => bits.push(bit), over.signal, sender)
  done.catch(() => undefined)
  return { bits, done, over }
}

const jobsOf = (at: number, count: number) => until(() => workers[at]?.jobs.length === count, () => `worker ${at} never got ${count} jobs`)

describe('the picture worker', () => {
  test('reads one picture after the other, on two cores at most, and stays for the next', async () => {
    const [first, second] = [ask(), ask()]
    await jobsOf(0, 1)
    expect(workers[0]!.jobs[0]!.engines).toBe(2)
    workers[0]!.say({ progress: { stage: 'reading', done: 0.5 } })
    workers[0]!.say({ reading: READING })
    await first.done
    await jobsOf(0, 2)
    workers[0]!.say({ reading: READING })
    await second.done
    expect(first.bits).toEqual([{ progress: { stage: 'waiting', done: 0 } }, { progress: { stage: 'reading', done: 0.5 } }, { reading: READING }])
    expect(second.bits).toEqual([{ progress: { stage: 'waiting', done: 0 } }, { reading: READING }])
    expect(workers).toHaveLength(1)
  })

  test('a recogniser that never gets going is left for another, once', async () => {
    const first = ask()
    await jobsOf(0, 1)
    workers[0]!.say({ progress: { stage: 'loading', done: 0 } })
    waiting.find(({ ms, isOff }) => ms === STUCK && !isOff)!.what()
    await jobsOf(1, 1)
    expect(workers[0]!.isOver).toBe(true)
    workers[1]!.say({ progress: { stage: 'loading', done: 0 } })
    // The first's watch went off; the second has none.
    expect(waiting.filter(({ ms }) => ms === STUCK)).toHaveLength(1)
    workers[1]!.say({ reading: READING })
    await first.done
    expect([first.bits[first.bits.length - 1], workers.length]).toEqual([{ reading: READING }, 2])
  })

  test('one that gets going is not left', async () => {
    const first = ask()
    await jobsOf(0, 1)
    workers[0]!.say({ progress: { stage: 'loading', done: 0 } })
    workers[0]!.say({ progress: { stage: 'reading', done: 0.1 } })
    expect(waiting.filter(({ ms, isOff }) => ms === STUCK && !isOff)).toEqual([])
    workers[0]!.say({ reading: READING })
    await first.done
    expect(workers).toHaveLength(1)
  })

  test('is freed after a minute without work, and not while there is some', async () => {
    const first = ask()
    await jobsOf(0, 1)
    workers[0]!.say({ reading: READING })
    await first.done
    expect(waiting.map(({ ms, isOff }) => [ms, isOff])).toEqual([[WARM, false]])
    const second = ask()
    await jobsOf(0, 2)
    expect(waiting[0]!.isOff).toBe(true)
    workers[0]!.say({ reading: READING })
    await second.done
    waiting[1]!.what()
    expect(workers[0]!.isOver).toBe(true)
    ask()
    await jobsOf(1, 1)
  })

  test('is ended when its asker goes, and the next asker gets a new one', async () => {
    const [first, second] = [ask(), ask()]
    await jobsOf(0, 1)
    first.over.abort()
    await expect(first.done).rejects.toMatchObject({ says: { key: 'ocr.error.cancelled' } })
    expect(workers[0]!.isOver).toBe(true)
    await jobsOf(1, 1)
    workers[1]!.say({ reading: READING })
    await second.done
  })

  test('who goes while waiting is never begun', async () => {
    const [first, second] = [ask(), ask()]
    await jobsOf(0, 1)
    second.over.abort()
    workers[0]!.say({ reading: READING })
    await Promise.all([first.done, second.done])
    expect(workers[0]!.jobs).toHaveLength(1)
  })

  test.each([['ocr.error.broken', 1], ['ocr.error.engine', 2]])('%s: the next picture finds worker %d', async (key, count) => {
    const first = ask()
    await jobsOf(0, 1)
    workers[0]!.say({ says: { key } })
    await expect(first.done).rejects.toMatchObject({ says: { key } })
    ask()
    await until(() => workers.length === count && workers[count - 1]!.jobs.length > 0, () => 'no second job')
  })

  test('a worker that breaks down is told and replaced', async () => {
    const first = ask()
    await jobsOf(0, 1)
    workers[0]!.dispatchEvent(new Event('error'))
    await expect(first.done).rejects.toMatchObject({ says: { key: 'ocr.error.engine' } })
    expect(workers[0]!.isOver).toBe(true)
  })
})
