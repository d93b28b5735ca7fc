/** Who has unsaved work at which address, and asks about it. One at a time: work is done in a modal dialog. */
let held: { href: string; ask: () => void } | null = null

/**
 * Keeps a view from being left for another address while something in it is unsaved.
 * @param ask is told when somebody wants to leave
 * @returns lets go
 */
export function holdView(ask: () => void): () => void {
  const mine = { href: location.href, ask }
  held = mine
  return () => {
    if (held === mine) held = null
  }
}

/** Whether the address that was gone to may be followed; where not, the old one is put back and its view asks. */
export function mayLeave(): boolean {
  if (!held || location.href === held.href) return true
  history.pushState(null, '', held.href)
  held.ask()
  return false
}
