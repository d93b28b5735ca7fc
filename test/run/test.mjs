// `npm test`: installs what is missing, runs everything, closes with one line of counts.
import { spawnSync } from 'node:child_process'
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
const run = (args) => spawnSync(NODE, args, { cwd: ROOT, env, stdio: ['ignore', 2, 2] }).status === 0

function step(name, args) {
  tell(`\n— ${name}`)
  const passed = run(args)
  counts[passed ? 'passed' : 'failed'] += 1
  return passed
}

/** Vitest's own count of a set of its projects; a run that says nothing has failed. */
function suite(name, projects) {
  tell(`\n— ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'duwang-test-'))
  const file = join(folder, 'result.json')
  const passed = run([
    binOf('vitest'), 'run', '--config', 'test/vitest.config.ts', ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default', '--reporter=json', `--outputFile.json=${file}`,
  ])
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

step('Node 24', ['-e', "process.exit(process.versions.node.startsWith('24.') ? 0 : 1)"])
step('wxt prepare', [binOf('wxt'), 'prepare'])
step('types', [binOf('typescript', 'tsc'), '--noEmit'])
step('lint', [binOf('oxlint')])
suite('unit, component', ['unit', 'unit-kept', 'component'])
const built = ['chrome', 'firefox'].flatMap((browser) => [
  step(`build: ${browser}`, [binOf('wxt'), 'build', '-b', browser]),
  step(`build with all hosts granted: ${browser}`, [binOf('wxt'), 'build', '-b', browser, '--mode', 'test']),
])
const legacy = step('build legacy', [binOf('wxt'), 'build', '-b', 'chrome', '--mv2', '--mode', 'legacy'])
if (built.every(Boolean) && legacy) suite('real browsers', ['browser'])

process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1
