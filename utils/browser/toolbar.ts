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

/** Opens the popup where the browser can; false where it cannot. */
export async function openPopup(): Promise<boolean> {
  try {
    await action().openPopup()
    return true
  } catch {
    return false
  }
}
