import type { Page } from 'playwright-core'
import type { Area } from '../../../utils/types/drawing.ts'

/** Colours of a stored screenshot at places of it, as `r,g,b`; its size. */
export interface Sampled {
  width: number
  height: number
  colours: string[]
}

/** Where a stored picture has a colour, `r,g,b`: the smallest rectangle around it; null where it has none. `but`: what is covered there is not looked at. */
export async function boxOfColour(desk: Page, hash: string, colour: string, but: readonly Area[] = []): Promise<{ x: number; y: number; width: number; height: number } | null> {
  await unpack(desk, hash)
  return desk.evaluate(({ colour, but }) => {
    const { width, height, data } = (globalThis as unknown as { unpacked: ImageData }).unpacked
    const [r, g, b] = colour.split(',').map(Number)
    let [left, top, right, bottom] = [width, height, -1, -1]
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4
        if (data[at] !== r || data[at + 1] !== g || data[at + 2] !== b) continue
        if (but.some((area) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height)) continue
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    }
    return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
  }, { colour, but })
}

/** Looks into a stored picture, in one of the extension's own pages. `at`: pixels of the picture. */
export async function pixelsOf(desk: Page, hash: string, at: readonly (readonly [x: number, y: number])[]): Promise<Sampled> {
  await unpack(desk, hash)
  return desk.evaluate((at) => {
    const { width, height, data } = (globalThis as unknown as { unpacked: ImageData }).unpacked
    return { width, height, colours: at.map(([x, y]) => data.slice((y * width + x) * 4, (y * width + x) * 4 + 3).join()) }
  }, at)
}

/** What a column of a stored picture shows from top to bottom: `colour×pixels`, colours of `names` by their place there. */
export async function columnOf(desk: Page, hash: string, x: number, names: readonly string[]): Promise<string> {
  const { height } = await pixelsOf(desk, hash, [])
  const { colours } = await pixelsOf(desk, hash, Array.from({ length: height }, (_, y) => [x, y]))
  const runs: { colour: string; length: number }[] = []
  for (const colour of colours) {
    const last = runs.at(-1)
    if (last?.colour === colour) last.length += 1
    else runs.push({ colour, length: 1 })
  }
  return runs.map(({ colour, length }) => `${names.includes(colour) ? names.indexOf(colour) : colour}×${length}`).join(' ')
}

/** Leaves the pixels of a stored picture in the page, for what looks at them next: a long picture is too much to be handed over. */
function unpack(desk: Page, hash: string): Promise<void> {
  return desk.evaluate(async (hash) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('duwang')
      open.addEventListener('success', () => resolve(open.result))
    })
    const shot = await new Promise<{ image: Blob }>((resolve) => {
      const get = db.transaction('shots').objectStore('shots').get(hash)
      get.addEventListener('success', () => resolve(get.result as { image: Blob }))
    })
    db.close()
    const image = await createImageBitmap(shot.image)
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!
    pen.drawImage(image, 0, 0)
    Object.assign(globalThis, { unpacked: pen.getImageData(0, 0, image.width, image.height) })
  }, hash)
}
