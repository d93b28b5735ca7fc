import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { shanghaiToday } from '../sites/county/clock.ts'
import { countyManifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import { COVER, RED } from '../../utils/drawing/shapes.ts'
import type { Issue, ShotRef } from '../../utils/types/issue.ts'
import { isCoveredInFolder, isCoveredInPage } from './kit/covers.ts'
import { readAll } from './kit/database.ts'
import { changeIssue, openExports, saved } from './kit/exporting.ts'
import { everythingStored, pixelsOf } from './kit/pixels.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** A screenshot marked up, covered, joined by pasted ones and handed out, in a real browser; told by its pixels. */
const { running, person } = await session(await createCountyServer())
let desk: Page
let issue: Issue
let twin: Issue

beforeAll(async () => {
  const { faults } = countyManifest(shanghaiToday())
  const fault = faults.find(({ id }) => id === 'state-name')!
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, fault.url)
  await person.record(page, findings.find(({ check }) => check.startsWith(fault.check))!)
  // The toast leads to the tools at once.
  await person.layer(page).click('标注')
  desk = await person.desk()
  await until(async () => desk.url().includes('/mark'), () => `the toast did not lead to the tools: ${desk.url()}`)
  await page.bringToFront()
  await person.recordPage(page)
  await page.close()
  ;[issue, twin] = (await person.issues()).sort((a, b) => a.number - b.number) as [Issue, Issue]
  // Both show the same picture, as two places of one screen do.
  await changeIssue(desk, twin.id, { shots: [{ ...issue.shots[0]!, outlines: [] }] })
  await desk.bringToFront()
}, 120_000)

const stored = async (id = issue.id) => (await person.issues()).find((one) => one.id === id)!
const shotOf = async (hash: string) => {
  const { pictures } = await desk.evaluate(everythingStored)
  const found = pictures.filter(({ where }) => where === 'shots.image').map(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64')))
  return found.find((bytes) => createHash('sha256').update(bytes).digest('hex') === hash)!
}
const open = async (page: Page, id = issue.id) => {
  await page.goto(running.own(`ledger.html#/issues/${id}/mark`))
  await page.locator('.editor-sheet img').waitFor()
}

/** Where a pixel of the picture is on the screen. */
async function onScreen(page: Page, x: number, y: number): Promise<[number, number]> {
  const box = (await page.locator('.editor-sheet svg').boundingBox())!
  const width = await page.locator('.editor-sheet img').evaluate((image: HTMLImageElement) => image.naturalWidth)
  return [box.x + (x * box.width) / width, box.y + (y * box.width) / width]
}

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...(await onScreen(page, ...from)))
  await page.mouse.down()
  await page.mouse.move(...(await onScreen(page, ...to)), { steps: 4 })
  await page.mouse.up()
}

const near = (value: number, wanted: number) => expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(2)

test('arrow, box and words are drawn with the pointer, kept as data, and the picture stays as it was', async () => {
  await open(desk)
  await desk.keyboard.press('a')
  await drag(desk, [600, 300], [420, 200])
  await desk.keyboard.press('b')
  await drag(desk, [100, 120], [300, 180])
  await desk.keyboard.press('t')
  await desk.mouse.click(...(await onScreen(desk, 620, 310)))
  await desk.keyboard.type('此处应为今年')
  await desk.keyboard.press('Control+s')
  await until(async () => (await stored()).shots[0]!.drawings?.length === 3, () => 'not saved')
  await desk.locator('.editor').waitFor({ state: 'detached' })
  const [shot] = (await stored()).shots
  const [arrow, box, text] = shot!.drawings as [Extract<NonNullable<ShotRef['drawings']>[number], { kind: 'arrow' }>, { x: number; width: number }, { x: number; text: string }]
  near(arrow.to.x, 420)
  near(arrow.to.y, 200)
  near(box.x, 100)
  near(box.width, 200)
  near(text.x, 620)
  expect(text.text).toBe('此处应为今年')
  expect(shot!.hash).toBe(issue.shots[0]!.hash)
})

