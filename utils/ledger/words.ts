/** A list of different words in which each has a number: what a column of few values is kept as. */
export interface Words {
  codeOf: (word: string) => number
  /** The words by their numbers. */
  list: readonly string[]
}

export function createWords(): Words {
  const codes = new Map<string, number>()
  const list: string[] = []
  return {
    list,
    codeOf: (word) => {
      const known = codes.get(word)
      if (known !== undefined) return known
      codes.set(word, list.length)
      return list.push(word) - 1
    },
  }
}
