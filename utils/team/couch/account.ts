import { addressOf } from '../../address.ts'
import { PlainError } from '../../errors.ts'
import { isPrivateHost } from '../../links/private-address.ts'

/**
 * The server that an office entered, and how much of it this PC wants. Kept in the browser's own storage (`browser/team-account.ts`):
 * in no table, so in no backup, no package and no log.
 */
export interface TeamAccount {
  /** As `serverAddress` gives it, with a slash at the end. */
  server: string
  database: string
  user: string
  password: string
  /** Issues of these units only; null: all. */
  unitIds: readonly (string | null)[] | null
  /** `all`: pictures come along; `demand`: each when someone looks at it. */
  pictures: 'all' | 'demand'
}

/**
 * The address of a server as it was typed, full-width signs of a Chinese keyboard and slashes of Windows among it. `https://` is put in front where no scheme is.
 * @throws PlainError for what is no address, has a password in it, or would send one in the clear over public networks
 */
export function serverAddress(typed: string): string {
  const text = typed.trim().normalize('NFKC')
  const url = addressOf(/^(?:[a-z][a-z0-9+.-]*:\/\/|https?:)/i.test(text) ? text : `https://${text}`)
  if (!url?.hostname || !/^https?:$/.test(url.protocol)) throw new PlainError({ key: 'team.couch.address.none' })
  if (url.username || url.password) throw new PlainError({ key: 'team.couch.address.password' })
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) throw new PlainError({ key: 'team.couch.address.https', params: { host: url.host } })
  return `${url.origin}${url.pathname.replace(/(?<!\/)\/*$/, '/')}`
}

/** The name of a database, as CouchDB allows it. @throws PlainError with what is allowed */
export function databaseName(typed: string): string {
  const name = typed.trim()
  if (!/^[a-z][a-z0-9_$()+-]{0,99}$/.test(name)) throw new PlainError({ key: 'team.couch.address.database' })
  return name
}