test('a frame larger than the picture, and one at its edge, stay inside it; leaving unsaved work is asked about', async () => {
  await open(desk)
  await desk.keyboard.press('m')
  await drag(desk, [1200, 700], [1500, 1200])
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('Escape')
  await desk.getByText('标注还没有保存').waitFor()
  await desk.getByRole('button', { name: '继续编辑' }).click()
  await desk.keyboard.press('Escape')
  await desk.goBack()
  await desk.getByText('标注还没有保存').waitFor()
  expect(desk.url()).toContain('/mark')
  await desk.getByRole('button', { name: '不保存，离开' }).click()
  await desk.locator('.editor').waitFor({ state: 'detached' })
  expect((await stored()).shots[0]!.outlines).toEqual(issue.shots[0]!.outlines)
})

test('two windows: the later one is told, keeps its work, and may put it in place of the other\'s', async () => {
  const other = await running.context.newPage()
  await open(other)
  await other.keyboard.press('b')
  await other.keyboard.press('Enter')
  await desk.bringToFront()
  await open(desk)
  await desk.keyboard.press('a')
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('Control+s')
  await until(async () => (await stored()).shots[0]!.drawings?.length === 4, () => 'not saved')
  await desk.locator('.editor').waitFor({ state: 'detached' })
  await other.bringToFront()
  await other.getByText('这张图刚在另一个窗口里改过').waitFor()
  expect(await other.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await other.getByRole('button', { name: '用我的标注' }).click()
  await other.keyboard.press('Control+s')
  await until(async () => (await stored()).shots[0]!.drawings?.[3]?.kind === 'box', () => 'mine were lost')
  await other.close()
  await desk.bringToFront()
})

test('a cover placed and sized by keys burns the pixels: gone from every stored copy, in both issues, and said before', async () => {
  const old = issue.shots[0]!.hash
  // A thumbnail of the uncovered picture stands, as after an export.
  const exports = await openExports(person)
  await saved(exports, '按单位导出')
  const copies = (await desk.evaluate(everythingStored)).pictures.map(({ where }) => where)
  expect(copies).toEqual(expect.arrayContaining(['shots.image', 'prepared.file']))
  await open(desk)
  await desk.keyboard.press('c')
  await desk.keyboard.press('Enter')
  for (const key of ['ArrowRight', 'ArrowUp', 'Control+ArrowRight', 'Control+ArrowDown', 'Shift+ArrowLeft']) await desk.keyboard.press(key)
  await desk.keyboard.press('Control+z')
  await desk.keyboard.press('Control+y')
  await desk.keyboard.press('Control+s')
  await desk.getByText('保存后不能撤销').waitFor()
  await desk.getByText('另有 1 个问题').waitFor()
  expect((await stored()).shots[0]!.hash).toBe(old)
  const before = await pixelsOf(desk, await shotOf(old))
  await desk.getByRole('button', { name: '遮盖并保存' }).click()
  await until(async () => (await stored()).shots[0]!.covered === true, () => 'not covered')
  const { pictures, text } = await desk.evaluate(everythingStored)
  expect(text.includes(old), text.slice(Math.max(0, text.indexOf(old) - 200), text.indexOf(old))).toBe(false)
  const covered = (await stored()).shots[0]!
  const after = await pixelsOf(desk, await shotOf(covered.hash))
  expect([after.width, after.height]).toEqual([before.width, before.height])
  const area = coverIn(after)
  expect(area.width * area.height).toBeGreaterThan(10_000)
  expect(before.holdsOther(area, COVER)).toBe(true)
  expect((await stored(twin.id)).shots[0]).toMatchObject({ hash: covered.hash, covered: true })
  expect(await desk.getByRole('button', { name: '撤销', exact: true }).count()).toBe(0)
  // Whatever is written from now on, to be kept or to be handed to a colleague, has only the covered picture too.
  const written = [
    ...picturesIn('backup', await download('settings/storage', '备份', '立即备份')),
    ...picturesIn('package', await download('team', '导出交换包', '导出')),
  ]
  expect(written.some(({ where }) => where.startsWith('backup')) && written.some(({ where }) => where.startsWith('package'))).toBe(true)
  await open(desk)
  for (const { where, base64 } of [...pictures, ...written]) {
    const seen = await pixelsOf(desk, new Uint8Array(Buffer.from(base64, 'base64')))
    const scale = seen.width / after.width
    // The other issue's own picture, which it shows no more, is another one.
    if (Math.abs(seen.height / scale - after.height) > 2 / scale) continue
    expect(seen.holdsOther({ x: area.x * scale + 2, y: area.y * scale + 2, width: area.width * scale - 4, height: area.height * scale - 4 }, COVER, 24), where).toBe(false)
  }
})

/** Presses the button that writes a file, in a box of a page of the ledger. */
async function download(hash: string, box: string, button: string): Promise<Uint8Array> {
  await desk.goto(running.own(`ledger.html#/${hash}`))
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('region', { name: box }).getByRole('button', { name: button }).first().click()
  return new Uint8Array(await readFile(await (await waiting).path()))
}

/** The pictures in a ZIP, told by their first bytes. */
function picturesIn(name: string, zip: Uint8Array): { where: string; base64: string }[] {
  return Object.entries(unzipSync(zip))
    .filter(([, bytes]) => (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8))
    .map(([path, bytes]) => ({ where: `${name} ${path}`, base64: Buffer.from(bytes).toString('base64') }))
}

/** The covered area, by the picture's own pixels: it lies in the middle. */
function coverIn(picture: Awaited<ReturnType<typeof pixelsOf>>): { x: number; y: number; width: number; height: number } {
  const hits: [number, number][] = []
  for (let y = 0; y < picture.height; y += 2) for (let x = 0; x < picture.width; x += 2) if (picture.at(x, y) === COVER) hits.push([x, y])
  const [xs, ys] = [hits.map(([x]) => x), hits.map(([, y]) => y)]
  const [x, y] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))]
  return { x, y, width: xs.reduce((a, b) => Math.max(a, b)) - x, height: ys.reduce((a, b) => Math.max(a, b)) - y }
}

