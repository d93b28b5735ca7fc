import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Verdict } from '../../../utils/types/link.ts'
import type { Lab } from './lab.ts'
import { residentMemory } from './memory.ts'
import type { Run } from './score.ts'

const FOLDER = 'node_modules/linkinator'

/** Version of linkinator, the one peer that npm has and that finishes; null where it is not installed. */
export function peerVersion(): string | null {
  const file = `${FOLDER}/package.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : null
}

interface PeerLink {
  url: string
  status?: number
  state: 'OK' | 'BROKEN' | 'SKIPPED'
}

/**
 * Runs linkinator on the lab's page: a timeout of 15 s as ours, fragments looked at, hosts led to loopback as in the browser.
 * Not with its `--retry`: that waits for a 429 for ever, and the lab has some that never end.
 */
export async function runPeer(lab: Lab): Promise<Run> {
  const { bin } = JSON.parse(readFileSync(`${FOLDER}/package.json`, 'utf8')) as { bin: string | Record<string, string> }
  const main = resolve(FOLDER, typeof bin === 'string' ? bin : (bin['linkinator'] ?? ''))
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', resolve('test/bench/link-lab/host-map.ts'), main, lab.pageUrl, '--format', 'json', '--timeout', '15000', '--check-fragments'], {
    env: { ...process.env, LAB_PORTS: JSON.stringify(lab.ports) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stopMeasuring = residentMemory(process.pid)
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  await new Promise((done) => child.on('exit', done))
  const memory = stopMeasuring()
  const links = (JSON.parse(out.slice(out.indexOf('{'))) as { links: PeerLink[] }).links
  const verdict = (state: PeerLink['state']): Verdict => (state === 'OK' ? 'alive' : state === 'BROKEN' ? 'dead' : 'unsure')
  const found = new Map(links.map(({ url, status, state }) => [url, { verdict: verdict(state), reason: String(status ?? '') }]))
  // a good #fragment is not named in its report
  for (const { href } of lab.links) {
    const bare = found.get(href.replace(/#.*/, ''))
    if (bare && !found.has(href)) found.set(href, bare)
  }
  return {
    name: `linkinator ${peerVersion()}`,
    verdicts: found,
    ms: performance.now() - started,
    figures: structuredClone(lab.figures()),
    memory,
    extra: {},
  }
}
