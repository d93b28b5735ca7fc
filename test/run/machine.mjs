// Finds what the commands need and installs what is missing. Runs before anything is installed: no dependencies, Node 20 is enough.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const windows = process.platform === 'win32'
const root = process.platform === 'linux' && process.getuid?.() === 0

/** The pinned Node 24 of `devDependencies`, once installed. */
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** Says something to the person; results go to standard output, all talk to standard error. */
export const tell = (words) => process.stderr.write(`${words}\n`)

/**
 * Installs the npm packages of the lock file unless they are there already. Not by `npm ci`: it refuses a lock file
 * that lacks optional packages for other platforms, and some registries do not carry those.
 */
export function ensurePackages() {
  const [lock, done] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) => join(ROOT, name))
  if (existsSync(NODE) && existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return
  tell('正在安装依赖 / installing packages …')
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: windows })
  if (npm.status !== 0) throw new Error('安装依赖失败，请检查网络或 npm 镜像后重试 / npm install failed; check the network or the npm registry and try again')
}

/** Path of a command of a package, to be run by `NODE`. */
export function binOf(name, command = name) {
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'))
  return join(ROOT, 'node_modules', name, typeof bin === 'string' ? bin : bin[command])
}

/** A Chromium: CHROMIUM_PATH, the PATH, the usual places, else apt as root on Debian, else Playwright's own download. */
export function ensureChromium() {
  const found = process.env.CHROMIUM_PATH || onPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']) || usual(CHROMES)
  if (found) return found
  if (apt(['chromium'])) return onPath(['chromium'])
  tell('没有找到浏览器，改用 Playwright 下载 Chromium / no browser found, downloading Chromium with Playwright …')
  const got = spawnSync(NODE, [binOf('playwright-core'), 'install', 'chromium'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (got.status === 0) {
    const path = execFileSync(NODE, ['-e', "console.log(require('playwright-core').chromium.executablePath())"], { cwd: ROOT, encoding: 'utf8' }).trim()
    if (existsSync(path)) return path
  }
  throw new Error('没有浏览器：请安装 Chrome、Edge 或 Chromium，或用 CHROMIUM_PATH 指出它在哪里 / no browser: install Chrome, Edge or Chromium, or set CHROMIUM_PATH')
}

/** Firefox ESR, or null with a sentence that says how to get it. */
export function ensureFirefox() {
  const found = process.env.FIREFOX_PATH || onPath(['firefox-esr', 'firefox']) || usual(FIREFOXES)
  if (found || apt(['firefox-esr'])) return found || onPath(['firefox-esr'])
  tell('没有 Firefox，相关测试会跳过；安装：apt-get install firefox-esr，或用 FIREFOX_PATH 指出 / no Firefox: its tests are skipped; apt-get install firefox-esr or set FIREFOX_PATH')
  return null
}

/** A font with Chinese characters, for pictures that are looked at. */
export function ensureChineseFont() {
  if (process.platform !== 'linux') return true
  if (hasChineseFont() || (apt(['fonts-noto-cjk']) && hasChineseFont())) return true
  tell('没有中文字体，截图里的字会是方框；安装：apt-get install fonts-noto-cjk / no Chinese font: apt-get install fonts-noto-cjk')
  return false
}

/** LibreOffice with its tables and its texts, a reader that did not write what it reads; or null with a sentence. */
export function ensureLibreOffice() {
  const found = onPath(['soffice', 'libreoffice'])
  const whole = found && ['scalc', 'swriter'].every((part) => existsSync(join(dirname(realpathSync(found)), part)))
  if ((whole && onPath(['pdftotext'])) || apt(['libreoffice-calc', 'libreoffice-writer', 'poppler-utils'])) return found || onPath(['soffice', 'libreoffice'])
  tell('没有 LibreOffice，用它打开清单的测试会跳过；安装：apt-get install libreoffice-calc libreoffice-writer poppler-utils / no LibreOffice: tests that open lists with it are skipped')
  return null
}

const CHROMES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
]
const FIREFOXES = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe']

function usual(paths) {
  return paths.find((path) => existsSync(path)) ?? null
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of names) {
    const path = folders.map((folder) => join(folder, windows ? `${name}.exe` : name)).find((path) => existsSync(path))
    if (path) return path
  }
  return null
}

function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return list.status === 0 && list.stdout.trim() !== ''
}

let updated = false

/** Installs Debian packages, where that can be done without asking. */
function apt(packages) {
  if (!root || !existsSync('/usr/bin/apt-get')) return false
  tell(`正在安装 / installing ${packages.join(' ')} (apt-get) …`)
  const run = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  updated ||= run(['update', '-q'])
  return run(['install', '-y', '-q', '--no-install-recommends', ...packages])
}
