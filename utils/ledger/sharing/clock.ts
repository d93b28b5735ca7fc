import type { Stamp, TeamDevice } from '../../types/team.ts'

const WALL = 9
const COUNTER = 4
const HEAD = WALL + COUNTER
const MOST = 36 ** COUNTER - 1

/** How far ahead of ours another clock may be before it is told and no longer followed, in ms. */
export const DAY_MS = 86_400_000

/** A stamp of its parts. `wall`: ms since 1970; what lies before counts as 1970. */
export function stampOf(wall: number, counter: number, device: string): Stamp {
  return text(Math.max(0, Math.floor(wall)), WALL) + text(counter, COUNTER) + device
}

/** Wall clock, counter and the 8 characters of a device. */
const STAMP = /^[0-9a-z]{21}$/

export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && STAMP.test(value)
}

/** Ms since 1970. */
export function wallOf(stamp: Stamp): number {
  return parseInt(stamp.slice(0, WALL), 36)
}

export function deviceOf(stamp: Stamp): string {
  return stamp.slice(HEAD)
}

/** The same instant, with another device. */
export function markedBy(stamp: Stamp, device: string): Stamp {
  return stamp.slice(0, HEAD) + device
}

/** The next stamp after another, by this device: as little later as can be. */
export function bumped(after: Stamp, device: string): Stamp {
  const counter = parseInt(after.slice(WALL, HEAD), 36)
  return counter < MOST ? after.slice(0, WALL) + text(counter + 1, COUNTER) + device : stampOf(wallOf(after) + 1, 0, device)
}

/**
 * The stamp of a change that is made now: later than the last one, and as the clock says where that is later.
 * A clock that ran more than a day ahead and was set right begins anew: else all stamps of this device would lie in the future for good.
 * What it stamped then is still overtaken, because a change of a cell is always later than that cell (`sharing/stamp-row.ts`).
 */
export function tick(last: Stamp, now: number, device: string): Stamp {
  const wall = wallOf(last)
  return wall < now || wall - now > DAY_MS ? stampOf(now, 0, device) : bumped(last, device)
}

/** Gives a device its next stamp. Where its clock was set right it begins anew before what packages have told already: from there on all is to be told again, else nobody would hear of what is new. */
export function advance(device: Pick<TeamDevice, 'device' | 'last' | 'told'>, now: number): Stamp {
  device.last = tick(device.last, now, device.device)
  if (device.told !== undefined && device.told > device.last) device.told = stampOf(now - 1, 0, device.device)
  return device.last
}

/**
 * The last stamp once another one was seen: the later of both. One that is more than a day ahead is not followed: it would carry every
 * clock that sees it into the future. The change itself is taken all the same, so that no ledger lacks it.
 */
export function seen(last: Stamp, other: Stamp, now: number): Stamp {
  return other > last && aheadOf(other, now) <= DAY_MS ? other : last
}

/** Milliseconds by which a stamp is ahead of our clock; negative for one of the past. */
export function aheadOf(stamp: Stamp, now: number): number {
  return wallOf(stamp) - now
}

/** 8 characters of base 32 from random bytes. */
export function newDevice(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(8))
  return Array.from(bytes, (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte & 31]).join('')
}

function text(value: number, digits: number): string {
  return value.toString(36).padStart(digits, '0')
}
