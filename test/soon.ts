import { vi } from 'vitest'

/** Waits until a check passes. Vitest's own second is too short for a machine that does other work as well. */
export function soon<T>(check: () => T | Promise<T>, ms = 15_000): Promise<T> {
  return vi.waitFor(check, ms)
}
