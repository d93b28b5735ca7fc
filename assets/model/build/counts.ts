import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** jieba's word list, as npm's `@node-rs/jieba` has it. */
export const JIEBA = join(dirname(createRequire(import.meta.url).resolve('@node-rs/jieba/package.json')), 'dict.txt')

function lines(path: string): string[] {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter((line) => line !== '')
}

/** `word ⇥ count` lines. */
export function readCounts(path: string): Map<string, number> {
  return new Map(lines(path).map((line) => {
    const [word, count] = line.split('\t')
    return [word!, Number(count)]
  }))
}

/** `left ⇥ right ⇥ count` lines. */
export function readPairs(path: string): [left: string, right: string, count: number][] {
  return lines(path).map((line) => {
    const [left, right, count] = line.split('\t')
    return [left!, right!, Number(count)]
  })
}

/** jieba's `word frequency part-of-speech` lines (MIT). Names of persons are left out: three times seen each, and many. */
export function readJieba(path: string): Map<string, number> {
  const words = new Map<string, number>()
  for (const line of lines(path)) {
    const match = /^(\S+) (\d+) (\S+)$/u.exec(line.trimEnd())
    if (!match) continue
    const frequency = Number(match[2])
    if (match[3] === 'nr' && frequency < 20) continue
    words.set(match[1]!, frequency)
  }
  return words
}

/** Han characters of jieba's words, the commonest first; `least` is the least frequency of the words that hold them together. */
export function charactersByFrequency(least: number): string[] {
  const counts = new Map<string, number>()
  for (const line of lines(JIEBA)) {
    const [word, frequency] = line.split(' ')
    for (const char of word!) if (/[\u4e00-\u9fff]/.test(char)) counts.set(char, (counts.get(char) ?? 0) + Number(frequency))
  }
  return [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1]).map(([char]) => char)
}

/** `word=like` lines, # for remarks. */
export function readOwn(path: string): [word: string, like: string][] {
  return lines(path).filter((line) => !line.startsWith('#')).map((line) => {
    const [word, like] = line.split('=')
    return [word!.replace(/[^\u4e00-\u9fff]/g, ''), like ?? word!]
  })
}
