import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const LEGACY = '.output/chrome-mv2-legacy'

/**
 * The `legacy` build as an old browser would run it. Chromium 156 loads no MV2 extension any more, so a copy of the build, bundle for
 * bundle, gets a manifest of MV3, a hidden page as background (which is what MV2 has), and before each bundle the few names of MV2.
 * What came after Chromium 86, and WebAssembly, is taken away there too; `offscreen`, `sidePanel` and `webRequest` are not granted.
 * @returns the folder, from the project's root
 */
export function oldBrowserBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duwang-old-'))
  cpSync(LEGACY, folder, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>
  const before = `(${takeAway.toString()})();(${asBefore.toString()})(${JSON.stringify(manifest)});\n`
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path)
    if (path.endsWith('.js') && statSync(file).isFile()) writeFileSync(file, before + readFileSync(file, 'utf8'))
  }
  const { browser_action: action, permissions = [], optional_permissions: _, commands, content_security_policy: policy, background: __, ...rest } = manifest
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({
    ...rest,
    manifest_version: 3,
    minimum_chrome_version: '116',
    action,
    permissions: [...(permissions as string[]).filter((name) => !/[:/]|webRequest/.test(name)), 'scripting', 'pageCapture'],
    host_permissions: ['<all_urls>'],
    commands: Object.fromEntries(Object.entries(commands as object).map(([name, command]) => [name.replace('browser_action', 'action'), command])),
    content_security_policy: { extension_pages: policy },
    background: { service_worker: 'host.js' },
  }))
  writeFileSync(join(folder, 'background.html'), '<!doctype html><meta charset="utf-8"><title>background</title><body><script src="background.js"></script></body>')
  writeFileSync(join(folder, 'nothing.js'), '')
  writeFileSync(join(folder, 'host.js'), `(${host.toString()})()`)
  return relative(process.cwd(), folder)
}

/** Runs in place of the background worker: opens the page that is the background. */
function host(): void {
  type Host = typeof chrome & { runtime: { onInstalled: { addListener: (f: () => void) => void } }; scripting: { registerContentScripts: (scripts: object[]) => Promise<void> } }
  const { runtime, tabs, scripting } = chrome as Host
  runtime.onInstalled.addListener(() => {
    // The kit waits for a script that is registered; legacy has none.
    void scripting.registerContentScripts([{ id: 'nothing', js: ['nothing.js'], matches: ['*://nothing.invalid/*'] }])
    void tabs.create({ url: 'background.html', active: false } as { url: string })
  })
}

/** Runs before every bundle, in every context of ours. */
function takeAway(): void {
  const gone: [object | undefined, string[]][] = [
    [globalThis, ['WebAssembly', 'Highlight', 'structuredClone', 'reportError', 'Iterator']],
    [globalThis.CSS, ['highlights']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Array, ['fromAsync']],
    [Promise, ['withResolvers', 'try']],
    [URL, ['canParse', 'parse']],
    [AbortSignal, ['timeout', 'any']],
    [AbortSignal.prototype, ['throwIfAborted']],
    [Crypto.prototype, ['randomUUID']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [Object.getPrototypeOf(Uint8Array.prototype) as object, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Uint8Array.prototype, ['toBase64', 'toHex']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    // In our own pages it is what tests look with.
    [location.protocol === 'chrome-extension:' ? undefined : Element.prototype, ['checkVisibility']],
    [Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object, ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find']],
  ]
  for (const [from, names] of gone) for (const name of names) if (from) delete (from as Record<string, unknown>)[name]
}

/** Runs after it: names of MV2 in the words of MV3. */
function asBefore(manifest: object): void {
  interface Api {
    runtime?: { getManifest: () => object; onInstalled?: { addListener: (f: (why: { reason: string }) => void) => void } }
    action?: object
    browserAction?: object
    scripting?: { executeScript: (what: object, done?: () => void) => void; insertCSS: (what: object, done?: () => void) => void }
    tabs?: Record<string, unknown>
  }
  const api = (globalThis as unknown as { chrome?: Api }).chrome
  if (!api?.runtime || api.runtime.getManifest() === manifest) return
  api.runtime.getManifest = () => manifest
  const { scripting, tabs } = api
  if (!scripting || !tabs) return
  api.browserAction = api.action
  tabs['executeScript'] = (tabId: number, { file }: { file: string }, done: () => void) => scripting.executeScript({ target: { tabId }, files: [file] }, done)
  tabs['insertCSS'] = (tabId: number, { file }: { file: string }, done: () => void) => scripting.insertCSS({ target: { tabId }, files: [file] }, done)
  for (const name of ['action', 'scripting'] as const) delete api[name]
  // The page comes after the event.
  if (api.runtime.onInstalled && location.pathname === '/background.html') api.runtime.onInstalled.addListener = (told) => setTimeout(told, 0, { reason: 'install' })
}
