import { addressOf } from '../address.ts'
import { browser } from './api.ts'

const EVERYWHERE = '<all_urls>'

/** Whether a screenshot may be taken without a click on the toolbar first. */
export function mayCaptureAnywhere(): Promise<boolean> {
  return browser.permissions.contains({ origins: [EVERYWHERE] })
}

/** Asks for it. Must be called straight from a click; the browser then asks the user. */
export function askToCaptureAnywhere(): Promise<boolean> {
  return browser.permissions.request({ origins: [EVERYWHERE] })
}

/** Whether pages of this address may be read. */
export function mayRead(url: string): Promise<boolean> {
  const pattern = patternOf(url)
  return pattern ? browser.permissions.contains({ origins: [pattern] }) : Promise.resolve(false)
}

/** Asks to read the pages of one host. Must be called straight from a click. */
export function askToRead(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [`*://${host}/*`] })
}

/** How the browser stands to a permission; `absent`: it does not know it, and has not what it is for. */
export type PermissionState = 'on' | 'off' | 'absent'

/** Every permission of the manifest that is no site, asked for at once or later. */
export async function namedPermissions(): Promise<{ name: string; state: PermissionState }[]> {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest() as { permissions?: string[]; optional_permissions?: string[] }
  const stateOf = async (name: string): Promise<PermissionState> => ((await browser.permissions.contains({ permissions: [name] } as Parameters<typeof browser.permissions.contains>[0])) ? 'on' : 'off')
  return Promise.all([...permissions, ...optional].filter((name) => !/[:/<]/.test(name)).map(async (name) => ({ name, state: await stateOf(name).catch(() => 'absent' as const) })))
}

/** Calls back whenever the user gave or took away a permission. */
export function onPermissionsChange(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed)
  browser.permissions.onRemoved.addListener(changed)
}

/** Match patterns know no ports, and only http and https here. */
function patternOf(url: string): string | null {
  const { protocol, hostname } = addressOf(url) ?? { protocol: '', hostname: '' }
  return /^https?:$/.test(protocol) && hostname ? `*://${hostname}/*` : null
}
