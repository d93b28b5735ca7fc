import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BUILT } from './kit/flags.ts'

/** Words that only these libraries' code says. */
const MARKS: Record<string, string> = { docx: 'w:document', hucre: 'xl/worksheets/', fflate: 'invalid zip data', papaparse: 'Papa', 'tesseract.js': 'tesseract.js-core' }

/** Everything that a page of ours loads before anyone clicks: its scripts and what they import, without what is asked for later. */
function loadedBy(page: string): string {
  const html = readFileSync(join(BUILT, page), 'utf8')
  const wanted = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path]) => path!)
  const texts = new Map<string, string>()
  for (let path = wanted.pop(); path; path = wanted.pop()) {
    if (texts.has(path)) continue
    const text = readFileSync(join(BUILT, path), 'utf8')
    texts.set(path, text)
    for (const [, from] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) wanted.push(posix.join(dirname(path), from!))
  }
  return [...texts.values()].join('\n')
}

const chunks = () => readdirSync(join(BUILT, 'chunks')).map((name) => readFileSync(join(BUILT, 'chunks', name), 'utf8')).join('\n')

test.each(Object.entries(MARKS))('%s is in the build, and its mark is a mark', (_, mark) => {
  expect(chunks().includes(mark)).toBe(true)
})

test.each(Object.keys(MARKS).flatMap((library) => ['popup.html', 'content-scripts', 'background.js'].map((where) => [library, where] as const)).filter(([library, where]) => !(library === 'papaparse' && where === 'background.js')))('%s is not in %s', (library, where) => {
  const text =
    where === 'content-scripts'
      ? readdirSync(join(BUILT, where)).map((name) => readFileSync(join(BUILT, where, name), 'utf8')).join('\n')
      : where === 'popup.html' ? loadedBy(where) : readFileSync(join(BUILT, where), 'utf8')
  expect(text.length).toBeGreaterThan(1000)
  expect(text.includes(MARKS[library]!)).toBe(false)
})

test.each(['docx', 'hucre'])('%s waits in the ledger until a document is written', (library) => {
  expect(loadedBy('ledger.html').includes(MARKS[library]!)).toBe(false)
})

/** What every government page pays before anything is found, in bytes: the whole of what the browser puts into it. */
const MOST = 120_000
/** A sentence and a style of the windows, and a name that preact gives its nodes. */
const LATER = ['全部死链记成一条', '.picture-sheet', '__k']

/** What utils/browser/page-door.ts offers; types cannot tell that a page's script uses no more. */
const DOOR = ['runtime.id', 'runtime.connect', 'runtime.getURL', 'runtime.lastError', 'runtime.onMessage', 'runtime.sendMessage', 'i18n.getUILanguage']

describe.each([['.output/chrome-mv3'], ['.output/firefox-mv2']])('in every page, %s', (build) => {
  const script = readFileSync(join(build, 'content-scripts/page.js'), 'utf8')

  test(`is at most ${MOST / 1000} KB`, () => {
    const sizes = readdirSync(join(build, 'content-scripts')).map((name) => statSync(join(build, 'content-scripts', name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST)
  })

  test.each(LATER)('%s waits in the windows', (mark) => {
    expect(script).not.toContain(mark)
  })

  test('nothing is asked of the extension API but what the small door has', () => {
    const asked = [...script.matchAll(/\.(runtime|i18n|tabs|storage|scripting|permissions|commands)\.([a-z][A-Za-z]+)/g)].map(([, room, name]) => `${room}.${name}`)
    expect(new Set(asked)).toContain('runtime.sendMessage')
    expect([...new Set(asked)].filter((name) => !DOOR.includes(name))).toEqual([])
  })

  test('the windows are there to come', () => {
    const windows = readFileSync(join(build, 'page-windows.js'), 'utf8')
    expect(LATER.filter((mark) => !windows.includes(mark))).toEqual([])
    expect(script).toContain('duwangWindows')
  })
})
