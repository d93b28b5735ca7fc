/** A first look that waits for its turn. */
export interface FirstLook {
  /** Links that most likely share its fate (alike.ts). */
  alike: string
}

/** The first looks of one host that wait, those that are likely to need a second one ahead of the others. */
export interface FirstLooks<T extends FirstLook> {
  push: (look: T) => void
  /** The next one; undefined where none waits. */
  take: () => T | undefined
  /** Brings forward the looks that share this fate, also those to come: at once, or with so many others between two of them. */
  bringForward: (alike: string, apart: number) => void
  count: () => number
  /** Empties it. */
  takeAll: () => T[]
}

export function createFirstLooks<T extends FirstLook>(): FirstLooks<T> {
  const soon: T[] = []
  const spaced: T[] = []
  let rest: T[] = []
  /** Fates that are known, and how far apart their looks are kept. */
  const known = new Map<string, number>()
  let between = 0
  let apart = 0

  const placeOf = (look: T) => {
    const distance = known.get(look.alike)
    return distance === undefined ? rest : distance === 0 ? soon : spaced
  }

  return {
    push: (look) => void placeOf(look).push(look),
    take() {
      if (spaced.length > 0 && (between >= apart || soon.length + rest.length === 0)) {
        between = 0
        return spaced.shift()
      }
      const look = soon.shift() ?? rest.shift()
      if (look) between++
      return look
    },
    bringForward(alike, distance) {
      if (known.has(alike)) return
      known.set(alike, distance)
      apart = Math.max(apart, distance)
      const waiting = rest
      rest = []
      for (const look of waiting) placeOf(look).push(look)
    },
    count: () => soon.length + spaced.length + rest.length,
    takeAll: () => [...soon.splice(0), ...spaced.splice(0), ...rest.splice(0)],
  }
}
