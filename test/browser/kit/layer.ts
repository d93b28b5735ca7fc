import type { CDPSession, Page } from 'playwright-core'
import { until } from './until.ts'

/** A node as the browser's own tools see it: they look into closed shadow roots, as a person's eyes do. */
interface Node {
  nodeId: number
  backendNodeId: number
  nodeName: string
  nodeValue: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
}

/** Our layer in a visited page: what it says, and a person's pointer on it. */
export class Layer {
  private readonly page: Page
  private readonly name: string
  private session: CDPSession | null = null

  /** @param name of our element: the windows in every page, or the layer that takes pictures */
  constructor(page: Page, name: 'DUWANG-LAYER' | 'DUWANG-CAPTURE' = 'DUWANG-LAYER') {
    this.page = page
    this.name = name
  }

  /** All words of the layer. */
  async text(): Promise<string> {
    const layer = await this.find((node) => this.isLayer(node))
    return layer ? wordsOf(layer) : ''
  }

  /** Waits until the layer's words meet a test. */
  async waitFor(test: (text: string) => boolean, timeout = 25_000): Promise<string> {
    let text = ''
    await until(async () => test((text = await this.text())), () => `the layer never said what was waited for; it says: ${text}`, timeout)
    return text
  }

  /** Clicks the n-th button that says just `words` or has them in its name, with the real pointer. */
  async click(words: string, n = 0): Promise<void> {
    await this.press(async () => (await this.all((node) => says(node, words)))[n], `button ${words}`)
  }

  /** Clicks a button of the n-th finding in the open panel. */
  async clickItem(n: number, words: string): Promise<void> {
    await this.press(async () => {
      const item = (await this.all((node) => node.nodeName === 'LI' && classOf(node) === 'finding'))[n]
      return item && [...walk(item)].find((node) => says(node, words))
    }, `${words} at finding ${n}`)
  }

  /** Opens the panel from the chip, unless it is open. */
  async openPanel(): Promise<void> {
    if (await this.find((node) => classOf(node) === 'panel')) return
    await this.press(async () => (await this.all((node) => classOf(node).startsWith('chip-main')))[0], 'chip')
    await until(() => this.find((node) => classOf(node) === 'panel'), () => 'the panel never opened')
  }

  /** Clicks what is found as soon as it is there, can be pressed and stands still: what is painted above it would push it from under the pointer. */
  private async press(find: () => Promise<Node | null | undefined>, name: string): Promise<void> {
    let before = ''
    let text = ''
    const [x, y] = await until(async () => {
      const button = await find()
      const middle = button && !button.attributes?.includes('disabled') ? await this.middleOf(button) : null
      const isStill = middle !== null && String(middle) === before
      before = String(middle)
      if (!middle) text = await this.text()
      return isStill && middle
    }, () => `no ${name} in the layer, which says: ${text}`)
    await this.page.mouse.click(x, y)
  }

  /** In CSS pixels of the window, scrolled to; null where the node was painted anew meanwhile. */
  private async middleOf({ backendNodeId }: Node): Promise<[x: number, y: number] | null> {
    const cdp = await this.cdp()
    try {
      await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId })
      const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId })
      const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border
      return [(left + right) / 2, (top + bottom) / 2]
    } catch {
      return null
    }
  }

  /** How many parts of the layer bear a class. */
  async parts(name: string): Promise<number> {
    return (await this.all((node) => classOf(node).split(' ').includes(name))).length
  }

  /** Where the parts that bear a class stand in the window, in CSS pixels; what was taken away while they were looked for stands nowhere. */
  async boxes(name: string): Promise<{ x: number; y: number; width: number; height: number }[]> {
    const cdp = await this.cdp()
    const parts = await this.all((node) => classOf(node).split(' ').includes(name))
    const boxes = await Promise.all(parts.map(async ({ backendNodeId }) => {
      const seen = await cdp.send('DOM.getBoxModel', { backendNodeId }).catch(() => null)
      if (!seen) return []
      const { border: [x = 0, y = 0], width, height } = seen.model
      return [{ x, y, width, height }]
    }))
    return boxes.flat()
  }

  /** Words of what has the keyboard inside the layer, or its name; '' where nothing has. */
  async focused(): Promise<string> {
    const cdp = await this.cdp()
    const layer = await this.find((node) => this.isLayer(node))
    const root = layer?.shadowRoots?.[0]
    if (!root) return ''
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: root.backendNodeId })
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: 'function () { return this.activeElement ? this.activeElement.textContent || this.activeElement.getAttribute("aria-label") || "" : "" }',
    })
    return String(result.value)
  }

  /** How many buttons say so. */
  async count(words: string): Promise<number> {
    return (await this.all((node) => says(node, words))).length
  }

  /** A page may have an element of the same name; ours has the closed root. */
  private isLayer(node: Node): boolean {
    return node.nodeName === this.name && node.shadowRoots !== undefined
  }

  private async cdp(): Promise<CDPSession> {
    return (this.session ??= await this.page.context().newCDPSession(this.page))
  }

  private async find(test: (node: Node) => boolean): Promise<Node | null> {
    const { root } = await (await this.cdp()).send('DOM.getDocument', { depth: -1, pierce: true })
    return [...walk(root as Node)].find(test) ?? null
  }

  private async all(test: (node: Node) => boolean): Promise<Node[]> {
    const layer = await this.find((node) => this.isLayer(node))
    return layer ? [...walk(layer)].filter(test) : []
  }
}

function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(child)
}

function wordsOf(node: Node): string {
  if (node.nodeName === 'STYLE') return ''
  if (node.nodeName === '#text') return node.nodeValue
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(wordsOf).join('')
}

/** A button with just these words, or with these in its name. */
function says(node: Node, words: string): boolean {
  return (node.nodeName === 'BUTTON' || node.nodeName === 'SUMMARY') && (wordsOf(node).trim() === words || attribute(node, 'aria-label').includes(words))
}

function classOf(node: Node): string {
  return attribute(node, 'class')
}

function attribute(node: Node, name: string): string {
  const at = node.attributes?.indexOf(name) ?? -1
  return at >= 0 ? (node.attributes?.[at + 1] ?? '') : ''
}
