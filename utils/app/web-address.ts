import { addressOf } from '../address.ts'
import { PlainError } from '../errors.ts'

/**
 * The address of a web page, as it may be opened. What stands in a ledger may have come from somebody else's: files of this computer, pages
 * of browser and extensions, and scripts are not opened for anybody.
 * @throws PlainError
 */
export function webAddress(url: string): URL {
  const address = addressOf(url)
  if (!address || !/^https?:$/.test(address.protocol)) throw new PlainError({ key: 'app.error.no-web-address', params: { url: url.slice(0, 100) } })
  return address
}
