import type { CDPSession, Page } from 'playwright-core'

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
  private session: CDPSession | null = null

  constructor(page: Page) {
    this.page = page
  }

  /** All words of the layer. */
  async text(): Promise<string> {
    const layer = await this.find((node) => node.nodeName === 'DUWANG-LAYER')
    return layer ? wordsOf(layer) : ''
  }

  /** Waits until the layer's words meet a test. */
  async waitFor(test: (text: string) => boolean, timeout = 15_000): Promise<string> {
    const end = Date.now() + timeout
    for (;;) {
      const text = await this.text()
      if (test(text)) return text
      if (Date.now() > end) throw new Error(`the layer never said what was waited for; it says: ${text}`)
      // Each look is a round trip to the browser; this only keeps it from being a busy loop.
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Clicks the n-th button whose words or name contain `words`, with the real pointer. */
  async click(words: string, n = 0): Promise<void> {
    const buttons = await this.all((node) => node.nodeName === 'BUTTON' && (wordsOf(node).includes(words) || nameOf(node).includes(words)))
    const button = buttons[n]
    if (!button) throw new Error(`no button ${words} in the layer`)
    const cdp = await this.cdp()
    await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: button.backendNodeId })
    const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId })
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border
    await this.page.mouse.click((left + right) / 2, (top + bottom) / 2)
  }

  /** How many buttons say so. */
  async count(words: string): Promise<number> {
    return (await this.all((node) => node.nodeName === 'BUTTON' && (wordsOf(node).includes(words) || nameOf(node).includes(words)))).length
  }

  private async cdp(): Promise<CDPSession> {
    return (this.session ??= await this.page.context().newCDPSession(this.page))
  }

  private async find(test: (node: Node) => boolean): Promise<Node | null> {
    const { root } = await (await this.cdp()).send('DOM.getDocument', { depth: -1, pierce: true })
    return [...walk(root as Node)].find(test) ?? null
  }

  private async all(test: (node: Node) => boolean): Promise<Node[]> {
    const layer = await this.find((node) => node.nodeName === 'DUWANG-LAYER')
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

function nameOf(node: Node): string {
  const at = node.attributes?.indexOf('aria-label') ?? -1
  return at >= 0 ? (node.attributes?.[at + 1] ?? '') : ''
}
