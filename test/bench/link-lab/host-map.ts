import dns from 'node:dns'
import net from 'node:net'
import tls from 'node:tls'

/**
 * Preload for programs that are no browser (`node --import`): leads every host of the lab to loopback,
 * as `--host-resolver-rules` does in Chromium. LAB_PORTS: `{"http":1,"tls":2,"closed":3}`.
 */
const ports = JSON.parse(process.env['LAB_PORTS'] ?? 'null') as { http: number; tls: number; closed: number } | null

interface Target {
  host?: string
  hostname?: string
  port?: number | string
  servername?: string
}

function lead(target: Target): void {
  const host = target.hostname ?? target.host ?? ''
  if (!ports || !/\.(?:gov\.cn|com)$/.test(host) || host.startsWith('noname.')) return
  target.port = host.startsWith('closed.') ? ports.closed : host.startsWith('self.') ? ports.tls : ports.http
  if (target.servername === undefined) target.servername = host
  target.host = '127.0.0.1'
  if (target.hostname !== undefined) target.hostname = '127.0.0.1'
}

for (const room of [net, tls] as { connect: (...parts: never[]) => unknown }[]) {
  const connect = room.connect.bind(room)
  room.connect = (...parts: never[]) => {
    if (typeof parts[0] === 'object') lead(parts[0] as Target)
    return connect(...parts)
  }
}

// The one name that must not resolve does not ask the machine's resolver, which may be slow to say so.
const lookup = dns.lookup.bind(dns) as (...parts: unknown[]) => void
;(dns as { lookup: unknown }).lookup = (...parts: unknown[]) => {
  const done = parts[parts.length - 1] as (error: Error | null) => void
  if (!String(parts[0]).startsWith('noname.')) return lookup(...parts)
  process.nextTick(() => done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${String(parts[0])}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })))
}
