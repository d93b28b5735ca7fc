import type { Page } from 'puppeteer-core'
import { callIn, type Ref } from './bidi.ts'
import { until } from './until.ts'

/** Our layer in a visited page in Firefox: what it says, and a person's pointer on it. */
export class FirefoxLayer {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** All words of the layer; '' where there is none. */
  async text(): Promise<string> {
    return String(await this.ask(`(root) => [...root.children].map((part) => part.localName === 'style' ? '' : part.textContent).join('')`, '') ?? '')
  }

  /** Waits until the layer's words meet a test. */
  async waitFor(test: (text: string) => boolean): Promise<string> {
    let text = ''
    await until(async () => test((text = await this.text())), () => `the layer never said what was waited for; it says: ${text}`)
    return text
  }

  /** Words of the element that has the focus inside the layer. */
  async focused(): Promise<string> {
    return String(await this.ask(`(root) => root.activeElement?.textContent ?? ''`, ''))
  }

  /** Clicks the first element of a selector that has these words, with the real pointer. */
  async click(selector: string, words = ''): Promise<void> {
    const place = await until(() => this.placeOf(selector, words), () => `no ${selector} ${words} in the layer`)
    await this.page.mouse.click(place.x, place.y)
  }

  private async placeOf(selector: string, words: string): Promise<{ x: number; y: number } | null> {
    const found = await this.ask(
      `(root, selector, words) => {
        const element = [...root.querySelectorAll(selector)].find((one) => one.textContent.includes(words))
        if (!element) return ''
        element.scrollIntoView({ block: 'nearest' })
        const { left, top, width, height } = element.getBoundingClientRect()
        return (left + width / 2) + ' ' + (top + height / 2)
      }`,
      '',
      selector,
      words,
    )
    if (!found) return null
    const [x = 0, y = 0] = String(found).split(' ').map(Number)
    return { x, y }
  }

  /** Runs a function on the layer's shadow root; `otherwise` where there is no layer. */
  private async ask(on: string, otherwise: unknown, ...given: string[]): Promise<unknown> {
    const { _id: context } = this.page.mainFrame() as unknown as { _id: string }
    const browser = this.page.browser()
    const layer = await callIn(browser, context, `() => document.querySelector('duwang-layer')`)
    const root = (layer as { shadowRoot?: Ref | null } | undefined)?.shadowRoot
    return root ? callIn(browser, context, on, [{ sharedId: root.sharedId }, ...given]) : otherwise
  }
}
