/** Writes `utils/wording/data/sounds.json`: syllable without tone → the characters read so, by pinyin-pro (MIT), for the characters of jieba's dictionary (MIT). */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pinyin } from 'pinyin-pro'
import { charactersByFrequency } from './counts.ts'

const LEAST = 30
const bySyllable = new Map<string, string>()
for (const char of charactersByFrequency(LEAST)) {
  const readings = new Set(pinyin(char, { toneType: 'none', type: 'array', multiple: true }).map((reading) => reading.replace('ü', 'v')))
  for (const reading of readings) if (/^[a-z]+$/.test(reading)) bySyllable.set(reading, (bySyllable.get(reading) ?? '') + char)
}
const lines = [...bySyllable].sort(([a], [b]) => a < b ? -1 : 1).map(([syllable, chars]) => `  "${syllable}": "${chars}"`)
writeFileSync(resolve(import.meta.dirname, '../../../utils/wording/data/sounds.json'), `{\n${lines.join(',\n')}\n}\n`)
