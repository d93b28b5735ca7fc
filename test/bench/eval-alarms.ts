/**
 * How sure a character must be read before it may raise an alarm: `node test/bench/eval-alarms.ts DIR`, DIR with pictures and their
 * `.txt` as `npm run eval:ocr -- --make DIR` makes them. Each is read by the extension as it ships and checked with rules and model
 * (均衡) at every threshold; prints one JSON line a threshold `{sure, falseAlarms, per10k, found, known, planted}`. False: the words do
 * not stand in the picture. Planted: pictures of this script's own with one slip each, of which rules and model know some in plain text.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { PACKS } from '../../assets/packs/index.ts'
import { checkReading, type TextChecks } from '../../utils/app/pictures/check-reading.ts'
import { textCheckOf, wordingCheck } from '../../utils/checks/wording.ts'
import type { CheckContext } from '../../utils/checks/check.ts'
import type { OcrReading } from '../../utils/types/ocr.ts'
import type { TextBlock } from '../../utils/types/reading.ts'
import { createWordingChecker, loadPacks } from '../../utils/wording/index.ts'
import { createModelChecker, loadModel } from '../../utils/wording/model/index.ts'
import { chromiumPath } from '../browser/kit/flags.ts'
import { PLAIN_FLAGS } from './bundle.ts'
import { PROSE } from './ocr-lab/prose.ts'
import { startShipped } from './ocr-lab/shipped.ts'

/** What is put wrong, and where: right words of the prose, each with the slip that takes their place. */
const SLIPS: [string, string][] = [
  ['截至9月底', '截止9月底'], ['签订订单', '签定订单'], ['县人民代表大会', '县人民代表大汇'], ['中华人民共和国', '中华人名共和国'], ['其他信息', '其它信息'],
  ['依规依纪依法', '依规依记依法'], ['身份证原件', '身份征原件'], ['坚决防范', '坚绝防范'], ['督查室', '督察室'], ['营商环境', '营商环竟'], ['按照居住证', '按照居住正'],
]
const SURES = [0, 50, 60, 70, 80, 85, 90, 93, 95, 97]

const folder = process.argv[2]
if (!folder) throw new Error('node test/bench/eval-alarms.ts DIR')
const packs = loadPacks(PACKS).packs
const rules = textCheckOf(createWordingChecker(packs))
const bytes = readFileSync(new URL('../../assets/model/wording.bin', import.meta.url))
const model = createModelChecker(loadModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer), packs, { level: 'balanced', ownNames: [], ignores: { rules: [], phrases: [] } })
const checks: TextChecks = {
  rules: async () => rules,
  model: async (reading) => {
    const found = model.suspectsOnPage(reading.blocks)
    return wordingCheck.run(reading, { checkText: (block: TextBlock) => found.get(block.id) ?? [] } as unknown as CheckContext)
  },
}
const squeeze = (text: string) => text.replace(/\s+/g, '')
const about = { pageUrl: 'http://www.qinghe.gov.cn/a.html', pageKind: 'article', publishedOn: '2026-11-12' } as const
const alarms = async (reading: OcrReading, sure: number) => (await checkReading(reading, about, checks, sure)).findings.map(({ finding }) => ({ check: finding.check, words: squeeze(finding.evidence) }))

const shipped = await startShipped()
const clean: { name: string; truth: string; reading: OcrReading }[] = []
for (const name of readdirSync(folder).filter((name) => /\.(?:png|jpg)$/.test(name)).sort()) {
  const text = join(folder, name.replace(/\.\w+$/, '.txt'))
  if (!existsSync(text)) continue
  const { reading } = await shipped.read(readFileSync(join(folder, name)))
  console.error(name)
  clean.push({ name, truth: squeeze(readFileSync(text, 'utf8')), reading })
}
/** The same text read without a mistake: what rules and model can find at all. */
function perfect(text: string): OcrReading {
  const chars = [...text].map((char, at) => ({ text: char, confidence: 100, box: { x: at * 20, y: 0, width: 20, height: 20 } }))
  return { width: 800, height: 40, confidence: 100, notes: [], lines: [{ text, chars, box: { x: 0, y: 0, width: chars.length * 20, height: 20 } }] }
}

const seen = async (slip: string, reading: OcrReading, sure: number) => (await alarms(reading, sure)).some(({ words }) => slip.includes(words) || words.includes(slip))
const planted: { slip: string; reading: OcrReading; known: boolean }[] = []
const browser = await chromium.launch({ executablePath: chromiumPath(), args: PLAIN_FLAGS })
const page = await browser.newPage({ viewport: { width: 700, height: 200 } })
for (const size of [16, 22]) {
  for (const [right, slip] of SLIPS) {
    const text = (PROSE.find((one) => one.includes(right)) ?? `根据《${right}水法》制定本办法，自印发之日起施行。`).replace(right, slip)
    await page.setContent(`<body style="margin:20px;font:${size}px/1.75 'Noto Sans CJK SC',sans-serif">${text}`)
    planted.push({ slip, known: await seen(slip, perfect(text), 0), reading: (await shipped.read(await page.screenshot({ fullPage: true }))).reading })
  }
}
await browser.close()
await shipped.close()

const chars = clean.reduce((sum, { truth }) => sum + truth.length, 0)
for (const sure of SURES) {
  const wrong: string[] = []
  for (const { name, truth, reading } of clean) {
    for (const { check, words } of await alarms(reading, sure)) if (!truth.includes(words.replace(/\*+/g, ''))) wrong.push(`${name} ${check} ${words}`)
  }
  let found = 0
  for (const { slip, reading } of planted) if (await seen(slip, reading, sure)) found++
  console.log(JSON.stringify({ sure, pictures: clean.length, chars, falseAlarms: wrong.length, per10k: Math.round((wrong.length / chars) * 1e5) / 10, found, known: planted.filter(({ known }) => known).length, planted: planted.length }))
  for (const one of wrong) console.error(`${sure} ${one}`)
}
