import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { COVER } from '../../../utils/drawing/shapes.ts'
import type { Area } from '../../../utils/types/drawing.ts'
import { saved } from './exporting.ts'
import { pixelsOf, type Pixels } from './pixels.ts'

/** Width and colour of the picture in which personal data was found: it is told from the others by them. */
const [WIDTH, COLOUR] = [600, '#3366aa']

const scaleOf = (picture: Pixels) => picture.width / WIDTH
/** JPEG changes colours a little. */
const NEAR = 24
const isPasted = (picture: Pixels) => !picture.holdsOther({ x: picture.width * 0.33, y: 250 * scaleOf(picture), width: 5, height: 5 }, COLOUR, NEAR)

function isCovered(picture: Pixels, { x, y, width, height }: Area): boolean {
  const scale = scaleOf(picture)
  return isPasted(picture) && !picture.holdsOther({ x: x * scale + 2, y: y * scale + 2, width: width * scale - 4, height: height * scale - 4 }, COVER, NEAR)
}

/** Whether a place of the picture is covered in the web page that a unit gets. @param folder the unit's in the ZIP */
export async function isCoveredInPage(exports: Page, folder: string, place: Area): Promise<boolean> {
  const choice = exports.getByRole('checkbox', { name: '问题清单.html（网页）' })
  await choice.setChecked(true)
  const files = unzipSync((await saved(exports, '按单位导出')).bytes)
  await choice.setChecked(false)
  const sources = [...strFromU8(files[`${folder}/问题清单.html`]!).matchAll(/<img[^>]+src="data:image\/\w+;base64,([^"]+)"/g)].map(([, base64]) => Buffer.from(base64!, 'base64'))
  const pictures = await Promise.all(sources.map((bytes) => pixelsOf(exports, bytes)))
  return pictures.some((picture) => isPasted(picture) && isCovered(picture, place))
}

/** Whether it is covered in the file that 导出到文件夹 writes; the folder's dialogue alone is replaced. @param path of the picture in the folder */
export async function isCoveredInFolder(exports: Page, path: string, place: Area): Promise<boolean> {
  await exports.evaluate(() => Object.assign(globalThis, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘', { create: true }) }))
  await exports.getByRole('button', { name: '导出到文件夹…' }).click()
  await exports.getByText('文件夹“共享盘”已更新', { exact: false }).waitFor()
  const base64 = await exports.evaluate(async (path) => {
    const names = path.split('/')
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘')
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name)
    const bytes = new Uint8Array(await (await (await folder.getFileHandle(names[names.length - 1]!)).getFile()).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, path)
  return isCovered(await pixelsOf(exports, Buffer.from(base64, 'base64')), place)
}
