import { join } from 'node:path'

/** Folder of the build that tests run: all hosts granted, because a permission prompt cannot be clicked in headless. */
export const BUILT = '.output/chrome-mv3-test'

export interface FlagOptions {
  /** Folder of the built extension, from the project's root. */
  extension: string
  /** Port of the county's server: every host name leads there. Without it the real network is used. */
  port?: number
  /** A server of the test's own at 127.0.0.1 is reached as it is. */
  beside?: boolean
  /** BCP 47. */
  language: string
}

/** Command line of a Chromium that runs only our extension and asks nobody but the county. */
export function flagsOf({ extension, port, beside, language }: FlagOptions): string[] {
  const folder = join(process.cwd(), extension)
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    `--lang=${language}`,
    ...(port === undefined ? [] : [`--host-resolver-rules=MAP * 127.0.0.1:${port}${beside ? ', EXCLUDE 127.0.0.1' : ''}`]),
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
  ]
}

export function chromiumPath(): string {
  return process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
}

/** `chrome-extension://<id>` of a page or worker of ours. Node's URL gives no origin for that scheme. */
export function originOf(address: string): string {
  return address.split('/').slice(0, 3).join('/')
}
