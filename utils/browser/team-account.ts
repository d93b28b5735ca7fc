import { browser } from './api.ts'

/** Name in the browser's own storage, which no backup, export or log of ours reads. */
const NAME = 'team-account'

/** What was entered of the team's server, password and all; null where nothing was. */
export async function readStored(): Promise<unknown> {
  return (await browser.storage.local.get(NAME))[NAME] ?? null
}

export async function keepStored(account: object): Promise<void> {
  await browser.storage.local.set({ [NAME]: account })
}

export async function forgetStored(): Promise<void> {
  await browser.storage.local.remove(NAME)
}
