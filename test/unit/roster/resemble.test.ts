import { describe, expect, test } from 'vitest'
import { likenesses, resembles } from '../../../utils/roster/resemble.ts'
import { withSameUnits } from '../../../utils/roster/same-unit.ts'

const unit = (name: string, ...aliases: string[]) => ({ id: name, name, aliases })
const ROSTER = {
  units: [
    unit('青禾县教育和体育局'), unit('青禾县财政局', '县财政局'), unit('青禾县住房和城乡建设局'), unit('青禾县人力资源和社会保障局'), unit('青禾县发展和改革委员会'),
    unit('青禾县人民政府办公室'), unit('青禾县市场监督管理局'), unit('青禾县农业农村局'), unit('青禾县农机事务中心'), unit('青禾县卫生健康局'),
  ],
  sites: [],
}
const proposed = (name: string) => likenesses([name], ROSTER)[0]?.unit.name.replace('青禾县', '') ?? null

describe('abbreviations are proposed', () => {
  test.each([
    ['县教体局', '教育和体育局'], ['青禾县教体局', '教育和体育局'], ['教体局', '教育和体育局'], ['县住建局', '住房和城乡建设局'], ['县人社局', '人力资源和社会保障局'],
    ['县发改委', '发展和改革委员会'], ['县政府办', '人民政府办公室'], ['县市监局', '市场监督管理局'], ['县市场监管局', '市场监督管理局'], ['县卫健局', '卫生健康局'], ['县农业局', '农业农村局'],
  ])('%s → %s', (name, full) => {
    expect(proposed(name)).toBe(full)
  })

  test.each([
    ['a name that is known', '县财政局'], ['the unit itself without its place', '财政局'], ['another bureau', '县审计局'], ['one character', '局'], ['another place\'s', '临川县教体局'],
    ['letters in another order', '县体教局'], ['a longer name', '青禾县教育和体育局招生考试中心'],
  ])('%s is not', (_, name) => {
    expect(proposed(name)).toBeNull()
  })

  test('what fits two units fits none', () => {
    const two = { units: [unit('青禾县农业农村局'), unit('青禾县农业机械局')], sites: [] }
    expect(likenesses(['县农业局'], two)).toEqual([])
  })

  test('a hostile name takes no time', () => {
    expect(resembles(`教${'育'.repeat(100_000)}局`, '教育和体育局')).toBe(false)
  })
})

test('names that mean one unit are joined, with their sites and columns', () => {
  const draft = {
    units: [{ name: '县教体局', aliases: ['教体'], line: 2 }, { name: '青禾县财政局', aliases: [], line: 3 }, { name: '教育和体育局', aliases: [], line: 4 }],
    sites: [{ name: '网', prefix: 'a.gov.cn/', siteIdCode: null, unitName: '县教体局', line: 2 }],
    columns: [{ name: '一', prefix: 'a.gov.cn/1/', unitName: '教育和体育局', class: null, deadlineDays: null, exemption: null, line: 4 }],
  }
  const joined = withSameUnits(draft, new Map([['县教体局', '青禾县教育和体育局'], ['教育和体育局', '青禾县教育和体育局']]))
  expect(joined.units).toEqual([{ name: '青禾县教育和体育局', aliases: ['县教体局', '教体', '教育和体育局'], line: 2 }, { name: '青禾县财政局', aliases: [], line: 3 }])
  expect([joined.sites[0]?.unitName, joined.columns[0]?.unitName]).toEqual(['青禾县教育和体育局', '青禾县教育和体育局'])
})
