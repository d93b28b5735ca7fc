import { describe, expect, test } from 'vitest'
import { importsOf, linesWith, sourcesOf, withoutComments, type Import, type Source } from './source.ts'
import { TOO_NEW } from './too-new.ts'

/**
 * Who may import whom: files and folders of ours, and packages; its own room each may. `type …` may be imported as a type only.
 * Upwards there is no way: what stands lower knows nothing of what uses it.
 */
const WALLS: Record<string, string[]> = {
  'utils/types': [],
  'utils/zip': ['fflate'],
  'utils/reading': ['utils/types'],
  'utils/wording': ['utils/types', 'valibot', 'papaparse'],
  'utils/links': ['utils/types'],
  'utils/lists': ['utils/types', 'utils/zip', 'assets/locales', 'assets/documents', 'docx', 'fflate', 'hucre/xlsx'],
  'utils/ocr': ['utils/types', 'tesseract.js'],
  'utils/marks': ['utils/types'],
  'utils/drawing': ['utils/types'],
  'utils/roster': ['utils/types', 'utils/zip', 'assets/locales', 'assets/roster-example.json', 'fflate', 'hucre/xlsx', 'papaparse'],
  'utils/checks': ['utils/types', 'utils/wording', 'utils/links', 'type utils/roster', 'assets/indicators.json', 'chinese-days'],
  'utils/ledger': ['utils/types', 'utils/lists', 'utils/address.ts', 'utils/errors.ts', 'dexie', 'chinese-days/dist/chinese-days.json', 'fflate', 'valibot'],
  'utils/team': ['utils/types', 'utils/lists', 'utils/ledger', 'utils/links/private-address.ts', 'utils/address.ts', 'utils/errors.ts', 'dexie', 'fflate', 'valibot'],
  'utils/browser': [
    'utils/types', 'utils/address.ts', 'utils/errors.ts', 'type utils/messages.ts', 'type utils/links', 'wxt/browser', 'type wxt', 'type webextension-polyfill',
  ],
  // Use cases put the rooms together; they draw nothing.
  'utils/app': ['utils', 'assets/packs', 'assets/model', 'assets/indicators.json', 'ulid', 'valibot'],
  utils: ['type utils/types'],
  components: ['utils/types', 'utils/drawing', 'utils/locale.ts', 'preact', 'preact/hooks', 'chartist'],
  entrypoints: ['components', 'utils', 'assets', 'preact', 'preact/hooks', 'wxt/utils/define-background', 'wxt/utils/define-content-script', 'wxt/utils/define-unlisted-script'],
}

const product = sourcesOf('entrypoints', 'components', 'utils')
const all = [...product, ...sourcesOf('test')]

describe('walls', () => {
  test.each(Object.entries(WALLS))('%s imports only what it may', (room, allowed) => {
    expect(product.filter(({ path }) => roomOf(path) === room).flatMap((source) => strays(source, room, allowed))).toEqual([])
  })

  test('every room has its walls', () => {
    expect(product.map(({ path }) => roomOf(path)).filter((room) => !(room in WALLS))).toEqual([])
  })

  test('an entry point takes nothing of another but its texts', () => {
    const entryOf = (path: string) => path.split('/').slice(0, 2).join('/')
    const taken = product
      .filter(({ path }) => roomOf(path) === 'entrypoints')
      .flatMap((source) => importsOf(source).filter(({ to }) => roomOf(to) === 'entrypoints' && entryOf(to) !== entryOf(source.path)))
    expect(taken.filter(({ to }) => !to.endsWith('/texts.ts'))).toEqual([])
  })

  test('only utils/browser speaks to the browser', () => {
    const others = product.filter(({ path }) => !path.startsWith('utils/browser/'))
    expect(linesWith(others, /\b(?:chrome|browser)\.(?:runtime|tabs|storage|permissions|scripting|action|i18n|contextMenus|commands|webRequest|windows)\b/)).toEqual([])
  })

  test('a stray import is seen', () => {
    const text = "import { a } from '../ledger/db.ts'\nimport type { B } from '../types/day.ts'\nimport {\n  c,\n} from 'dexie'\nconst d = await import('../links/site.ts')\n"
    expect(strays({ path: 'utils/reading/x.ts', text }, 'utils/reading', WALLS['utils/reading']!)).toEqual([
      'utils/reading/x.ts → utils/ledger/db.ts',
      'utils/reading/x.ts → dexie',
      'utils/reading/x.ts → utils/links/site.ts',
    ])
    expect(strays({ path: 'utils/checks/x.ts', text: "import { a } from '../roster/match.ts'" }, 'utils/checks', WALLS['utils/checks']!)).toHaveLength(1)
  })
})

describe('size', () => {
  test('no file has more than 300 lines', () => {
    expect(all.map(({ path, text }) => [lineCount(text), path] as const).filter(([lines]) => lines > 300)).toEqual([])
  })

  test('half of all files have fewer than 80 lines', () => {
    const lines = all.map(({ text }) => lineCount(text)).sort((a, b) => a - b)
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(80)
  })
})

describe('what no file says', () => {
  test('nothing of a page becomes markup or program', () => {
    const markup = /\b(?:innerHTML|outerHTML|dangerouslySetInnerHTML)\b|\.insertAdjacentHTML\(|\bdocument\.write|\beval\(|\bnew Function\(/
    expect(linesWith(product, markup)).toEqual([])
  })

  test('no notification of the browser: words of a page would stand outside of it', () => {
    expect(linesWith(product, /\bnew Notification\(|\bnotifications\b|\bshowNotification\b/)).toEqual([])
  })

  test('no any', () => {
    expect(linesWith(all, /(?::|\bas|<|,|\|)\s*any\b(?:\[\])?\s*[;,)=>|{\]]|(?::|\bas)\s+any$/)).toEqual([])
  })

  test('no interface text outside assets/locales', () => {
    expect(linesWith(sourcesOf('components', 'entrypoints'), /\p{Script=Han}/u)).toEqual([])
  })

  test('comments are told from program', () => {
    expect(withoutComments("const a = 'http://x/' // 一\n/* 二 */ const b = '三'")).toBe("const a = 'http://x/'     \n        const b = '三'")
  })
})

/** 统信 and 360 desktops run Chromium 86: what came later needs a fallback of ours. */
describe('nothing newer than Chromium 86', () => {
  test.each(TOO_NEW)('$name (Chromium $since)', ({ pattern, example, but = /^\b$/ }) => {
    expect(pattern.test(example)).toBe(true)
    expect(linesWith(product, pattern).filter((line) => !but.test(line))).toEqual([])
  })

  test('the table holds only what is too new', () => {
    expect(TOO_NEW.filter(({ since }) => since <= 86)).toEqual([])
  })
})

/** `utils/reading`, `utils` for the files right in it, `components`, `entrypoints`. */
function roomOf(path: string): string {
  const [top = '', folder, file] = path.split('/')
  return top === 'utils' && file !== undefined ? `${top}/${folder}` : top
}

function strays(source: Source, room: string, allowed: readonly string[]): string[] {
  const may = ({ to, isType }: Import) =>
    roomOf(to) === room || allowed.some((one) => (one.startsWith('type ') ? isType && within(to, one.slice(5)) : within(to, one)))
  return importsOf(source).filter((one) => !may(one)).map(({ to }) => `${source.path} → ${to}`)
}

function within(to: string, place: string): boolean {
  return to === place || to.startsWith(`${place}/`)
}

function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length
}
