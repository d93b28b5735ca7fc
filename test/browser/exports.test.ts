import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Issue } from '../../utils/types/issue.ts'
import { createCountyServer } from '../sites/server.ts'
import { changeIssue, openExports, recordSome, saved, spoilShot, told } from './kit/exporting.ts'
import { session } from './kit/session.ts'

/** 导出 in a real window: every document opened again with another library than the one that wrote it. */
const { running, person } = await session(await createCountyServer())
let desk: Page
let issues: Issue[]

// Digits of a made-up person: right check digit, a region that has no people.
const ID = '110101190001011009'

beforeAll(async () => {
  await recordSome(person)
  issues = (await person.issues()).toSorted((a, b) => a.number - b.number)
  desk = await openExports(person)
}, 180_000)

const docx = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
const html = async (bytes: Uint8Array) => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
async function xlsx(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('问题清单')!
  return { book, sheet, text: sheet.getSheetValues().map((row) => (Array.isArray(row) ? row.map((cell) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell))).join('\t') : '')).join('\n') }
}
const units = () => [...new Set(issues.map(({ unitName }) => unitName))]
const choose = (name: string, on: boolean) => desk.getByRole('checkbox', { name }).setChecked(on)

test('the weekly file in an old encoding names the character that it cannot hold', async () => {
  await changeIssue(desk, issues[0]!.id, { note: '联系人𠮷先生' })
  await desk.getByRole('button', { name: '自定义格式…' }).click()
  await desk.getByRole('textbox', { name: '名称', exact: true }).fill('市局上报')
  await desk.getByRole('combobox', { name: '编码' }).selectOption('gbk')
  await desk.getByRole('textbox', { name: '“责任单位”列的列名' }).fill('承办单位')
  await desk.getByRole('button', { name: '上移“备注”' }).click()
  await desk.getByRole('button', { name: '保存并使用' }).click()
  const { name, bytes, says } = await saved(desk, '导出本周')
  expect(name).toMatch(/^问题清单-\d{4}-W\d\d\.csv$/)
  expect(says).toContain(`其中 1 条有 GBK 写不出的字，已写成问号：${issues[0]!.number}（𠮷）`)
  const [header, first] = iconv.decode(Buffer.from(bytes), 'gbk').split('\r\n')
  expect(header).toContain('"承办单位"')
  expect(header!.endsWith('"备注","销号时间"')).toBe(true)
  expect(first).toContain('联系人?先生')

  await desk.getByRole('combobox', { name: '格式' }).selectOption('')
  const agreed = await saved(desk, '导出本周')
  expect(new TextDecoder().decode(agreed.bytes)).toContain('联系人𠮷先生')
  expect(Buffer.compare(agreed.bytes, (await saved(desk, '导出本周')).bytes)).toBe(0)
})

