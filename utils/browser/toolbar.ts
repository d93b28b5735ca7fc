import { browser } from './api.ts'

/** MV3 calls it `action`, MV2 `browserAction`; they do the same. */
const action = () => browser.action ?? browser.browserAction

/** Shows how many findings the page of a tab has; '' clears it. */
export async function showBadge(tabId: number, text: string, colour: string, title: string): Promise<void> {
  // The tab may close at any moment; a badge for nobody is no error.
  await Promise.all([
    action().setBadgeText({ tabId, text }),
    action().setBadgeBackgroundColor({ tabId, color: colour }),
    action().setTitle({ tabId, title }),
  ]).catch(() => undefined)
}

/** Not a colour of findings: what this counts is not on the page. */
const REMINDER_COLOUR = '#5b3fa6'

/** The badge under those of the tabs: shown where a tab has none of its own. Both empty: the icon as it comes. */
export async function showReminder(text: string, title: string): Promise<void> {
  await Promise.all([
    action().setBadgeText({ text }),
    action().setBadgeBackgroundColor({ color: REMINDER_COLOUR }),
    action().setTitle({ title: title || browser.i18n.getMessage('extName') }),
  ])
}

/** Opens the popup where the browser can; false where it cannot. */
export async function openPopup(): Promise<boolean> {
  try {
    await action().openPopup()
    return true
  } catch {
    return false
  }
}
