/**
 * Makes the language model: `node assets/model/build/make.ts --open-gram DIR --official DIR [--pairs N] [--out FILE]`.
 * DIR of open-gram: Debian's `sunpinyin-data` unpacked (`lm_sc.t3g`, `pydict_sc.bin`); DIR of official counts:
 * `unigrams.tsv.gz`, `bigrams.tsv.gz`. jieba and pinyin-pro come from npm; look-alikes from `shapes.json` beside this file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import soundTable from '../../../utils/wording/data/sounds.json' with { type: 'json' }
import { JIEBA, readCounts, readJieba, readOwn, readPairs } from './counts.ts'
import { mix, prune } from './mix.ts'
import { readOpenGram } from './open-gram.ts'
import { pack } from './write.ts'

const { values } = parseArgs({
  options: {
    'open-gram': { type: 'string', default: '/usr/lib/x86_64-linux-gnu/sunpinyin/data' },
    official: { type: 'string' },
    pairs: { type: 'string', default: '1500000' },
    out: { type: 'string', default: resolve(import.meta.dirname, '../wording.bin') },
  },
})
if (!values.official) throw new Error('--official DIR is needed')

const open = readOpenGram(join(values['open-gram'], 'pydict_sc.bin'), join(values['open-gram'], 'lm_sc.t3g'))
const whole = mix(open, readCounts(join(values.official, 'unigrams.tsv.gz')), readPairs(join(values.official, 'bigrams.tsv.gz')), readJieba(JIEBA), readOwn(resolve(import.meta.dirname, 'own-words.txt')))
console.error(`${whole.words.length} words, ${[...whole.pairs.values()].reduce((total, map) => total + map.size, 0)} pairs`)
const small = prune(whole, Number(values.pairs))
const shapes = JSON.parse(readFileSync(resolve(import.meta.dirname, 'shapes.json'), 'utf8')) as Record<string, string>
const asset = pack(small, soundTable, shapes)
writeFileSync(values.out, asset)
console.error(`${asset.length} bytes, ${gzipSync(asset, { level: 9 }).length} gzip, ${brotliCompressSync(asset).length} brotli`)
