import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OCR_FILES, OCR_FOLDER } from '../../utils/ocr/files.ts'

/** What was built, as it would be handed out: no code from strings or from elsewhere, the strict policy, nothing open to pages. */
const BUILDS = ['chrome-mv3', 'firefox-mv2', 'chrome-mv2-legacy'].map((build) => [build, `.output/${build}`] as const)

interface Built {
  content_security_policy: string | { extension_pages: string }
  web_accessible_resources?: unknown
  externally_connectable?: unknown
  content_scripts?: unknown
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Built
const programs = (folder: string) => globSync(`${folder}/**/*.{js,mjs}`).map((path) => ({ path, text: readFileSync(path, 'utf8').split(NEVER_REACHED).join('').split(LABELS_OF_CHARTS).join('').replace(NOT_ASKED_FOR, '') }))

/**
 * tesseract.js and its core are taken over as they come. The core, made by Emscripten, holds `eval` and `Function` that the policy forbids and that are never
 * reached; the library holds the addresses of a CDN, which our paths replace (the network log of `day.test.ts` shows that none is asked).
 */
const AS_THEY_COME = /tesseract|worker\.min\.js$/i

/** Of tesseract.js, bundled into the worker that reads pictures: where no `globalThis` is, which no browser of ours is without; the policy forbids it besides. */
const NEVER_REACHED = 'Function(`r`,`regeneratorRuntime = r`)'
/** Of tesseract.js: a worker made of a text, which `workerBlobURL: false` (utils/ocr/engine.ts) leaves out. */
const NOT_ASKED_FOR = /\[`importScripts\(\\?"\$\{\w+\}\\?"\);`\]/g
/** Of chartist: markup for a label given as a text; it gives its own labels as elements, with `textContent`, and ours are numbers and names. */
const LABELS_OF_CHARTS = 't=document.createElement(`div`);t.innerHTML=e,'

const CODE_FROM_TEXT = /(?<![\w$.])(?:eval\s*\(|new\s+Function\s*\(|Function\s*\(\s*["'`]|importScripts\s*\(|set(?:Timeout|Interval)\s*\(\s*["'`])/
const CODE_FROM_ELSEWHERE = /\bimport\s*\(\s*["'`]https?:|\bfrom\s*["']https?:|\bsrc\s*=\s*["'`]https?:\/\/[^"'`]+\.m?js|new\s+(?:Shared)?Worker\s*\(\s*["'`]https?:/

describe.each(BUILDS)('%s', (build, folder) => {
  test('is there', () => expect(existsSync(`${folder}/manifest.json`)).toBe(true))

  test('carries the recogniser of pictures with its model, but for the one for old browsers', () => {
    const files = OCR_FILES.map(({ to }) => existsSync(`${folder}/${to}`))
    expect(files).toEqual(OCR_FILES.map(() => !build.includes('legacy')))
    expect(existsSync(`${folder}/${OCR_FOLDER}`)).toBe(!build.includes('legacy'))
  })

  test('runs only its own files: no scripts from elsewhere, in the markup or made from text', () => {
    const { content_security_policy: policy } = manifestOf(folder)
    const rules = (typeof policy === 'string' ? policy : policy.extension_pages).split(';').map((rule) => rule.trim())
    const wasm = build.includes('legacy') ? "script-src 'self'" : "script-src 'self' 'wasm-unsafe-eval'"
    expect(rules).toEqual([
      wasm, "object-src 'none'", "img-src 'self' blob: data:", "font-src 'self'", "media-src 'none'", "frame-src 'self'", "base-uri 'none'", "form-action 'none'",
      ...(build === 'chrome-mv3' ? ["frame-ancestors 'none'"] : []),
    ])
  })

  test('no page of the web can load, frame or speak to any part of it', () => {
    const { web_accessible_resources: open, externally_connectable: connectable } = manifestOf(folder)
    expect(open ?? []).toEqual([])
    expect(connectable).toBeUndefined()
  })

  test('no script stands in the markup of its pages, and none handles an event there', () => {
    const found = globSync(`${folder}/**/*.html`).flatMap((path) => {
      const html = readFileSync(path, 'utf8')
      const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/g), ...html.matchAll(/\son\w+\s*=/g), ...html.matchAll(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)]
      return inline.map(([text]) => `${path} ${text}`)
    })
    expect(found).toEqual([])
  })

  test('no program is made of text, or had from elsewhere', () => {
    const ours = programs(folder).filter(({ path }) => !AS_THEY_COME.test(path))
    expect(ours.length).toBeGreaterThan(5)
    expect(ours.flatMap(({ path, text }) => [CODE_FROM_TEXT, CODE_FROM_ELSEWHERE].flatMap((pattern) => (pattern.exec(text) ? [`${basename(path)}: ${excerpt(text, pattern)}`] : [])))).toEqual([])
  })

  test('words become markup nowhere: what writes markup is the libraries’ own, on nothing of ours', () => {
    const writes = /\.(?:innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML\s*\(|document\s*\.\s*write(?:ln)?\s*\(|createContextualFragment\s*\(/g
    const found = programs(folder).filter(({ path }) => !AS_THEY_COME.test(path)).flatMap(({ path, text }) => [...text.matchAll(writes)].map(({ index }) => `${basename(path)}: ${text.slice(Math.max(0, index - 60), index + 40)}`))
    // Preact's `dangerouslySetInnerHTML`, which no component of ours uses (architecture.test.ts).
    expect(found.filter((place) => !/__html/.test(place))).toEqual([])
  })
})

function excerpt(text: string, pattern: RegExp): string {
  const at = pattern.exec(text)?.index ?? 0
  return text.slice(Math.max(0, at - 50), at + 60)
}
