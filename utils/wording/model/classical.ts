// Words of classical Chinese: 不亦说乎, 逝者如斯夫, 知之者也. Not 似乎, 合乎, 之所以.
const PARTICLES = /[曰兮矣焉哉]|乎(?=[？！，。；”]|$)|者也|不亦/u
const ENDS = /[。！？；\n]/u
const REACH = 60

/** True where the sentence is classical: its words and characters are not today's, and are right as they stand. */
export function isClassical(text: string, start: number, end: number): boolean {
  let from = start
  let to = end
  while (from > 0 && start - from < REACH && !ENDS.test(text[from - 1]!)) from--
  while (to < text.length && to - end < REACH && !ENDS.test(text[to]!)) to++
  return PARTICLES.test(text.slice(from, Math.min(text.length, to + 1)))
}
