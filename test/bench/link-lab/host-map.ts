import dns from 'node:dns'
import net from 'node:net'
import tls from 'node:tls'

export interface LabPorts {
  http: number
  tls: number
  closed: number
}

interface Target {
  host?: string
  hostname?: string
  port?: number | string
  servername?: string
}

function lead(target: Target, ports: LabPorts): void {
  const host = target.hostname ?? target.host ?? ''
  if (!/\.(?:gov\.cn|com)$/.test(host) || host.startsWith('noname.')) return
  target.port = host.startsWith('closed.') ? ports.closed : host.startsWith('self.') ? ports.tls : ports.http
  target.servername ??= host
  target.host = '127.0.0.1'
  if (target.hostname !== undefined) target.hostname = '127.0.0.1'
}

/**
 * Leads every host of the lab to loopback in this Node process, as `--host-resolver-rules` does in Chromium.
 * The one name that must not resolve does not ask the machine's resolver, which may be slow to say so.
 */
export function leadHosts(ports: LabPorts): void {
  for (const room of [net, tls] as { connect: (...parts: never[]) => unknown }[]) {
    const connect = room.connect.bind(room)
    room.connect = (...parts: never[]) => {
      if (typeof parts[0] === 'object') lead(parts[0] as Target, ports)
      return connect(...parts)
    }
  }
  const lookup = dns.lookup.bind(dns) as (...parts: unknown[]) => void
  ;(dns as { lookup: unknown }).lookup = (...parts: unknown[]) => {
    const done = parts[parts.length - 1] as (error: Error | null) => void
    if (!String(parts[0]).startsWith('noname.')) return lookup(...parts)
    process.nextTick(() => done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${String(parts[0])}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })))
  }
}

// as a preload of a program that is no browser: `LAB_PORTS='{…}' node --import host-map.ts program`
const given = process.env['LAB_PORTS']
if (given) leadHosts(JSON.parse(given) as LabPorts)
