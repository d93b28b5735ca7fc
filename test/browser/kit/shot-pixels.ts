import type { Page } from 'playwright-core'

/** Colours of a stored screenshot at places of it, as `r,g,b`; its size. */
export interface Sampled {
  width: number
  height: number
  colours: string[]
}

/** Where a stored picture has a colour, `r,g,b`: the smallest rectangle around it; null where it has none. */
export function boxOfColour(desk: Page, hash: string, colour: string): Promise<{ x: number; y: number; width: number; height: number } | null> {
  return desk.evaluate(
    async ([hash, colour]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const open = indexedDB.open('duwang')
        open.addEventListener('success', () => resolve(open.result))
      })
      const shot = await new Promise<{ image: Blob }>((resolve) => {
        const get = db.transaction('shots').objectStore('shots').get(hash)
        get.addEventListener('success', () => resolve(get.result as { image: Blob }))
      })
      db.close()
      const { width, height, ...bitmap } = await createImageBitmap(shot.image).then((one) => ({ one, width: one.width, height: one.height }))
      const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!
      pen.drawImage(bitmap.one, 0, 0)
      const { data } = pen.getImageData(0, 0, width, height)
      const [r, g, b] = colour.split(',').map(Number)
      let [left, top, right, bottom] = [width, height, -1, -1]
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 4
          if (data[at] !== r || data[at + 1] !== g || data[at + 2] !== b) continue
          left = Math.min(left, x)
          right = Math.max(right, x)
          top = Math.min(top, y)
          bottom = Math.max(bottom, y)
        }
      }
      return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
    },
    [hash, colour] as const,
  )
}

/** Looks into a stored picture, in one of the extension's own pages. `at`: pixels of the picture. */
export function pixelsOf(desk: Page, hash: string, at: readonly (readonly [x: number, y: number])[]): Promise<Sampled> {
  return desk.evaluate(
    async ([hash, at]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const open = indexedDB.open('duwang')
        open.addEventListener('success', () => resolve(open.result))
      })
      const shot = await new Promise<{ image: Blob }>((resolve) => {
        const get = db.transaction('shots').objectStore('shots').get(hash)
        get.addEventListener('success', () => resolve(get.result as { image: Blob }))
      })
      db.close()
      const bitmap = await createImageBitmap(shot.image)
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const pen = canvas.getContext('2d', { willReadFrequently: true })!
      pen.drawImage(bitmap, 0, 0)
      return { width: bitmap.width, height: bitmap.height, colours: at.map(([x, y]) => [...pen.getImageData(x, y, 1, 1).data].slice(0, 3).join()) }
    },
    [hash, at] as const,
  )
}
