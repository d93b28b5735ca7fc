import type { Locator } from 'playwright-core'

/** Presses Tab until something has the keyboard: as soon as it is there, since a view that still loads is walked through in no time. */
export async function tabTo(target: Locator, most = 60): Promise<void> {
  await target.waitFor()
  const page = target.page()
  for (let step = 0; step < most; step++) {
    if (await hasKeyboard(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never came to ${target}; it is at ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`)
}

/** Whether it is what keys go to. */
export function hasKeyboard(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
