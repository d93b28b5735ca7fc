import { parseAddress } from './address.ts'

/** `[first, last]` of ranges that no public page can be at: RFC 1918, 6598, 5735, 3927, multicast, reserved, documentation. */
const PRIVATE_V4: readonly [string, number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24],
  ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
]

const PRIVATE_NAME = /(?:^|\.)(?:localhost|localdomain|local|lan|internal|intranet|intra|corp|private|home|home\.arpa)$/

function numberOf(v4: string): number {
  return v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

const PRIVATE_RANGES = PRIVATE_V4.map(([base, bits]) => {
  const size = 2 ** (32 - bits)
  return { size, at: Math.floor(numberOf(base) / size) }
})

function isPrivateV4(v4: string): boolean {
  const n = numberOf(v4)
  return PRIVATE_RANGES.some(({ size, at }) => Math.floor(n / size) === at)
}

/** The eight 16-bit groups of an IPv6 address; null where it is none. */
function groupsOf(v6: string): number[] | null {
  const mapped = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(v6)
  const text = mapped ? `${mapped[1]}${(numberOf(mapped[2]!) >>> 16).toString(16)}:${(numberOf(mapped[2]!) & 0xffff).toString(16)}` : v6
  const [head = '', tail] = text.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  const groups = [...left, ...gap, ...right].map((group) => Number.parseInt(group, 16))
  return groups.length === 8 && groups.every((group) => group >= 0 && group <= 0xffff) ? groups : null
}

function isPrivateV6(v6: string): boolean {
  const groups = groupsOf(v6.replace(/%.*$/, ''))
  if (!groups) return true
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups
  const low = `${g >> 8}.${g & 255}.${h >> 8}.${h & 255}`
  if (a === 0 && b === 0 && c === 0 && d === 0 && e === 0) {
    // ::, ::1 and the old and new ways to write an IPv4 address as IPv6
    return f === 0 || f === 0xffff ? (f === 0 && g === 0 && h <= 1) || isPrivateV4(low) : true
  }
  if (a === 0x64 && b === 0xff9b) return isPrivateV4(low) // NAT64
  if (a === 0x2002) return isPrivateV4(`${b >> 8}.${b & 255}.${c >> 8}.${c & 255}`) // 6to4
  const top = a >> 8
  return (a & 0xfe00) === 0xfc00 || (a & 0xffc0) === 0xfe80 || (a & 0xffc0) === 0xfec0 || top === 0xff || (a === 0x2001 && b === 0xdb8)
}

/** True for an IP address, without brackets, that is private, loopback, link-local or otherwise not public. */
export function isPrivateIp(ip: string): boolean {
  return ip.includes(':') ? isPrivateV6(ip) : isPrivateV4(ip)
}

/**
 * True when a host as `URL.hostname` gives it is private, loopback or link-local, or a name that only an
 * internal network knows (`oa`, `oa.local`). `URL` has already turned decimal, octal and hexadecimal forms into dots.
 */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (name.startsWith('[')) return isPrivateV6(name.slice(1, -1))
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return isPrivateV4(name)
  return !name.includes('.') || PRIVATE_NAME.test(name)
}

/** True for an address whose host is private; false where it has no host. */
export function isPrivateAddress(href: string): boolean {
  const host = parseAddress(href)?.hostname
  return host ? isPrivateHost(host) : false
}

/**
 * May a link of this page be asked for? Never a private address unless the page itself is at one
 * (`design.md` §6): a page on an intranet may look at its own network, a public page may not.
 */
export function mayAsk(href: string, pageUrl: string): boolean {
  return !isPrivateAddress(href) || isPrivateAddress(pageUrl)
}