test('a picture is pasted and a file added, byte for byte; what is no picture is refused with a sentence; one is taken away and comes back', async () => {
  await desk.goto(running.own(`ledger.html#/issues/${issue.id}`))
  await desk.locator('.shot-deeds').waitFor()
  const [png, jpeg] = await desk.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 300)
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#3366aa'
    pen.fillRect(0, 0, 600, 300)
    return Promise.all(['image/png', 'image/jpeg'].map(async (type) => [...new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer())]))
  })
  await desk.evaluate((bytes) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, png!)
  await desk.getByText('已加入一张图（600×300）').waitFor()
  const file = desk.locator('.detail-shots input[type=file]')
  await file.setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg!) })
  await until(async () => (await stored()).shots.length === 3, () => 'not added')
  const hashes = [png, jpeg].map((bytes) => createHash('sha256').update(Uint8Array.from(bytes!)).digest('hex'))
  expect((await stored()).shots.slice(1).map(({ hash, kind }) => [hash, kind])).toEqual([[hashes[0], 'pasted'], [hashes[1], 'file']])
  expect(Buffer.from(await shotOf(hashes[1]!))).toEqual(Buffer.from(jpeg!))
  for (const [name, buffer, says] of [
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG 不是截图'],
    ['b.jpg', Buffer.from(jpeg!.slice(0, 900)), '已损坏'],
    ['c.png', Buffer.from(png!), '已经有这张图'],
  ] as const) {
    await file.setInputFiles({ name, mimeType: 'image/png', buffer })
    await desk.getByText(says, { exact: false }).waitFor()
  }
  await desk.getByRole('button', { name: '截图 3' }).click()
  await desk.getByRole('button', { name: '移除' }).click()
  await until(async () => (await stored()).shots.length === 2, () => 'not removed')
  await desk.getByRole('button', { name: '撤销' }).click()
  await until(async () => (await stored()).shots.length === 3, () => 'not back')
})

/** Where personal data was found in the picture of 600×300 pixels. */
const PERSONAL = { x: 100, y: 100, width: 200, height: 60 }

