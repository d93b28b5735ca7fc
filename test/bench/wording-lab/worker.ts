import { readFileSync } from 'node:fs'
import { chromium, type CDPSession } from 'playwright-core'
import { chromiumPath } from '../../browser/kit/flags.ts'
import { bundle, PLAIN_FLAGS } from '../bundle.ts'
import type { Steps } from './in-worker.ts'

const ASSET = new URL('../../../assets/model/wording.bin', import.meta.url)

/** The engine in a Worker of the browser. */
export interface WorkerRun {
  loadMs: number
  /** Heap and array buffers after the load and after use, in MB, less what the Worker has before. */
  memoryMb: number
  warmUpMs: number
  /** The first 3,000 characters after warming up. */
  firstPageMs: number
  perSecond: number
}

/** Runs the engine over `texts` in a Chromium's Worker, no extension around it. */
export async function runInWorker(page: readonly string[], texts: readonly string[]): Promise<WorkerRun> {
  const code = await bundle('test/bench/wording-lab/in-worker.ts', 'duwangLab')
  const browser = await chromium.launch({ executablePath: chromiumPath(), headless: true, args: [...PLAIN_FLAGS] })
  try {
    const tab = await browser.newPage()
    await tab.route('**/*', (route) => route.request().url().endsWith('.bin')
      ? route.fulfill({ body: readFileSync(ASSET), contentType: 'application/octet-stream' })
      : route.fulfill({ body: '<!doctype html><title>lab</title>', contentType: 'text/html' }))
    await tab.goto('http://lab.example/')
    const memory = await workerMemory(await tab.context().newCDPSession(tab))
    await tab.evaluate((code) => {
      const source = `const { steps } = ${code}; onmessage = ({ data: [step, input] }) => postMessage(steps[step](input))`
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
      Object.assign(window, {
        step: (...step: unknown[]) => new Promise((resolve, reject) => {
          worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
          worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
          worker.postMessage(step)
        }),
      })
    }, code)
    const step = (name: keyof Steps, input?: readonly string[]): Promise<number> => tab.evaluate(async ([name, input]) => {
      const lab = window as unknown as { step: (name: string, input: unknown) => Promise<number> }
      return lab.step(name, name === 'load' ? await (await fetch('/wording.bin')).arrayBuffer() : input)
    }, [name, input] as const)
    await step('read', []).catch(() => 0)
    const before = await memory()
    const loadMs = await step('load')
    const warmUpMs = await step('warmUp')
    const firstPageMs = await step('read', page)
    await step('speed', texts)
    const perSecond = await step('speed', texts)
    return { loadMs, warmUpMs, firstPageMs, perSecond, memoryMb: (await memory()) - before }
  } finally {
    await browser.close()
  }
}

/** Asks the tab's only Worker how much memory it holds, garbage collected first; in MB. */
async function workerMemory(tab: CDPSession): Promise<() => Promise<number>> {
  let session = ''
  let last = 0
  const waiting = new Map<number, (result: unknown) => void>()
  tab.on('Target.attachedToTarget', ({ sessionId }) => { session = sessionId })
  tab.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: unknown }
    waiting.get(id)?.(result)
  })
  await tab.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const ask = <T>(method: string): Promise<T> => new Promise((resolve) => {
    const id = ++last
    waiting.set(id, (result) => resolve(result as T))
    void tab.send('Target.sendMessageToTarget', { sessionId: session, message: JSON.stringify({ id, method }) })
  })
  return async () => {
    await ask('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize } = await ask<{ usedSize: number; backingStorageSize?: number }>('Runtime.getHeapUsage')
    return (usedSize + (backingStorageSize ?? 0)) / 1e6
  }
}
