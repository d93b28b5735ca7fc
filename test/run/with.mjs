// Runs a TypeScript program of ours with the pinned Node 24: `node test/run/with.mjs [NAME=VALUE …] FILE [ARGUMENTS]`; installs what is missing first.
import { spawnSync } from 'node:child_process'
import { ensureChromium, ensurePackages, NODE, ROOT } from './machine.mjs'

ensurePackages()
const words = process.argv.slice(2)
const file = words.findIndex((word) => !/^[A-Z_]+=/.test(word))
const env = { ...process.env, CHROMIUM_PATH: ensureChromium(), ...Object.fromEntries(words.slice(0, file).map((word) => word.split('='))) }
const { status } = spawnSync(NODE, words.slice(file), { cwd: ROOT, env, stdio: 'inherit' })
process.exitCode = status ?? 1
