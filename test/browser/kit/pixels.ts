import type { Page } from 'playwright-core'

export interface Pixels {
  width: number
  height: number
  /** `#rrggbb` at a place. */
  at: (x: number, y: number) => string
  /** Whether any pixel of an area differs from this colour by more than `by` in one of its parts. */
  holdsOther: (area: { x: number; y: number; width: number; height: number }, color: string, by?: number) => boolean
}

/** A picture's pixels, as the browser of a page of ours decodes them. */
export async function pixelsOf(page: Page, bytes: Uint8Array): Promise<Pixels> {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const blob = await (await fetch(`data:application/octet-stream;base64,${base64}`)).blob()
    const image = await createImageBitmap(blob)
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000))
    return { width: image.width, height: image.height, data: btoa(text) }
  }, Buffer.from(bytes).toString('base64'))
  const raw = Buffer.from(data, 'base64')
  const parts = (x: number, y: number) => [0, 1, 2].map((n) => raw[(Math.round(y) * width + Math.round(x)) * 4 + n]!)
  const at = (x: number, y: number) => `#${parts(x, y).map((part) => part.toString(16).padStart(2, '0')).join('')}`
  return {
    width,
    height,
    at,
    holdsOther: (area, color, by = 0) => {
      const wanted = [1, 3, 5].map((n) => Number.parseInt(color.slice(n, n + 2), 16))
      for (let y = Math.ceil(area.y); y < area.y + area.height; y++) {
        for (let x = Math.ceil(area.x); x < area.x + area.width; x++) {
          for (let n = 0; n < 3; n++) if (Math.abs(raw[(y * width + x) * 4 + n]! - wanted[n]!) > by) return true
        }
      }
      return false
    },
  }
}

/** Every picture that the database holds in whatever table and field, and the rows around them as text. Handed to a page of the extension's own. */
export async function everythingStored(): Promise<{ pictures: { where: string; base64: string }[]; text: string }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('duwang')
    open.addEventListener('success', () => resolve(open.result))
    open.addEventListener('error', () => reject(open.error))
  })
  const pictures: { where: string; base64: string }[] = []
  const texts: string[] = []
  const walk = async (value: unknown, where: string): Promise<void> => {
    if (value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(await new Blob([value as BlobPart]).arrayBuffer())
      const isPicture = (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8) || (bytes[0] === 0x52 && bytes[1] === 0x49)
      let text = ''
      for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
      if (isPicture) pictures.push({ where, base64: btoa(text) })
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) await walk(part, `${where}.${name}`)
    }
  }
  for (const name of db.objectStoreNames) {
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const all = db.transaction(name).objectStore(name).getAll()
      all.addEventListener('success', () => resolve(all.result as unknown[]))
      all.addEventListener('error', () => reject(all.error))
    })
    for (const row of rows) await walk(row, name)
    // Histories and the list of what is gone name hashes, which are no pixels.
    if (name !== 'events' && name !== 'burnt') texts.push(JSON.stringify(rows))
  }
  db.close()
  return { pictures, text: texts.join('\n') }
}
