import type { Area } from './drawing.ts'
import type { Phrase } from './phrase.ts'

/** One character as it was read, in pixels of the picture as it was handed in. */
export interface OcrChar {
  text: string
  box: Area
  /** 0 to 100. */
  confidence: number
}

/** One line. `text` is its characters joined: their places lead back to the picture. */
export interface OcrLine {
  text: string
  chars: OcrChar[]
  box: Area
}

/** What a picture says (识别图中文字). */
export interface OcrReading {
  /** Size of the picture as it was handed in. */
  width: number
  height: number
  lines: OcrLine[]
  /** Mean over the characters, 0 to 100; 0 where there are none. */
  confidence: number
  /** What a person must know of this reading: no words in it, handwriting, vertical writing, only the upper part read … */
  notes: Phrase[]
}

/** How far a reading is. `done`: 0 to 1 of the stage. */
export interface OcrProgress {
  /** `waiting`: another picture is read first; `loading`: the recogniser starts; `reading`: the words are read. */
  stage: 'waiting' | 'loading' | 'reading'
  done: number
}

/** A picture to be read. */
export interface PictureAsk {
  /** The file's bytes in base64: what Chromium hands between its processes is text. */
  picture: string
  /** The part of it to read, in its pixels; null for all. */
  region: Area | null
}

/** What is told while a picture is read; the reading comes last. */
export type PictureBit = { progress: OcrProgress } | { reading: OcrReading }
