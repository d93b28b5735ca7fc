/** Where a page sends its visitor by itself: `<meta refresh>`, a script that runs without being asked, or one frame that is all there is. */

/** Seconds after which a `<meta refresh>` is no redirect but a page that renews itself. */
const SOON = 10
/** A page that shows more than so many characters is read for itself; what its scripts may do is not followed. */
const LITTLE = 200

/** `location.href = '…'`, `location.replace('…')`, `window.open('…', '_self')`. */
const GOES = /(?:\blocation\s*(?:(?:\.\s*href|\[\s*["']href["']\s*\])\s*)?(?:=(?!=)|\.\s*(?:replace|assign)\s*\()|\bwindow\s*\.\s*navigate\s*\(|\bopen\s*\((?=[^)]{0,300}["']_(?:self|top|parent)["']))\s*["'`]([^"'`\s$]+)["'`]/g
/** What is asked before a visitor is sent to the phone's version, out of a frame, to https or to a page for old browsers. */
const DEPENDS = /userAgent|mobile|iphone|android|MicroMessenger|screen\s*\.\s*width|innerWidth|referrer|protocol|msie|activex|documentMode|\btop\s*!=|self\s*!=|confirm\s*\(|parent\s*!=|language/i
/** A function that waits for a person's click or for an event that may never come. */
const WAITS = /(?:on(?!load|ready)\w+\s*=|\.\s*(?:on|one|bind|live|delegate)\s*\([^()]*|\.\s*(?:click|submit|change|keyup|keydown)\s*\(|addEventListener\s*\(\s*["'](?!load|DOMContentLoaded)\w+["']\s*,|(?:success|error|callback|then|catch|done|fail)\s*[:(])\s*(?:async\s*)?$/
/** How much of a script before a redirect tells on what it depends. */
const BEFORE = 300

/** The head of each block (`function go()`, `if (…)`) that the place stands in, innermost first. */
function headsOf(script: string, place: number): string[] {
  const heads: string[] = []
  let depth = 0
  for (let at = place - 1; at >= 0 && heads.length < 6; at--) {
    if (script[at] === '}') depth++
    else if (script[at] === '{' && depth-- === 0) {
      depth = 0
      heads.push(script.slice(Math.max(0, at - BEFORE), at))
    }
  }
  return heads
}

/** True where the script comes to this place by itself. */
function runs(script: string, place: number, called: string): boolean {
  if (DEPENDS.test(script.slice(Math.max(0, place - BEFORE), place).split('\n').slice(-2).join(' '))) return false
  return headsOf(script, place).every((head) => {
    const named = /function\s+([\w$]+)\s*\([^()]*\)\s*$|([\w$]+)\s*=\s*(?:async\s*)?(?:function\s*)?\([^()]*\)\s*(?:=>)?\s*$/.exec(head)
    const name = named?.[1] ?? named?.[2]
    if (name !== undefined && name !== 'onload' && name !== 'onreadystatechange') {
      const uses = called.split(new RegExp(`\\b${name.replace(/\$/g, '\\$')}\\s*(?:\\(|["',)])`)).length - 1
      return uses > (named?.[1] === undefined ? 0 : 1)
    }
    const anonymous = /(?:function\s*\([^()]*\)|\([^()]*\)\s*=>|[\w$]+\s*=>)\s*$/.exec(head)
    if (anonymous) return !WAITS.test(head.slice(0, anonymous.index))
    return !DEPENDS.test(head.slice(-120))
  })
}

/** `var home = '/'`: what a redirect may name instead of writing it. */
const NAMED = /\b(?:var|let|const)\s+([\w$]+)\s*=\s*(["'][^"'\s]+["'])\s*[;,\n]/g

/** The page's own host, as scripts write it before a path. */
const OWN_HOST = /(?:\blocation\s*\.\s*origin|\blocation\s*\.\s*protocol\s*\+\s*["']\/\/["']\s*\+\s*(?:window\s*\.\s*)?location\s*\.\s*host(?:name)?)\s*\+\s*/g

/** The script with such names written out where a redirect uses them. */
function spelledOut(written: string): string {
  const script = written.replace(OWN_HOST, '').replace(/\bwindow\s*\.\s*(?=["'])/g, '')
  const names = new Map([...script.matchAll(NAMED)].map(([, name = '', value = '']) => [name, value]))
  if (names.size === 0) return script
  return script.replace(/(\blocation\s*(?:\.\s*href\s*)?(?:=(?!=)|\.\s*(?:replace|assign)\s*\()\s*)([\w$]+)(?=\s*[;)}\n]|\s*$)/g, (all, before: string, name: string) => (names.has(name) ? before + names.get(name) : all))
}

function byScript(script: string, called: string): string | null {
  GOES.lastIndex = 0
  for (let found = GOES.exec(script); found; found = GOES.exec(script)) if (runs(script, found.index, called)) return found[1] ?? null
  return null
}

/** `5; url=/index.html` of a `<meta refresh>` or of the header `Refresh`. */
export function refreshTarget(content: string): string | null {
  const [, seconds, url] = /^\s*(\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content) ?? []
  return url && Number(seconds) <= SOON ? url.trim() : null
}

/** The one frame of a page that is nothing else; not one that is made too small to see. */
function onlyFrame(html: string): string | null {
  const frames = html.match(/<i?frame\b[^<>]*>/gi) ?? []
  const [first] = frames
  if (frames.length !== 1 || !first || /display\s*:\s*none|(?:width|height)\s*[=:]\s*["']?[01](?:px)?\b/i.test(first)) return null
  return /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(first)?.slice(1).find((one) => one !== undefined) ?? null
}

export interface Sending {
  /** `content` of each `<meta http-equiv=refresh>` outside comments and `<noscript>`. */
  refreshes: readonly string[]
  /** Inline scripts. */
  script: string
  /** Attribute `onload` of the body. */
  onload: string
  /** Page without comments, scripts and what shows nothing. */
  bare: string
  /** Characters that the page shows. */
  shown: number
}

/** The address as written, or null where the visitor stays. */
export function sendsOn({ refreshes, script, onload, bare, shown }: Sending): string | null {
  for (const content of refreshes) {
    const target = refreshTarget(content)
    if (target !== null) return target
  }
  if (shown >= LITTLE) return null
  const all = spelledOut(`${script}\n${onload}`)
  return byScript(all, all) ?? (shown < LITTLE / 4 ? onlyFrame(bare) : null)
}

/** `alert('…')`, `layer.msg('…')`, `document.write('…')`. */
const SAYS = /\b(?:alert|layer\s*\.\s*(?:msg|alert)|confirm|document\s*\.\s*write(?:ln)?)\s*\(\s*(["'])((?:(?!\1).){2,200})\1/g

/**
 * What a page says by itself in message boxes of its script, where it shows next to nothing besides.
 * What waits in a handler (`error: function () { alert('页面不存在') }`) is not said yet.
 */
export function messagesOf(script: string): string[] {
  const said = [...script.matchAll(SAYS)].slice(0, 20).filter(({ index }) => runs(script, index, script)).slice(0, 5)
  return said.map(([, , words]) => (words ?? '').replace(/<[^<>]*>/g, ' ').replace(/\\[nr]/g, ' '))
}

/** The name that a script gives its page; '' where it gives none. */
export function titleByScript(script: string): string {
  const given = /\bdocument\s*\.\s*title\s*=\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')/.exec(script)
  return given?.[1] ?? given?.[2] ?? ''
}

/** A script with the letters written out that it hides as `\\u9875` or `%u9875`; the signs of the language itself stay hidden. */
export function unescaped(script: string): string {
  return script.replace(/(?:\\u|%u)([0-9a-f]{4})/gi, (hidden, code: string) => (Number.parseInt(code, 16) > 0x7f ? String.fromCharCode(Number.parseInt(code, 16)) : hidden))
}
