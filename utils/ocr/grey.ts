/** A grey picture: one byte a pixel, 0 black to 255 white, row by row. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

/** Brightness of a coloured picture (ITU-R BT.601). @param pixels red, green, blue, opacity a pixel; drawn on white before */
export function greyOf({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }): Grey {
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    grey[at] = (data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 8
  }
  return { width, height, data: grey }
}
