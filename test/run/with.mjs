// Runs a TypeScript program of ours with the pinned Node 24: `node test/run/with.mjs FILE [ARGUMENTS]`; installs what is missing first.
import { spawnSync } from 'node:child_process'
import { ensureChromium, ensurePackages, NODE, ROOT } from './machine.mjs'

ensurePackages()
const env = { ...process.env, CHROMIUM_PATH: ensureChromium() }
const { status } = spawnSync(NODE, process.argv.slice(2), { cwd: ROOT, env, stdio: 'inherit' })
process.exitCode = status ?? 1
