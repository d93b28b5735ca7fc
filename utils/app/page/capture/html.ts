/** What has no words of the page in it, or would run or load something where the HTML is looked at. */
const DROPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'LINK', 'META', 'BASE', 'OBJECT', 'EMBED', 'APPLET', 'DUWANG-LAYER', 'DUWANG-CAPTURE'])
const VOID = new Set(['AREA', 'BR', 'COL', 'HR', 'IMG', 'INPUT', 'SOURCE', 'TRACK', 'WBR'])
/** What a person has typed or chosen is not the page's. */
const TYPED = new Set(['value', 'checked', 'selected'])
/** What lets somebody in is not the page's either, in attributes and in addresses. */
const KEY = '[\\w.-]*(?:token|csrf|sess(?:ion)?id|secret|passw|ticket|api-?key)[\\w.-]*'
const KEY_NAME = new RegExp(`^${KEY}$`, 'i')
const KEY_IN_ADDRESS = new RegExp(`([?&;]${KEY}=)[^&#;?]+`, 'gi')
/** A longer attribute tells nothing more. */
const LONGEST_VALUE = 500

/**
 * The HTML of an element as text that can be shown and kept: no scripts, styles, event handlers, data:, blob: or javascript: addresses,
 * no typed values, no session's keys; at most `most` bytes of UTF-8, cut between nodes, every opened tag closed. Own writing of it: a DOM can be serialized
 * only as it is.
 */
export function cleanedHtml(element: Element, most: number): string {
  const writer = new Writer(most)
  write(element, writer)
  return writer.text()
}

class Writer {
  private readonly parts: string[] = []
  private left: number
  full = false

  constructor(most: number) {
    this.left = most
  }

  /** Adds a text if it fits beside what must still follow (closing tags, the sign that something was left out). */
  add(part: string, reserve: number): boolean {
    const size = bytesOf(part)
    if (this.full || size + reserve > this.left) {
      this.full = true
      return false
    }
    this.left -= size
    this.parts.push(part)
    return true
  }

  /** Adds what room was kept for. */
  close(part: string): void {
    this.left -= bytesOf(part)
    this.parts.push(part)
  }

  text(): string {
    return this.parts.join('')
  }
}

const CUT = '…'

function write(node: Node, writer: Writer, reserve = bytesOf(CUT)): void {
  if (node.nodeType === 3) {
    const text = escaped((node.textContent ?? '').replace(/\s+/g, ' '))
    if (text !== '') addText(text, writer, reserve)
    return
  }
  if (node.nodeType !== 1) return
  const element = node as Element
  const name = element.tagName.toUpperCase()
  if (DROPPED.has(name)) return
  const tag = /^[A-Za-z][\w.-]*$/.test(element.tagName) ? element.tagName.toLowerCase() : 'span'
  const open = `<${tag}${attributesOf(element)}>`
  const closing = VOID.has(name) ? '' : `</${tag}>`
  const kept = reserve + bytesOf(closing)
  if (!writer.add(open, kept)) return
  if (closing === '') return
  for (const child of Array.from(element.childNodes)) {
    write(child, writer, kept)
    if (writer.full) break
  }
  writer.close(closing)
}

/** A long text is cut where the room ends, not left out. */
function addText(text: string, writer: Writer, reserve: number): void {
  if (writer.full || writer.add(text, reserve)) return
  writer.full = false
  for (let size = text.length >> 1; size > 0; size >>= 1) {
    // Neither half an entity nor half a character.
    const part = text.slice(0, size).replace(/&[a-z]*$|[\ud800-\udbff]$/, '')
    if (writer.add(part, reserve)) break
    writer.full = false
  }
  writer.full = true
  writer.close(CUT)
}

function attributesOf(element: Element): string {
  return Array.from(element.attributes)
    .filter(({ name, value }) => /^[a-zA-Z_][\w.:-]*$/.test(name) && !/^on/i.test(name) && !/^(?:srcdoc|style|nonce)$/i.test(name) && !TYPED.has(name.toLowerCase()) && !KEY_NAME.test(name) && !isLoaded(value))
    .map(({ name, value }) => ` ${name.toLowerCase()}="${escaped(shortened(value).replace(KEY_IN_ADDRESS, `$1${CUT}`))}"`)
    .join('')
}

function shortened(value: string): string {
  return value.length > LONGEST_VALUE ? value.slice(0, LONGEST_VALUE).replace(/[\ud800-\udbff]$/, '') + CUT : value
}

/** Addresses that carry their content, or a program, in themselves, also in a `srcset`; browsers skip blanks and control characters in them. */
function isLoaded(value: string): boolean {
  return /(?:^|,)(?:data|blob|javascript|vbscript):/i.test(value.replace(/[\p{Cc}\s]+/gu, ''))
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Bytes in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3
  }
  return bytes
}
