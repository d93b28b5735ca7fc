import { expect, test } from 'vitest'
import { millisecondsOf, patterns, worstOf } from './patterns.ts'

/** A long paragraph of a hostile page. */
const LENGTH = 100_000
/** Milliseconds of processor time. What grows with the square of the text takes ten times as long. */
const LIMIT = 1_500

/** Expressions that grow with the square of a text and never see a long one: by a part of them, and how long at most and why. */
const BOUNDED: [part: string, length: number, why: string][] = [
  ['<meta[^>]+charset', 2_048, 'the head of an answer (links/encoding.ts)'],
  ['<\\?xml[^>]+encoding', 2_048, 'the head of an answer (links/encoding.ts)'],
  ['(<[^>]*>)', 8_192, 'the HTML kept as evidence (MOST_HTML)'],
  ['\\([^()]*\\)\\s*(?:=>)?\\s*$', 300, 'what stands before a redirect (links/sends-on.ts, BEFORE)'],
  ['(?:function\\s*\\([^()]*\\)|', 300, 'the same'],
  ['页面出错)[\\s\\p{P}]*$', 200, 'a part of a title (links/gone.ts, LONGEST_BARE)'],
  ['\\[[^\\]]*\\]', 500, 'the pattern of a pack (wording/pattern-safety.ts)'],
  ['(?:table|#)[^>]*)>', 4_000, 'a selector (app/reading-schema.ts)'],
]

/** Where one of ours is slow, this fails; so it must be able to tell one that is. */
test('a slow pattern is told', () => {
  expect(worstOf(/\s+x/, 20_000, 20).ms).toBeGreaterThan(20)
  expect(millisecondsOf(/x/, 'y'.repeat(20_000), 20)).toBeLessThan(20)
})

test('no pattern of ours is slow on any long text', { timeout: 300_000 }, async () => {
  const all = await patterns()
  expect(all.length).toBeGreaterThan(700)
  const slow = all.flatMap(({ name, pattern }) => {
    const length = BOUNDED.find(([part]) => pattern.source.includes(part))?.[1] ?? LENGTH
    const { ms, unit } = worstOf(pattern, length, LIMIT)
    return ms > LIMIT ? [`${Math.round(ms)} ms on ${unit}: ${name}`] : []
  })
  expect(slow).toEqual([])
})