test('what is handed out has tag, drawings, strip and covers in its pixels; originals have the hash that the list tells', async () => {
  // Personal data that a check found in the pasted picture, which comes first.
  const [first, pasted, ...rest] = (await stored()).shots as [ShotRef, ShotRef, ...ShotRef[]]
  const personal = [PERSONAL]
  const drawings: ShotRef['drawings'] = [{ kind: 'arrow', from: { x: 420, y: 60 }, to: { x: 500, y: 60 } }, { kind: 'box', x: 350, y: 200, width: 100, height: 50 }, { kind: 'text', x: 480, y: 200, text: '此处' }]
  await changeIssue(desk, issue.id, { shots: [{ ...pasted, personal, drawings, outlines: [{ x: 20, y: 60, width: 60, height: 40, label: '1' }] }, first, ...rest] })
  const exports = await openExports(person)
  const kept = async () => (await desk.evaluate(readAll<{ name: string; value: { mask: boolean; pictures: string } }>, 'settings')).find(({ name }) => name === 'exportContent')?.value
  const folder = (await stored()).unitName || '未定单位'
  const files = unzipSync((await saved(exports, '按单位导出')).bytes)
  // A ledger that has written an exchange package puts its letter before its numbers.
  const picture = Object.keys(files).find((path) => path.startsWith(`${folder}/截图/`) && /\/[^\d/]*1-1\.png$/.test(path))!
  const shown = await pixelsOf(desk, files[picture]!)
  expect(shown.width).toBe(600)
  expect(shown.height).toBeGreaterThan(300 + 3 * 13)
  expect(shown.holdsOther(personal[0]!, COVER)).toBe(false)
  expect(shown.at(99, 100)).toBe('#3366aa')
  expect([shown.at(20, 80), shown.at(80, 80)]).toEqual([RED, RED])
  // The tag, beside its words, which begin with the letter of this ledger.
  expect(shown.at(22, 50)).toBe(RED)
  // The arrow from its tail to its tip and no further, the box on its line and not inside, letters on 24 px of height.
  expect([shown.at(422, 60), shown.at(494, 60), shown.at(506, 60)]).toEqual([RED, RED, '#3366aa'])
  expect([shown.at(350, 225), shown.at(450, 225), shown.at(400, 225)]).toEqual([RED, RED, '#3366aa'])
  expect(shown.holdsOther({ x: 480, y: 200, width: 24, height: 14 }, '#3366aa', 90)).toBe(true)
  expect(shown.holdsOther({ x: 520, y: 200, width: 60, height: 14 }, '#3366aa')).toBe(false)
  expect(shown.holdsOther({ x: 20, y: 40, width: 60, height: 18 }, RED, 60)).toBe(true)
  const strip = { x: 10, y: 305, width: 400, height: shown.height - 306 }
  expect(shown.holdsOther(strip, shown.at(4, shown.height - 2), 90)).toBe(true)
  for (const [path, inside] of [['问题清单.xlsx', /^xl\/media\//], ['整改通知单.docx', /^word\/media\//]] as const) {
    const media = Object.entries(unzipSync(files[`${folder}/${path}`]!)).filter(([name]) => inside.test(name)).map(([, bytes]) => bytes)
    const seen = await Promise.all(media.map((bytes) => pixelsOf(desk, bytes)))
    const small = seen.find(({ width, height }) => Math.abs(width / height - 2) < 0.02)!
    const scale = small.width / 600
    expect(small.holdsOther({ x: 100 * scale + 2, y: 100 * scale + 2, width: 200 * scale - 4, height: 60 * scale - 4 }, COVER, 24), path).toBe(false)
  }
  expect(await isCoveredInPage(exports, folder, PERSONAL)).toBe(true)
  expect(await isCoveredInFolder(exports, picture, PERSONAL)).toBe(true)

  await exports.getByRole('checkbox', { name: '个人信息打码' }).setChecked(false)
  await until(async () => (await kept())?.mask === false, () => 'not kept')
  await exports.getByRole('combobox', { name: '截图' }).selectOption('originals')
  await until(async () => (await kept())?.pictures === 'originals', () => 'not kept')
  const originals = unzipSync((await saved(exports, '按单位导出')).bytes)
  const listed = (await readXlsx(originals[`${folder}/问题清单.xlsx`]!)).sheets.find(({ name }) => name === '截图校验')!.rows.map((row) => row.map(String))
  const hashOf = (name: string) => listed.find(([first]) => first === name)?.[2]
  const exported = Object.entries(originals).filter(([path]) => path.startsWith(`${folder}/截图/`))
  expect(exported.length).toBeGreaterThanOrEqual(3)
  for (const [path, bytes] of exported) expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(hashOf(path.split('/')[2]!.replace(/\.\w+$/, '')))
  expect(strFromU8(originals[`说明.txt`]!)).toContain('certutil -hashfile')
})
