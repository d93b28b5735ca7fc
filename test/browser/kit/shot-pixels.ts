import type { Page } from 'playwright-core'

/** Colours of a stored screenshot at places of it, as `r,g,b`; its size. */
export interface Sampled {
  width: number
  height: number
  colours: string[]
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
