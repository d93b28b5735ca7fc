/**
 * Says why a regular expression must not run on strangers' text, or null where it may. Refused: what can hang
 * (a repeated group that itself repeats or offers a choice, back-references), open-ended runs inside look-behinds,
 * and more than 500 characters. Stricter than need be; a rule's author can always write it more plainly.
 */
export function whyUnsafe(source: string): string | null {
  const fault = syntaxFault(source)
  if (fault) return fault
  if (source.length > 500) return 'longer than 500 characters'
  if (/\\[1-9]|\\k</.test(source)) return 'back-reference'
  // Escapes and classes hold no structure: reduce each to one plain letter.
  const bare = source.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\./g, 'a').replace(/\[[^\]]*\]/g, 'a')
  const open: { repeats: boolean; choice: boolean }[] = []
  let unbounded = 0
  for (let i = 0; i < bare.length; i++) {
    const char = bare[i]!
    if (char === '(') open.push({ repeats: false, choice: false })
    else if (char === '|') {
      const top = open[open.length - 1]
      if (top) top.choice = true
    } else if (char === ')') {
      const group = open.pop()
      if (!group) return 'unbalanced brackets'
      const many = /^(?:[*+]|\{\d+,\}|\{\d*,?\d{2,}\})/.test(bare.slice(i + 1))
      if (many && (group.repeats || group.choice)) return 'a repeated group that repeats or chooses inside'
      const outer = open[open.length - 1]
      if (outer) {
        outer.repeats ||= group.repeats || many
        outer.choice ||= group.choice
      }
    } else if (char === '*' || char === '+' || /^\{\d+,(?:\d+)?\}/.test(bare.slice(i))) {
      const top = open[open.length - 1]
      if (top) top.repeats = true
      if (char !== '{' || /^\{\d+,\}/.test(bare.slice(i))) unbounded++
    }
  }
  return unbounded > 2 ? 'more than two open-ended repeats' : null
}

function syntaxFault(source: string): string | null {
  try {
    RegExp(source, 'gu')
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
