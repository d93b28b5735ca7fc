import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** `npm run bench -- NAME [--json] […]`: one of the benches beside this file, or all of them one after the other. */
const BENCHES = ['links', 'wording'] as const

const [first, ...rest] = process.argv.slice(2)
const named = BENCHES.find((name) => name === first)
if (first && !named && !first.startsWith('-')) {
  console.error(`no such bench: ${first}; there are: ${BENCHES.join(', ')}`)
  process.exit(2)
}
let worst = 0
for (const name of named ? [named] : BENCHES) {
  const file = new URL(`./${name}.ts`, import.meta.url).pathname
  if (!existsSync(file)) continue
  const { status } = spawnSync(process.execPath, [file, ...(named ? rest : process.argv.slice(2))], { stdio: 'inherit' })
  worst = Math.max(worst, status ?? 1)
}
process.exitCode = worst
