import type { Page } from './page.ts'
import type { Steps } from './steps.ts'

/** Marks that are pictures painted by scripts: they show in addresses, handlers and inline scripts. */
export interface HookReading {
  hasConac: boolean
  hasJiucuo: boolean
  jiucuoSiteCode: string | null
  /** Digits of a 公安备案 that is only a picture with a link. */
  policeCode: string | null
}

const HOOK = /conac|jiucuo|zfwz(?:xx|zc|gl)|政府网站找错|beian\.(?:mps\.)?gov\.cn/i
/** 党政机关标识 of a site of its own: its script, what the script paints, or the link with the site's id; not the link to the register's search. */
const CONAC = /dcs\.conac\.cn|sitename\?method=show|_ideConac|imgConac/i
/** The national widget, its script or a link to it; an office's own 纠错 form is something else. */
const JIUCUO =
  /exposure\/(?:images\/)?jiucuo|jiucuo[\w.]{0,40}\?(?:v|site_?code)=|(?:id=|^)_jiucuo_.{0,200}\.js|jiucuo\.(?:js|png|gif|jpe?g)\b|zfwz(?:xx|zc)\.www\.gov\.cn\/check_web|zfwzgl\.www\.gov\.cn|政府网站找错/i
const SITE_CODE_IN = /site_?code["']?\s*[=:,]?\s*["']?\s*(\d{10}|bm\d{8}|N\d{9})|jiucuo\.png\?v=(\w{10})/i
const POLICE_CODE_IN = /beian\.(?:mps\.)?gov\.cn[^\s"']{0,300}[?&](?:record)?code=(\d{12,14})/i
const ATTRIBUTES: Record<string, readonly string[]> = {
  A: ['href', 'onclick', 'title'],
  IMG: ['src', 'onclick', 'title', 'alt', 'id'],
  SCRIPT: ['id', 'src', 'sitecode'],
}
const OTHERS = ['id', 'onclick']
/** Inline scripts beyond this length are libraries, not footers. */
const LONGEST_SCRIPT = 40_000

/** Looks for the marks in the page's links, pictures and scripts; comments do not count. */
export function* readHooks(page: Page): Steps<HookReading> {
  const lines: string[] = []
  let count = 0
  for (const element of page.doc.querySelectorAll('a[href],img,script,[onclick],#_ideConac')) {
    if (++count % 200 === 0) yield
    if (element.tagName === 'SCRIPT' && !element.hasAttribute('src')) {
      const code = element.textContent ?? ''
      if (code.length < LONGEST_SCRIPT && HOOK.test(code)) lines.push(...code.split('\n').filter((line) => HOOK.test(line)))
    } else {
      const line = lineOf(element)
      if (HOOK.test(line)) lines.push(line)
    }
  }
  const jiucuo = lines.filter((line) => JIUCUO.test(line))
  return {
    hasConac: lines.some((line) => CONAC.test(line)),
    hasJiucuo: jiucuo.length > 0,
    jiucuoSiteCode: firstIn(jiucuo, SITE_CODE_IN),
    policeCode: firstIn(lines, POLICE_CODE_IN),
  }
}

function lineOf(element: Element): string {
  let line = ''
  for (const name of ATTRIBUTES[element.tagName] ?? OTHERS) {
    const value = element.getAttribute(name)
    if (value !== null && !value.startsWith('data:')) line += ` ${name}=${value}`
  }
  return line.slice(1)
}

function firstIn(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const m = pattern.exec(line)
    const found = m?.[1] ?? m?.[2]
    if (found) return found
  }
  return null
}
