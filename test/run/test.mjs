// `npm test`: installs what is missing, runs everything, closes with one line of counts.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binOf, ensureChineseFont, ensureChromium, ensureFirefox, ensureLibreOffice, ensurePackages, NODE, ROOT, tell } from './machine.mjs'

ensurePackages()
const env = { ...process.env, CHROMIUM_PATH: ensureChromium() }
const firefox = ensureFirefox()
if (firefox) env.FIREFOX_PATH = firefox
const office = ensureLibreOffice()
if (office) env.SOFFICE_PATH = office
ensureChineseFont()

const counts = { passed: 0, failed: 0, skipped: 0 }

/** Runs a program; what it says comes at once, or with `later` when it is over. @returns whether it ended well */
function run(args, later = false) {
  const child = spawn(NODE, args, { cwd: ROOT, env, stdio: ['ignore', later ? 'pipe' : 2, later ? 'pipe' : 2] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece))
  return new Promise((resolve) => child.once('close', (code) => {
    process.stderr.write(Buffer.concat(said))
    resolve(code === 0)
  }))
}

async function step(name, args) {
  tell(`\n— ${name}`)
  const passed = await run(args)
  counts[passed ? 'passed' : 'failed'] += 1
  return passed
}

/** Vitest's own count of a set of its projects; a run that says nothing has failed. */
async function suite(name, projects, later = false) {
  tell(`\n— ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'duwang-test-'))
  const file = join(folder, 'result.json')
  const passed = await run([
    binOf('vitest'), 'run', '--config', 'test/vitest.config.ts', ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default', '--reporter=json', `--outputFile.json=${file}`,
  ], later)
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += numFailedTests
    counts.skipped += numPendingTests + numTodoTests
    // A file that could not even be loaded holds no failed test.
    if (!passed && numFailedTests === 0) counts.failed += Math.max(1, numFailedTestSuites)
  } catch {
    counts.failed += 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await step('Node 24', ['-e', "process.exit(process.versions.node.startsWith('24.') ? 0 : 1)"])
await step('wxt prepare', [binOf('wxt'), 'prepare'])
await step('types', [binOf('typescript', 'tsc'), '--noEmit'])
await step('lint', [binOf('oxlint')])
await suite('unit, component', ['unit', 'unit-kept', 'component'])
let built = true
for (const browser of ['chrome', 'firefox']) {
  built = (await step(`build: ${browser}`, [binOf('wxt'), 'build', '-b', browser])) && built
  built = (await step(`build with all hosts granted: ${browser}`, [binOf('wxt'), 'build', '-b', browser, '--mode', 'test'])) && built
}
built = (await step('build legacy', [binOf('wxt'), 'build', '-b', 'chrome', '--mv2', '--mode', 'legacy'])) && built
// Three take about the same time, and together they keep two processors busy: one of them alone waits much.
if (built) await Promise.all([suite('real browsers', ['browser']), suite('real browsers, what mostly waits', ['browser-waits'], true), suite('real browsers, all over the county', ['browser-county'], true)])

process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1
