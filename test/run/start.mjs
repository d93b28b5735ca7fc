// `npm start`: installs what is missing, builds, and opens the demonstration county with the extension.
import { spawn, spawnSync } from 'node:child_process'
import { binOf, ensureChineseFont, ensureChromium, ensurePackages, NODE, ROOT, tell } from './machine.mjs'

ensurePackages()
const env = { ...process.env, CHROMIUM_PATH: ensureChromium() }
ensureChineseFont()
tell('正在构建扩展 / building the extension …')
for (const args of [['prepare'], ['build', '--mode', 'test']]) {
  const { status } = spawnSync(NODE, [binOf('wxt'), ...args], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 2] })
  if (status !== 0) throw new Error('构建失败 / the build failed')
}
const tour = spawn(NODE, ['test/tour/main.ts', ...process.argv.slice(2)], { cwd: ROOT, env, stdio: 'inherit' })
// Ctrl+C reaches the tour too; this waits until it has ended everything it started.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => tour.kill('SIGTERM'))
tour.on('exit', (code) => (process.exitCode = code ?? 1))
