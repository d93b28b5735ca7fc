import type { LinkVerdict } from '../types/link.ts'

/** How long a verdict is believed, in milliseconds. Editable by the office. */
export interface Lifetimes {
  alive: number
  other: number
}

export const LIFETIMES: Lifetimes = { alive: 24 * 3_600_000, other: 3_600_000 }

/** True while a stored verdict need not be asked for again. */
export function isFresh(verdict: LinkVerdict, now: Date, lifetimes: Lifetimes): boolean {
  const age = now.getTime() - Date.parse(verdict.checkedAt)
  return age >= 0 && age < (verdict.verdict === 'alive' ? lifetimes.alive : lifetimes.other)
}

/** Day in Asia/Shanghai, which has had no clock changes since 1991. */
export function dayOf(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/**
 * Adds a new verdict to the history of the old one: looks, failures and days on which it failed add up
 * until the address has been found alive twice running.
 */
export function withHistory(verdict: LinkVerdict, before: LinkVerdict | undefined, now: Date): LinkVerdict {
  const today = verdict.failures > 0 ? [dayOf(now)] : []
  if (!before || (before.verdict === 'alive' && before.failures === 0) || (before.verdict === 'alive' && verdict.verdict === 'alive')) {
    return { ...verdict, failedOn: today }
  }
  return {
    ...verdict,
    looks: before.looks + verdict.looks,
    failures: before.failures + verdict.failures,
    failedOn: [...new Set([...(before.failedOn ?? []), ...today])].sort(),
  }
}

/** 死链 without reservation: dead now, every look failed, and on at least two days. */
export function isConfirmedDead(verdict: LinkVerdict): boolean {
  return verdict.verdict === 'dead' && verdict.failures === verdict.looks && (verdict.failedOn?.length ?? 0) >= 2
}
