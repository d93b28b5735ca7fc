import type { Area } from '../types/drawing.ts'
import type { OcrChar } from '../types/ocr.ts'

const HAN = /^[\p{Script=Han}〇々]$/u
const CHINESE_SIGN = /^[，。、；：？！（）《》〈〉【】〔〕“”‘’—…·～｜／％]$/u
const WORD = /^[A-Za-z0-9]$/

export const isHan = (text: string | undefined) => text !== undefined && HAN.test(text)

/** Han or a sign of Chinese punctuation: what takes a whole square. */
export const isChinese = (text: string | undefined) => text !== undefined && (HAN.test(text) || CHINESE_SIGN.test(text))

export const isDigit = (text: string | undefined) => text !== undefined && text >= '0' && text <= '9' && text.length === 1

/** A Latin letter or a digit. */
export const isLatin = (text: string | undefined) => text !== undefined && WORD.test(text)

/** Whether a line is Chinese, whatever numbers and names stand in it. */
export const isChineseLine = (chars: readonly OcrChar[]) => chars.filter(({ text }) => isHan(text)).length * 5 > chars.length

/** Height of a digit, in heights of a Chinese character of the same print. */
export const DIGIT = 0.76

/** Size of a Chinese character in a line, in its pixels: the upper quartile of the sides of its Han, else by the height of what stands there. */
export function emOf(chars: readonly OcrChar[]): number {
  const sides = chars.filter(({ text }) => isHan(text)).map(({ box }) => Math.max(box.width, box.height)).sort((a, b) => a - b)
  return sides[Math.floor(sides.length * 0.75)] ?? Math.max(1, ...chars.map(({ box }) => box.height)) / DIGIT
}

/** The smallest rectangle around all of them. */
export function around(boxes: readonly Area[]): Area {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const [right, bottom] = [Math.max(...boxes.map((box) => box.x + box.width)), Math.max(...boxes.map((box) => box.y + box.height))]
  return { x, y, width: right - x, height: bottom - y }
}
