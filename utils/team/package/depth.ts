import { MOST_DEPTH } from './limits.ts'

/** Whether JSON text has more brackets within brackets than anything of ours: what walks through it would run out of stack. */
export function isTooDeep(json: string): boolean {
  let [depth, inText] = [0, false]
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (inText) {
      if (code === 92) at++
      else if (code === 34) inText = false
    } else if (code === 34) inText = true
    else if (code === 123 || code === 91) {
      if (++depth > MOST_DEPTH) return true
    } else if (code === 125 || code === 93) depth--
  }
  return false
}
