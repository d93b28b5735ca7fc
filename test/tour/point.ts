import type { Locator, Page } from 'playwright-core'

/** Brings words of a page (also across tags) into the middle of the window and moves the pointer onto them. */
export async function pointAt(page: Page, words: string): Promise<void> {
  const at = await page.evaluate((words) => {
    const { find } = globalThis as unknown as { find: (words: string) => boolean }
    const selection = getSelection()
    if (!find(words) || !selection) return null
    const range = selection.getRangeAt(0)
    selection.removeAllRanges()
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    const { x, y, width, height } = range.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }, words)
  if (!at) throw new Error(`the page does not say ${words}`)
  await page.mouse.move(at.x, at.y)
}

/** Resolves when a picture is drawn. */
export async function shown(picture: Locator): Promise<void> {
  await picture.waitFor()
  await picture.evaluate((element) => (element as HTMLImageElement).decode())
}
