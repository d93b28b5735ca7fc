import { decodeEntities } from './entities.ts'
import { messagesOf, sendsOn, titleByScript, unescaped } from './sends-on.ts'

/** What an HTML answer says, read without a DOM (a service worker has none). */
export interface HtmlFacts {
  title: string
  /** `keywords` and `description`. */
  summary: string
  /** Visible text outside links, one line a block, spaces collapsed. */
  lines: string[]
  /** All visible text with that of links, spaces collapsed. */
  text: string
  /** Text of inline scripts, at most 20,000 characters. */
  script: string
  /** Scripts of any kind, inline or loaded. */
  scripts: number
  /** Where the page sends its visitor by itself (sends-on.ts). */
  sendsTo: string | null
  /** `<base href>`, by which that is read; '' or absent where there is none. */
  base?: string
  asksPassword: boolean
  html: string
}

const BLOCK = /<\/?(?:p|div|br|li|ul|ol|dl|dd|dt|tr|td|th|table|h[1-6]|section|article|header|footer|nav|main|form|option|select|center|pre|hr|body|title)\b[^<>]*>/gi

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

/** A page that shows fewer characters is read for what its scripts say. */
const BOXES = 60

/** Link texts stand between these while tags are taken out. */
const OPEN = '\ue000'
const CLOSE = '\ue001'

/** Letters of a word set apart: 您 访 问 的 页 面 不 存 在. */
const APART = /(?<![\u4e00-\u9fa5])(?:[\u4e00-\u9fa5] ){3,30}[\u4e00-\u9fa5](?![\u4e00-\u9fa5])/g

function spaced(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b]+/g, ' ').trim().replace(APART, (word) => word.replace(/ /g, ''))
}

/** Text without tags, blocks as lines, links marked. */
function marked(html: string): string {
  return decodeEntities(html
    .replace(/<a\b[^<>]*?\shref\b[^<>]*>/gi, OPEN)
    .replace(/<\/a\s*>/gi, CLOSE)
    .replace(BLOCK, '\n')
    .replace(/<[^<>]*(?:>|$)/g, ''))
}

/** What stands between the first `<name …>` and its end; '' where it has none. */
function between(html: string, name: string): string {
  const open = new RegExp(`<${name}\\b[^<>]*>`, 'i').exec(html)
  if (!open) return ''
  const from = open.index + open[0].length
  const end = html.slice(from).search(new RegExp(`</${name}\\b`, 'i'))
  return end < 0 ? '' : html.slice(from, from + end)
}

/**
 * Reads a page's text as `HtmlFacts`. Tolerates any text, also one cut off in the middle.
 * No pattern looks past the next `<`, so that a page made to be slow to read is not.
 */
export function readHtml(html: string): HtmlFacts {
  const scripts: string[] = []
  const bare = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<script\b[^<>]*>([\s\S]*?)(?:<\/script\s*>|$)/gi, (_, code: string) => {
      scripts.push(code)
      return ' '
    })
    .replace(/<(style|template|noscript|svg|textarea)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
  const metas = bare.slice(0, 16_384).match(/<meta\b[^<>]*>/gi) ?? []
  const head = between(bare, 'head')
  const body = marked(bare.replace(head, '').replace(/<title\b[^<>]*>[^<]*<\/title\s*>/gi, ''))
  const shown = spaced(body.replace(/[\ue000\ue001]/g, ''))
  const script = unescaped(scripts.join('\n').slice(0, 20_000))
  // a page that shows next to nothing speaks in message boxes
  const said = shown.length < BOXES ? messagesOf(script).map((one) => spaced(decodeEntities(one))).filter(Boolean) : []
  const text = [shown, ...said].filter(Boolean).join(' ')
  return {
    title: spaced(decodeEntities(between(bare, 'title').slice(0, 1000).replace(/<[^<>]*>/g, '') || titleByScript(script))).slice(0, 300),
    summary: metas.filter((meta) => /\sname\s*=\s*["']?(?:keywords|description)/i.test(meta)).map((meta) => attribute(meta, 'content')).join(' ').slice(0, 2000),
    lines: body.replace(/\ue000[^\ue000\ue001]*\ue001/g, ' ').replace(/[\ue000\ue001]/g, '').split('\n').map(spaced).filter(Boolean).concat(said),
    text,
    script,
    scripts: scripts.length,
    sendsTo: sendsOn({
      refreshes: metas.filter((meta) => /http-equiv\s*=\s*["']?refresh/i.test(meta)).map((meta) => attribute(meta, 'content')),
      script,
      onload: attribute(/<body\b[^<>]*>/i.exec(bare)?.[0] ?? '', 'onload'),
      bare,
      shown: shown.length,
    }),
    base: attribute(/<base\b[^<>]*\shref[^<>]*>/i.exec(bare.slice(0, 16_384))?.[0] ?? '', 'href'),
    asksPassword: /<input\b[^<>]*type\s*=\s*["']?password/i.test(bare),
    html,
  }
}

/** Characters of the text that are no spaces. */
export function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.replace(/\s/g, '').length, 0)
}

/** True when the page has a place of this name: `id` of any element or `name` of an `<a>` or `<map>`. */
export function hasPlace(html: string, fragment: string): boolean {
  const bare = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<script\b[^<>]*>[\s\S]*?(?:<\/script\s*>|$)/gi, ' ')
  for (const [, tag = '', attributes = ''] of bare.matchAll(/<([a-z][\w:-]*)((?:\s[^<>]*)?)>/gi)) {
    for (const [, name = '', double, single, none] of attributes.matchAll(/\s(id|name)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s<>"']+))/gi)) {
      if (name.toLowerCase() === 'name' && !/^(?:a|map)$/i.test(tag)) continue
      if (decodeEntities(double ?? single ?? none ?? '') === fragment) return true
    }
  }
  return false
}