test('each unit gets its list, letter and page, with framed pictures and covered personal data', async () => {
  await changeIssue(desk, issues[1]!.id, { context: `申请人身份证号${ID}` })
  await openExports(person)
  await choose('问题清单.html（网页）', true)
  const { bytes, says } = await saved(desk, '按单位导出')
  expect(says).toContain(`${units().length} 个单位，${issues.length} 条问题`)
  const files = unzipSync(bytes)
  for (const unit of units()) {
    const own = issues.filter(({ unitName }) => unitName === unit)
    const { sheet, text } = await xlsx(files[`${unit}/问题清单.xlsx`]!)
    expect(sheet.getImages()).toHaveLength(own.length)
    const letter = await html(files[`${unit}/整改通知单.docx`]!)
    expect(letter.match(/<img/g)).toHaveLength(own.length)
    const page = strFromU8(files[`${unit}/问题清单.html`]!)
    expect(page.match(/<img[^>]+src="data:image/g)).toHaveLength(own.length)
    expect(page).not.toContain('<script')
    for (const { id, number, description } of own) {
      expect(text).toContain(id)
      expect(letter.replace(/&quot;|[“”"]/g, '')).toContain(description.replace(/[“”"]/g, ''))
      expect(files[`${unit}/截图/${number}-1.png`], `${number}`).toBeDefined()
    }
    for (const part of [text, letter, page, strFromU8(files[`${unit}/问题清单.csv`]!)]) expect(part).not.toContain(ID)
  }
  const framed = issues.filter(({ shots }) => shots[0]!.outlines.length > 0)
  expect(framed.length).toBeGreaterThan(0)
  for (const { unitName, number, shots } of framed) {
    expect(createHash('sha256').update(files[`${unitName}/截图/${number}-1.png`]!).digest('hex')).not.toBe(shots[0]!.hash)
  }
  await choose('个人信息打码', false)
  const open = unzipSync((await saved(desk, '按单位导出')).bytes)
  expect(strFromU8(open[`${issues[1]!.unitName}/问题清单.csv`]!)).toContain(ID)
  await choose('个人信息打码', true)
  await choose('问题清单.html（网页）', false)
})

test('thumbnails or no pictures, and one unit only', async () => {
  const pictures = desk.getByRole('combobox', { name: '截图' })
  const sizeOf = (files: Record<string, Uint8Array>) => Object.entries(files).filter(([path]) => path.includes('/截图/')).map(([, { length }]) => length)
  await pictures.selectOption('thumbnails')
  const small = unzipSync((await saved(desk, '按单位导出')).bytes)
  expect(sizeOf(small)).toHaveLength(issues.length)
  expect(Object.keys(small).filter((path) => path.endsWith('.jpg'))).toHaveLength(issues.length)
  await pictures.selectOption('none')
  const [one] = units()
  for (const unit of units()) if (unit !== one) await choose(unit, false)
  const { bytes } = await saved(desk, '按单位导出')
  expect([...new Set(Object.keys(unzipSync(bytes)).map((path) => path.split('/')[0]))].sort()).toEqual([one, 'manifest.json', '说明.txt'].sort())
  expect(sizeOf(unzipSync(bytes))).toEqual([])
  await pictures.selectOption('originals')
  await choose('文件夹（单位）', true)
})

test('one document by itself, with the words of an own template', async () => {
  const [unit] = units()
  const sheet = await saved(desk, `XLSX：${unit}`)
  expect(sheet.name).toBe(`${unit}-问题清单.xlsx`)
  expect((await xlsx(sheet.bytes)).text).toContain(issues.find(({ unitName }) => unitName === unit)!.id)
  await desk.getByRole('button', { name: '整改通知单模板' }).click()
  await desk.getByRole('textbox', { name: '标题' }).fill('网站整改函（{年号}）')
  await desk.getByText('不认识占位“年号”', { exact: false }).waitFor()
  expect(await desk.getByRole('button', { name: '保存模板' }).isDisabled()).toBe(true)
  await desk.getByRole('textbox', { name: '标题' }).fill('关于{单位}网站问题的整改函')
  await desk.getByRole('textbox', { name: '落款单位' }).fill('青禾县政务公开工作办公室')
  await desk.getByRole('button', { name: '保存模板' }).click()
  const letter = await docx((await saved(desk, `通知单：${unit}`)).bytes)
  expect(letter).toContain(`关于${unit}网站问题的整改函`)
  expect(letter).toContain('青禾县政务公开工作办公室')
  await desk.getByRole('button', { name: '整改通知单模板' }).click()
  await desk.getByRole('button', { name: '恢复默认模板' }).click()
  expect(await docx((await saved(desk, `通知单：${unit}`)).bytes)).toContain('网站问题整改通知单')
})

test('a time without issues: says so, writes nothing', async () => {
  let downloads = 0
  const count = () => (downloads += 1)
  desk.on('download', count)
  await desk.getByRole('button', { name: '上周' }).click()
  await desk.getByText('这段时间里没有要发给单位的问题。').waitFor()
  expect(await desk.getByRole('button', { name: '按单位导出' }).isDisabled()).toBe(true)
  await desk.getByRole('button', { name: '导出这段时间' }).click()
  await desk.getByText('这段时间里没有可以导出的问题，没有生成文件。').waitFor()
  expect(downloads).toBe(0)
  desk.off('download', count)
  await desk.getByRole('button', { name: '本周' }).click()
  await desk.getByText('按单位导出：', { exact: false }).waitFor()
})

test('通报: the quarter as a document that another program reads', async () => {
  await desk.getByRole('textbox', { name: '地区名称' }).fill('青禾县')
  await desk.getByRole('textbox', { name: '落款单位' }).fill('青禾县人民政府办公室')
  await desk.getByRole('textbox', { name: '落款单位' }).press('Tab')
  const { name, bytes, says } = await saved(desk, '生成通报')
  expect(name).toMatch(/\.docx$/)
  expect(says).toContain('请补充工作要求')
  const text = await docx(bytes)
  expect(text).toContain('青禾县')
  for (const unit of units()) expect(text).toContain(unit)
})

test('two clicks at once write one file; an export that is cancelled writes none', async () => {
  const names: string[] = []
  const note = (download: { suggestedFilename: () => string }) => names.push(download.suggestedFilename())
  desk.on('download', note)
  await desk.getByRole('button', { name: '按单位导出', exact: true }).evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await desk.getByText('已交给浏览器下载', { exact: false }).first().waitFor()
  expect(names).toHaveLength(1)

  // The work is held up, so that it can be cancelled in the middle.
  await desk.evaluate(() => {
    const post = Worker.prototype.postMessage
    const gate = new Promise<void>((resolve) => Object.assign(globalThis, { openGate: resolve }))
    Worker.prototype.postMessage = async function (this: Worker, message: unknown) {
      await gate
      post.call(this, message)
    }
  })
  await desk.getByRole('button', { name: '按单位导出', exact: true }).click()
  await desk.getByRole('button', { name: '取消导出' }).click()
  await desk.evaluate(() => (globalThis as unknown as { openGate: () => void }).openGate())
  await desk.getByText('已取消').first().waitFor()
  expect(await desk.getByRole('progressbar', { name: '导出进度' }).count()).toBe(0)
  expect(names).toHaveLength(1)
  desk.off('download', note)
})

test('同步 in ledger and popup: the lists of this week, at once', async () => {
  await desk.goto(running.own('ledger.html#/issues'))
  const { name } = await saved(desk, '同步')
  expect(name).toMatch(/^单位问题清单-\d{4}-W\d\d\.zip$/)
  const page = await running.context.newPage()
  await page.goto('http://www.qinghe.gov.cn/')
  const popup = await person.popup(page)
  const waiting = new Promise<string>((resolve) => {
    for (const one of running.context.pages()) one.on('download', (download) => resolve(download.suggestedFilename()))
    running.context.on('page', (one) => one.on('download', (download) => resolve(download.suggestedFilename())))
  })
  await popup.getByRole('button', { name: '同步' }).click()
  expect(await waiting).toBe(name)
  await page.close()
})

test('a screenshot that is gone or damaged is named in its place in every document; the rest is exported', async () => {
  desk = await openExports(person)
  const [gone, damaged] = [issues[0]!, issues[1]!]
  await spoilShot(desk, gone.shots[0]!.hash, 'gone')
  await spoilShot(desk, damaged.shots[0]!.hash, 'damaged')
  await choose('问题清单.html（网页）', true)
  const { bytes, says } = await saved(desk, '按单位导出')
  expect(says).toContain('有 2 张截图找不到或已损坏，清单里已注明')
  const files = unzipSync(bytes)
  for (const { unitName, number } of [gone, damaged]) {
    expect(files[`${unitName}/截图/${number}-1.png`]).toBeUndefined()
    expect(strFromU8(files[`${unitName}/问题清单.csv`]!)).toMatch(new RegExp(`${number}-1（.*(缺失|损坏).*）`))
    expect((await xlsx(files[`${unitName}/问题清单.xlsx`]!)).text).toMatch(new RegExp(`${number}-1（.*(缺失|损坏).*）`))
    expect(await docx(files[`${unitName}/整改通知单.docx`]!)).toMatch(/截图.*(缺失|损坏|没有)/)
    expect(strFromU8(files[`${unitName}/问题清单.html`]!)).toMatch(/截图.*(缺失|损坏|没有)/)
  }
  for (const { unitName, number } of issues.slice(2)) expect(files[`${unitName}/截图/${number}-1.png`]).toBeDefined()
  expect(await told(desk)).toBe(says)
})

test('a download that the browser refuses: nobody says that it came, and once more is one click', async () => {
  desk = await openExports(person)
  const session = await running.context.newCDPSession(desk)
  await session.send('Page.setDownloadBehavior', { behavior: 'deny' })
  const refused = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '导出本周' }).click()
  expect(await (await refused).failure()).not.toBe(null)
  const note = desk.getByRole('status').filter({ hasText: '没有看到文件' })
  await note.waitFor()
  expect(await told(desk)).toMatch(/^已交给浏览器下载：/)
  const again = desk.waitForEvent('download')
  await note.getByRole('button', { name: '再下载一次' }).click()
  expect((await again).suggestedFilename()).toBe((await refused).suggestedFilename())
  await note.getByRole('button', { name: '文件已收到' }).click()
  await note.waitFor({ state: 'detached' })
})
