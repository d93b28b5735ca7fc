import { describe, expect, test } from 'vitest'
import { coversOf, marksOf, tagsOf } from '../../../../utils/app/framing/marks-of.ts'
import { NO_MARKS } from '../../../../utils/types/drawing.ts'
import type { ShotRef } from '../../../../utils/types/issue.ts'

const ISSUE = { number: 12, check: 'wording/privacy', pageTitle: '公示', url: 'http://www.qinghe.gov.cn/a.html', foundBy: '王小青' }
const AREA = { x: 1, y: 2, width: 3, height: 4 }
const SHOT: ShotRef = { hash: 'a'.repeat(64), takenAt: '2026-11-18T02:00:00Z', outlines: [{ ...AREA, label: '1' }], drawings: [{ kind: 'box', ...AREA }], personal: [AREA] }

describe('what stands on a picture', () => {
  test('a place by the issue\'s number and kind; several by number and place; own words in place of the kind', () => {
    const tags = (...labels: string[]) => tagsOf(ISSUE, labels.map((label) => ({ label })))
    expect(tags('1')).toEqual(['12 个人信息泄露'])
    expect(tags('')).toEqual(['12 个人信息泄露'])
    expect(tags('1', '首页横幅')).toEqual(['12-1 个人信息泄露', '12-2 首页横幅'])
    expect(tagsOf({ number: 17, mark: 'B', check: 'wording/privacy' }, [{ label: '' }])).toEqual(['B17 个人信息泄露'])
    expect(tagsOf({ number: 7, check: 'unknown/kind' }, [{ label: '' }])).toEqual(['7 其他'])
  })

  test('personal data is covered and the strip stands under it where wanted', () => {
    const marks = marksOf(ISSUE, SHOT, { cover: true, strip: true })
    expect(marks).toMatchObject({ outlines: [{ ...AREA, label: '12 个人信息泄露' }], drawings: SHOT.drawings, covers: [AREA] })
    expect(marks.strip).toHaveLength(3)
    expect(marksOf(ISSUE, SHOT, { cover: false, strip: false })).toMatchObject({ covers: [], strip: [] })
  })

  test('a number in the address under it is covered with the rest, and stays where nothing is', () => {
    const asked = { ...ISSUE, url: 'http://www.qinghe.gov.cn/cx?sfz=110101190001011009&sjh=13800001234&page=2' }
    const last = (cover: boolean) => marksOf(asked, SHOT, { cover, strip: true }).strip.at(-1)
    expect(last(true)).toBe('网址：http://www.qinghe.gov.cn/cx?sfz=11*************009&sjh=138****1234&page=2')
    expect(last(false)).toContain('sfz=110101190001011009&sjh=13800001234')
  })

  test('an original is handed out with nothing but its covers', () => {
    expect(coversOf(SHOT, true)).toEqual({ ...NO_MARKS, covers: [AREA] })
    expect(coversOf(SHOT, false)).toEqual(NO_MARKS)
  })
})
