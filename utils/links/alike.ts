import { extensionOf, originOf, parseAddress } from './address.ts'

/**
 * Links that most likely share their fate: one folder and kind of file, or one program. Where one is dead (a column that was
 * taken down, an application that was switched off) the others are looked at soon, so that their second look falls
 * into the time in which the rest is looked at for the first time.
 */
export function alikeOf(address: string): string {
  const url = parseAddress(address)
  if (!url) return address
  const { pathname, search } = url
  const origin = originOf(address)
  return search ? origin + pathname : `${origin}${pathname.slice(0, pathname.lastIndexOf('/') + 1)}*.${extensionOf(address)}`
}
