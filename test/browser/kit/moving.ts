/** A picture as grey bytes, row by row. */
export interface Frame {
  width: number
  height: number
  grey: Uint8Array
}

/** Pixels between two codes that begin the table of a GIF anew: so few that codes never grow beyond a byte. */
const RUN = 100

/** Frames of one size as a moving GIF, each shown for a tenth of a second; 128 greys, and nothing packed: every pixel is its own code. */
export function movingGif(frames: readonly Frame[]): Buffer {
  const [{ width, height }] = frames as [Frame]
  const palette = Buffer.from(Array.from({ length: 128 }, (_, grey) => [grey * 2, grey * 2, grey * 2]).flat())
  const image = ({ grey }: Frame) => {
    const codes: number[] = []
    for (let at = 0; at < grey.length; at += RUN) codes.push(128, ...Array.from(grey.subarray(at, at + RUN), (one) => one >> 1))
    codes.push(129)
    const blocks = Array.from({ length: Math.ceil(codes.length / 255) }, (_, at) => codes.slice(at * 255, at * 255 + 255)).map((block) => Buffer.from([block.length, ...block]))
    return Buffer.concat([Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c]), u16(0, 0, width, height), Buffer.from([0, 7]), ...blocks, Buffer.from([0])])
  }
  return Buffer.concat([Buffer.from('GIF89a'), u16(width, height), Buffer.from([0xf6, 0, 0]), palette, ...frames.map(image), Buffer.from([0x3b])])
}

/** WebP files of one size, each as a browser writes one, as a moving WebP. */
export function movingWebp(files: readonly Buffer[], { width, height }: Pick<Frame, 'width' | 'height'>): Buffer {
  const size = [u24(width - 1), u24(height - 1)]
  const frame = (file: Buffer) => chunk('ANMF', Buffer.concat([u24(0), u24(0), ...size, u24(100), Buffer.from([0]), pixelsOf(file)]))
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', Buffer.concat([Buffer.from([2, 0, 0, 0]), ...size])), chunk('ANIM', Buffer.from([255, 255, 255, 255, 0, 0])), ...files.map(frame)])
  return Buffer.concat([Buffer.from('RIFF'), u32(body.length), body])
}

/** The chunk of a WebP that holds its pixels. */
function pixelsOf(file: Buffer): Buffer {
  for (let at = 12; at < file.length; at += 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) & 1)) {
    if (/^VP8[ L]$/.test(file.toString('latin1', at, at + 4))) return file.subarray(at, at + 8 + file.readUInt32LE(at + 4))
  }
  throw new Error('no pixels in this WebP')
}

function chunk(name: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(name), u32(data.length), data, Buffer.alloc(data.length & 1)])
}

const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [value & 255, value >> 8]))
const u24 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, value >> 16])
const u32 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24])
