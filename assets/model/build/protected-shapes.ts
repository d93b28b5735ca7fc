/**
 * Writes `utils/wording/data/shapes.json`: for each character of a protected name those that look like it, taken from
 * `shapes.json` beside this file. Run again when names are added to the packs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PACKS } from '../../packs/index.ts'
import { loadPacks } from '../../../utils/wording/packs.ts'

const MOST = 14
const shapes = JSON.parse(readFileSync(resolve(import.meta.dirname, 'shapes.json'), 'utf8')) as Record<string, string>
const meant = new Set(loadPacks(PACKS).packs.flatMap(({ rules }) => rules).flatMap((rule) => rule.kind === 'protected' ? rule.terms : []).join(''))
const wrong = new Map<string, string>()
for (const [char, alike] of Object.entries(shapes)) {
  for (const other of [...alike].slice(0, MOST)) if (meant.has(other)) wrong.set(other, (wrong.get(other) ?? '') + char)
}
const lines = [...wrong].sort(([a], [b]) => a < b ? -1 : 1).map(([char, alike]) => `  "${char}": "${alike}"`)
writeFileSync(resolve(import.meta.dirname, '../../../utils/wording/data/shapes.json'), `{\n${lines.join(',\n')}\n}\n`)
