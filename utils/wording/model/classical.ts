// Words of classical Chinese: 子曰, 不亦说乎, 孝之至矣, 知之者也. Not 似乎, 记者也, nor 17曰 where a day was meant.
const PARTICLES = /[子云人君诗书传经语又]曰|曰[：“]|兮|[矣焉哉](?=[？！，。；”]|$)|乎(?=[？！”]|$)|者也(?=[，。；！”]|$)/u
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
