/**
 * Keeps our own requests from private addresses also where a redirect leads there, before anything is sent.
 * Lifted while a page that is itself at a private address is checked (`design.md` §6).
 */
export interface PrivateGuard {
  lift: () => Promise<void>
  lower: () => Promise<void>
}
