import { expect, test } from 'vitest'
import { createScheduler, type Lane } from '../../../utils/links/scheduler.ts'

/** A scheduler on which nothing is ever slow. */
const scheduler = () => createScheduler(() => new Promise(() => undefined), () => () => undefined)

/** The order in which requests of these lanes start when one runs at a time. */
async function orderOf(lanes: Lane[]): Promise<Lane[]> {
  const { add, setLimit } = scheduler()
  setLimit('h', 1)
  const started: Lane[] = []
  let open!: () => void
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const first = add('h', 'first', () => gate)
  const rest = lanes.map((lane) => add('h', lane, async () => void started.push(lane)))
  open()
  await Promise.all([first, ...rest])
  return started
}

test('probes go first, slow ones last', async () => {
  expect(await orderOf(['slow', 'normal', 'first'])).toEqual(['first', 'normal', 'slow'])
})

test('second looks are mixed in, so that a dead link is told long before the page is through', async () => {
  const order = await orderOf([...Array.from({ length: 60 }, (): Lane => 'normal'), 'again', 'again', 'again'])
  expect(order.indexOf('again')).toBeLessThan(10)
  expect(order.lastIndexOf('again')).toBeLessThan(25)
  expect(order.slice(0, 5)).not.toContain('again')
})

test('a host that will soon be through gets its first looks first: the last of them begins the last wait', async () => {
  let over!: () => void
  const { add, setLimit, rest } = createScheduler(() => new Promise((resolve) => (over = resolve)), () => () => undefined)
  setLimit('h', 1)
  const resting = rest('h', 3_000)
  await Promise.all(Array.from({ length: 60 }, () => add('h', 'normal', async () => undefined)))
  over()
  await resting
  const started: Lane[] = []
  const add1 = (lane: Lane) => add('h', lane, async () => void started.push(lane))
  await Promise.all([add1('again'), ...Array.from({ length: 40 }, () => add1('normal')), add1('again')])
  expect(started.filter((lane) => lane === 'again')).toHaveLength(2)
  expect(started.slice(-1)).toEqual(['again'])
  expect(started.indexOf('normal')).toBeLessThan(2)
  expect(started.slice(1, 40)).not.toContain('again')
})

test('with nothing else to do second looks follow at once', async () => {
  expect(await orderOf(['again', 'again', 'slow'])).toEqual(['again', 'again', 'slow'])
})

/** Runs first looks of these fates one at a time, after `told` has said what is known. */
async function orderOfFates(fates: string[], told: (bringForward: (alike: string, apart: number) => void) => void): Promise<string[]> {
  const { add, setLimit, bringForward } = scheduler()
  setLimit('h', 1)
  const started: string[] = []
  let open!: () => void
  const first = add('h', 'first', () => new Promise<void>((resolve) => (open = resolve)))
  const rest = fates.map((fate, at) => add('h', 'normal', async () => void started.push(`${fate}${at}`), undefined, fate))
  told((alike, apart) => bringForward('h', alike, apart))
  const late = add('h', 'normal', async () => void started.push('late'), undefined, fates[fates.length - 1])
  open()
  await Promise.all([first, ...rest, late])
  return started
}

test('links like a dead one are looked at before others, also those that come later', async () => {
  expect(await orderOfFates(['a', 'b', 'c', 'b'], (bring) => bring('b', 0))).toEqual(['b1', 'b3', 'late', 'a0', 'c2'])
})

test('links like one that was reset are brought forward too, but never in a row while there are others', async () => {
  const order = await orderOfFates([...Array.from({ length: 9 }, () => 'a'), 'r', 'r'], (bring) => bring('r', 3))
  expect(order.map((one) => (/^r|late/.test(one) ? 'r' : 'a')).join('')).toBe('aaaraaaraaar')
})

test('stopping gives up every lane', async () => {
  const { add, setLimit, stop } = scheduler()
  setLimit('h', 1)
  void add('h', 'normal', () => new Promise(() => undefined)).catch(() => undefined)
  const waiting = (['first', 'normal', 'again', 'slow'] as const).map((lane) => add('h', lane, async () => lane))
  stop('h', 'stopped')
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
})
