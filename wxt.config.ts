import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { manifestOf } from './utils/browser/manifest.ts'
import { OCR_FILES } from './utils/ocr/files.ts'

const own = (name: string) => new URL(`utils/browser/${name}`, import.meta.url).pathname

/** The worker that reads pictures would be packed even where nothing starts it. */
const withoutPictures = {
  name: 'without-pictures',
  enforce: 'pre' as const,
  load: (id: string) => (id.endsWith('/workshop/pictures.ts') ? 'export const startPictures = () => null' : null),
}

/** Scripts that go into pages have a small door to the extension API instead of webextension-polyfill. */
const smallDoor = {
  name: 'small-door',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === 'wxt/browser' || id === '@wxt-dev/webextension-polyfill/browser' ? own('page-door.ts') : null),
}

/** A page of ours is drawn as soon as its style is there; asked for after the programs, it would come after them. */
const styleFirst = {
  name: 'style-first',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) => {
      const styles = html.match(/^\s*<link rel="stylesheet"[^>]*>\n/gm) ?? []
      return styles.reduce((page, style) => page.replace(style, ''), html).replace(/^\s*<script\b/m, (script) => styles.join('') + script)
    },
  },
}

interface Chunk {
  facadeModuleId?: string | null
  imports?: string[]
  dynamicImports?: string[]
}

/** The program of the popup comes after its frame was drawn (entrypoints/popup/start.ts), and is fetched meanwhile. */
const programAhead = {
  name: 'program-ahead',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string, { bundle }: { bundle?: object }) => {
      const chunks = (bundle ?? {}) as Record<string, Chunk>
      const program = Object.keys(chunks).find((name) => chunks[name]?.facadeModuleId?.endsWith('/popup/main.tsx'))
      const starts = Object.keys(chunks).some((name) => html.includes(`src="/${name}"`) && program && chunks[name]?.dynamicImports?.includes(program))
      if (!program || !starts) return html
      const wanted = [program, ...(chunks[program]?.imports ?? [])].filter((name) => !html.includes(`"/${name}"`))
      const links = wanted.map((name) => `    <link rel="modulepreload" crossorigin href="/${name}">\n`)
      return html.replace(/^\s*<\/head>/m, (end) => links.join('') + end)
    },
  },
}

/**
 * Three builds (README, 浏览器): `chrome` (MV3), `firefox`, `legacy` (MV2-era Chromium).
 * Mode `test` grants all hosts in the manifest, because a permission prompt cannot be clicked in a headless browser.
 */
export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: manifestOf,
  hooks: {
    // Where MV2 lives on there is no side panel.
    'entrypoints:resolved': ({ config }, entrypoints) => {
      if (config.mode === 'legacy') entrypoints.splice(0, entrypoints.length, ...entrypoints.filter(({ type }) => type !== 'sidepanel'))
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script')) config.plugins?.push(smallDoor)
    },
    // Program and model that read pictures come from their packages at build time; `legacy` leaves them out (README, 浏览器).
    'build:publicAssets': ({ config }, files) => {
      if (config.mode !== 'legacy') files.push(...OCR_FILES.map(({ from, to }) => ({ absoluteSrc: `${config.root}/node_modules/${from}`, relativeDest: to })))
    },
  },
  vite: ({ mode, browser }) => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), styleFirst, programAhead, ...(mode === 'legacy' ? [withoutPictures] : [])],
    // A content script lives as long as we say, not as any page says.
    resolve: { alias: { 'wxt/utils/content-script-context': own('lifetime.ts') } },
    // In Chromium only a page's element can have the name `browser`, and the polyfill must not take it for the API.
    ...(browser === 'firefox' ? {} : { define: { 'globalThis.browser': 'undefined' } }),
    // 统信 and 360 desktops still run Chromium 86, 奇安信 102; everybody else has 103 or newer.
    build: { target: mode === 'legacy' ? 'chrome86' : 'chrome103', sourcemap: false },
  }),
  zip: { includeSources: ['entrypoints/**', 'components/**', 'utils/**', 'assets/**', 'package.json', 'package-lock.json', '*.ts', 'README.md'] },
})
