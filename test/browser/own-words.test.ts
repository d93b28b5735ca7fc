import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { objections } from './kit/axe.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** What an office sets about wording, from its own word list to a word it no longer wants to hear of. */
const PAGE = 'http://words.qinghe.gov.cn/notice.html'
const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于优化营商环境的通知</title><body>
<h1>关于优化营商环境的通知</h1><p>发布时间：2026-11-10</p>
<p>请各单位于2月30日前报送总结，送到青何县惠民楼。</p>
<p>各单位要大力培育发展大数局产业，切实提高服务水平。</p>
<p>我们的的工作</p></body>`

const { running, person } = await session(await servePages({ 'words.qinghe.gov.cn/notice.html': body }))
let page: Page
let settings: Page

beforeAll(async () => {
  settings = await person.desk()
}, 120_000)

beforeEach(async () => {
  page = await running.context.newPage()
  await settings.bringToFront()
  await settings.goto(running.own('ledger.html#/settings/words'))
  await settings.getByRole('heading', { name: '词库', exact: true }).waitFor()
  return () => page.close()
})

/** The words that are suspect on the page, each with its check and suggestion. */
async function suspects() {
  const { findings } = await person.visit(page, PAGE)
  return new Map(findings.filter(({ check }) => check.startsWith('wording/')).map((one) => [one.evidence, one]))
}

/** What is highlighted, as the page itself can see it. */
const marked = () => page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => (range as Range).toString())))

/** Chooses a file in the own words' section and looks at what it would do. */
async function chooseList(csv: string) {
  await settings.locator('section[aria-labelledby=set-own] input[type=file]').setInputFiles({ name: '词库.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
}

test('an imported own list marks its words on the page, with what they should be', async () => {
  expect([...(await suspects()).keys()].sort()).toEqual(['2月30日', '局', '的的'].sort())
  await settings.bringToFront()
  await chooseList('错误,正确,级别,说明\n青何县,青禾县,严重,县名写错。\n短,,,\n')
  await settings.getByText('新增 1 个，修改 0 个，不变 0 个', { exact: false }).waitFor()
  expect(await settings.getByText('第 3 行').locator('..').textContent()).toBe('第 3 行“错误”至少要两个字')
  await settings.getByRole('button', { name: '确认导入' }).click()
  await settings.getByRole('row', { name: '青何县' }).waitFor()
  expect((await suspects()).get('青何县')).toMatchObject({
    check: 'wording/office/serious', severity: 'serious', suggestion: { params: { text: '青禾县' } }, says: { params: { text: '“青何县”应为“青禾县”。县名写错。' } },
  })
  await expect.poll(marked).toContain('青何县')
})

test('a deleted word is put back by 撤销', async () => {
  await settings.getByRole('button', { name: '删除：青何县' }).click()
  await settings.getByText('还没有自有词').waitFor()
  await settings.getByRole('button', { name: '撤销' }).click()
  await settings.getByRole('row', { name: '青何县' }).waitFor()
})

test('a page that is open follows the settings without a reload', async () => {
  await suspects()
  await settings.bringToFront()
  await settings.getByLabel('要忽略的词').fill('我们的的工作')
  await settings.getByLabel('要忽略的词').press('Enter')
  await until(async () => !(await marked()).includes('的的'), () => 'the ignored words stayed marked')
  await settings.getByRole('button', { name: '移除：我们的的工作' }).click()
  await until(async () => (await marked()).includes('的的'), () => 'the words were not marked again')
  await settings.getByRole('radio', { name: /只用规则/ }).or(settings.getByLabel(/只用规则/)).first().click()
  await until(async () => !(await marked()).includes('局'), () => 'the model went on')
  await settings.getByRole('radio', { name: /均衡/ }).or(settings.getByLabel(/均衡/)).first().click()
  await until(async () => (await marked()).includes('局'), () => 'the model did not come back')
})

test('a rule that is switched off, with the keyboard, is silent after a reload', async () => {
  const rule = settings.getByRole('switch', { name: 'forms/date-exists' })
  await settings.getByText('查看规则', { exact: false }).locator('visible=true').filter({ hasText: '格式与标点' }).focus()
  await settings.keyboard.press('Enter')
  await rule.focus()
  await settings.keyboard.press('Space')
  await settings.locator('[role=switch][aria-checked=false]', { hasText: 'forms/date-exists' }).waitFor()
  const found = await suspects()
  expect([found.has('2月30日'), found.has('的的')]).toEqual([false, true])
})

test('an ignored phrase is silent, for the rules and for the language model', async () => {
  for (const phrase of ['我们的的', '大数局产业']) {
    await settings.getByLabel('要忽略的词').fill(phrase)
    await settings.getByLabel('要忽略的词').press('Enter')
    await settings.getByRole('button', { name: `移除：${phrase}` }).waitFor()
  }
  const found = await suspects()
  expect(['的的', '局'].map((words) => found.has(words))).toEqual([false, false])
  await settings.bringToFront()
  await settings.getByRole('button', { name: '移除：大数局产业' }).click()
  await settings.getByRole('button', { name: '移除：大数局产业' }).waitFor({ state: 'detached' })
  expect((await suspects()).get('局')).toMatchObject({ severity: 'doubtful' })
})

test('the section passes axe with everything open', async () => {
  for (const summary of await settings.locator('.packs summary').all()) await summary.click()
  expect(await objections(settings)).toEqual([])
})

test('a list of 100,000 lines is imported while one waits, and the page is still checked', async () => {
  await chooseList(Array.from({ length: 100_000 }, (_, n) => `错字第${n}号,对字第${n}号,一般,`).join('\n'))
  await settings.getByText('新增 100,000 个', { exact: false }).waitFor()
  await settings.getByRole('button', { name: '确认导入' }).click()
  await settings.getByText('显示 200 个，共 100,001 个').waitFor()
  expect((await suspects()).has('青何县')).toBe(true)
})
