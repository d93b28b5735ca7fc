import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildAutomaton } from '../../../utils/wording/automaton.ts'

function scan(words: string[], text: string): string[] {
  const found: string[] = []
  buildAutomaton(words).scan(text, (word, start, end) => { found.push(`${words[word]}@${start}-${end}`) })
  return found.sort()
}

function naive(words: string[], text: string): string[] {
  const found: string[] = []
  for (const word of new Set(words.filter((one) => one !== ''))) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(`${word}@${at}-${at + word.length}`)
  }
  return found.sort()
}

describe('the automaton', () => {
  test('finds what a plain search finds, overlaps too', () => {
    const letters = fc.string({ unit: fc.constantFrom('政', '府', '公', '开', '𠮷'), maxLength: 5 })
    fc.assert(fc.property(fc.array(letters, { maxLength: 12 }), fc.string({ unit: fc.constantFrom('政', '府', '公', '开', '𠮷', '，'), maxLength: 60 }), (words, text) => {
      expect(scan(words, text)).toEqual(naive(words, text))
    }), { numRuns: 500 })
  })
  test('of equal words the first is told', () => {
    const hits: number[] = []
    buildAutomaton(['公开', '公开']).scan('政务公开', (word) => { hits.push(word) })
    expect(hits).toEqual([0])
  })
  test('stops when told to', () => {
    let seen = 0
    buildAutomaton(['公']).scan('公公公', () => ++seen < 2)
    expect(seen).toBe(2)
  })
  test('no words, no text', () => {
    expect(scan([], '政务公开')).toEqual([])
    expect(scan(['公开'], '')).toEqual([])
  })
})
