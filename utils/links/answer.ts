import type { Hop } from '../types/link.ts'

/** One answer of a server, as far as we read it. */
export interface Answer {
  /** The address asked for, without fragment. */
  asked: string
  /** The address that answered after redirects. */
  final: string
  status: number
  contentType: string
  /** File name or `attachment` of `Content-Disposition`; '' where there is none. */
  disposition: string
  /** `Content-Length` in bytes, null where it is missing or the body was compressed. */
  length: number | null
  /** `Retry-After` in milliseconds. */
  retryAfter: number | null
  /** Headers that only firewalls and challenges send, joined; for `walls.ts`. */
  marks: string
  /** Header `Refresh`, which sends a visitor on as `<meta>` does; absent where there is none. */
  refresh?: string
  /** At most 64 KiB. */
  bytes: Uint8Array
  /** The body was read to its end. */
  whole: boolean
  /** The body broke off before its end. */
  broken: boolean
  /** The body had begun and was not at its end when the 15 s were over. */
  late: boolean
  hops: Hop[]
  /** IP address that answered, where the browser told it. */
  ip: string | null
  ms: number
}

/** One request that got no answer. */
export interface Failure {
  asked: string
  reason: string
  netError: string | null
  hops: Hop[]
  ms: number
}

/** Redirected somewhere other than the same address in https, with or without www or a final slash. */
export function movedElsewhere(answer: Answer): boolean {
  const bare = (href: string) => href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  return bare(answer.asked) !== bare(answer.final)
}
