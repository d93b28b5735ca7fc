/**
 * Measures the link check of the built extension on one page: `npm run eval:links -- URL [--map 'host=127.0.0.1:port' …] [--limit SECONDS] [--no-build]`.
 * Opens the page in headless Chromium, waits for every verdict, prints one JSON line a link on stdout
 * (`{href, verdict, kind, reason, status, hops, ms}`) and `{summary: …}` as the last line.
 * `--map` leads a host (or `*`) to an address, `host=none` makes a name that does not exist.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { linesOf } from './link-lines.ts'
import { openExtension, watchLinks } from './link-watch.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { map: { type: 'string', multiple: true }, limit: { type: 'string' }, 'no-build': { type: 'boolean' } },
})
const [url] = positionals
if (!url) {
  console.error('usage: npm run eval:links -- URL [--map host=127.0.0.1:port …] [--limit seconds] [--no-build]')
  process.exit(2)
}

/** `host=address` → a resolver rule; the star last, since Chromium takes the first rule that fits. */
function ruleOf(map: string): string {
  const at = map.indexOf('=')
  const [host, target] = [map.slice(0, at), map.slice(at + 1)]
  return `MAP ${host} ${target === 'none' ? '~NOTFOUND' : target}`
}

if (!values['no-build']) execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', 'test'], { stdio: ['ignore', 2, 2] })
const rules = (values.map ?? []).map(ruleOf).sort((a, b) => Number(a.startsWith('MAP * ')) - Number(b.startsWith('MAP * ')))
const opened = await openExtension(rules.join(', '))
try {
  const seen = await watchLinks(opened, url, Number(values.limit ?? 900) * 1000)
  const lines = linesOf(url, seen.links, seen.verdicts)
  for (const { href, verdict, kind, reason, status, hops, ms } of lines) console.log(JSON.stringify({ href, verdict, kind, reason, status, hops, ms }))
  const count = (verdict: string) => lines.filter((line) => line.verdict === verdict).length
  console.log(JSON.stringify({
    summary: {
      url, links: lines.length, asked: seen.asked.length, answered: seen.verdicts.length, alive: count('alive'), dead: count('dead'), unsure: count('unsure'),
      wallSeconds: Number((seen.ms / 1000).toFixed(2)), linksPerSecond: Number((seen.asked.length / Math.max(seen.ms, 1) * 1000).toFixed(1)),
      requests: seen.requests, mostAtOnce: Math.max(0, ...Object.values(seen.mostAtOnce)), mostAtOnceByHost: seen.mostAtOnce, longestPageTaskMs: Math.round(seen.longestTask),
    },
  }))
} finally {
  await opened.close()
}
