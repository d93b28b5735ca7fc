import { describe, expect, test } from 'vitest'
import { PACKS } from '../../../../assets/packs/index.ts'
import { checkReading, SURE, type TextChecks } from '../../../../utils/app/pictures/check-reading.ts'
import { textCheckOf } from '../../../../utils/checks/wording.ts'
import { createWordingChecker, loadPacks } from '../../../../utils/wording/index.ts'
import type { Finding } from '../../../../utils/types/finding.ts'
import { lineOf, readingOf, SIZE } from './lines.ts'

const rules = textCheckOf(createWordingChecker(loadPacks(PACKS).packs))
const checks: TextChecks = { rules: async () => rules, model: async () => null }
const about = { pageUrl: 'http://www.qinghe.gov.cn/a.html', pageKind: 'article', publishedOn: '2026-11-12' } as const
const check = (...lines: Parameters<typeof readingOf>) => checkReading(readingOf(...lines), about, checks)

/** About words of this size, in pixels; none outside the picture. */
const ROOM = 3

describe('the text of a picture is checked like the text of a page', () => {
  test('words are found, with their place in the picture and a little room about them', async () => {
    const { findings } = await check(lineOf('根据《中华人名共和国水法》制定本办法。', { y: 10 }))
    expect(findings).toMatchObject([{ finding: { check: 'wording/protected/state', severity: 'serious', indicator: 'W-V1.1', evidence: '中华人名共和国' } }])
    expect(findings[0]!.areas).toEqual([{ x: 3 * SIZE - ROOM, y: 10 - ROOM, width: 7 * SIZE + 2 * ROOM, height: SIZE + 2 * ROOM }])
  })

  test('across two lines: one area each', async () => {
    const { findings } = await check('近年来全县农村工程建设加快推进，截止', lineOf('目前，已有九个乡镇建成并投入使用很久了', { y: 26 }))
    expect(findings.map(({ finding, areas }) => [finding.evidence, areas])).toEqual([
      ['截止目前', [{ x: 16 * SIZE - ROOM, y: 0, width: 2 * SIZE + 2 * ROOM, height: SIZE + ROOM }, { x: 0, y: 26 - ROOM, width: 2 * SIZE + ROOM, height: SIZE + 2 * ROOM }]],
    ])
  })

  test('what was read unsurely raises no alarm, and that is said', async () => {
    for (const unsure of ['名', '《', '国', '水']) {
      const { findings, notes, paragraphs } = await check(lineOf('根据《中华人名共和国水法》制定', { unsure }))
      expect(findings, unsure).toEqual([])
      expect(notes).toContainEqual({ key: 'pictures.note.unsure', params: { count: 1 } })
      expect(paragraphs[0]!.unsure.length).toBeGreaterThan(0)
    }
    // far from the words it is no reason to keep quiet
    expect((await check(lineOf('根据《中华人名共和国水法》制定', { unsure: '定' }))).findings).toHaveLength(1)
    expect(SURE).toBeGreaterThan(80)
  })

  test('what only looks like the right character was more likely misread: a question where it would be serious, else only counted', async () => {
    const looks = await check('根据《中华大民共和国水法》制定本办法。')
    expect(looks.findings).toMatchObject([{ finding: { check: 'wording/protected/state', severity: 'doubtful', confidence: 0.4 } }])
    const shaped = { id: 'wording/model/shape@0:0', check: 'wording/model/shape', severity: 'doubtful', evidence: '叔', suggestion: { key: 'wording.suggestion', params: { text: '取' } }, anchor: { quote: '叔', prefix: '', suffix: '', start: 0, selector: 'p0' } } as unknown as Finding
    const found = (one: Finding) => checkReading(readingOf('叔得明显成效'), about, { ...checks, model: async () => [one] })
    expect(await found(shaped)).toMatchObject({ findings: [], notes: [{ key: 'pictures.note.unsure', params: { count: 1 } }] })
    // what sounds like it was typed so
    expect((await found({ ...shaped, suggestion: { key: 'wording.suggestion', params: { text: '书' } } })).findings).toHaveLength(1)
  })

  test('in handwriting nothing is sure: a question where it would be serious, else only counted', async () => {
    const byHand = { ...readingOf('根据《中华人名共和国水法》制定，签定协议。'), notes: [{ key: 'ocr.note.handwriting' }] }
    const { findings, notes } = await checkReading(byHand, about, checks)
    expect(findings.map(({ finding }) => [finding.evidence, finding.severity])).toEqual([['中华人名共和国', 'doubtful']])
    expect(notes).toEqual([{ key: 'ocr.note.handwriting' }, { key: 'pictures.note.unsure', params: { count: 1 } }])
  })

  test('signs that a recogniser cannot tell are no findings', async () => {
    expect((await check('供水设施由企业管护;农村由村集体管护.')).findings).toEqual([])
    expect((await check('一、便利开办。', '三、降低成本。')).findings).toEqual([])
    expect((await check('根据《青禾县供水办法的规定执行')).findings).toEqual([])
  })

  test('personal data is masked, in the text as in the finding', async () => {
    const { findings, paragraphs } = await check('公民身份号码：370199196808173528')
    expect(findings.map(({ finding }) => finding.evidence)).toEqual([expect.stringMatching(/^\d+\*+\d+$/)])
    expect(paragraphs[0]!.text).not.toContain('370199196808173528')
    expect(paragraphs[0]!.text).toContain('*')
    expect(paragraphs[0]!.text).toHaveLength('公民身份号码：370199196808173528'.length)
  })

  test('what is older than a change of names is right', async () => {
    const old = await checkReading(readingOf('由县国土资源局负责办理登记'), { ...about, publishedOn: '2016-05-01' }, checks)
    expect(old.findings).toEqual([])
    expect((await check('由县国土资源局负责办理登记')).findings).toHaveLength(1)
  })

  test('the model speaks besides the rules; where it fails, the rules stand and that is said', async () => {
    const found = { id: 'wording/model/word@0:0', check: 'wording/model/word', evidence: '供水', anchor: { quote: '供水', prefix: '', suffix: '', start: 0, selector: 'p0' } } as Finding
    expect((await checkReading(readingOf('供水办法'), about, { ...checks, model: async () => [found] })).findings.map(({ finding }) => finding.id)).toEqual([found.id])
    const failed = await checkReading(readingOf('签定协议'), about, { ...checks, model: () => Promise.reject(new Error('gone')) })
    expect(failed.findings).toHaveLength(1)
    expect(failed.notes).toContainEqual({ key: 'app.error.model' })
  })

  test('nothing read: nothing found, nothing broken', async () => {
    expect(await check()).toMatchObject({ paragraphs: [], findings: [] })
  })
})
