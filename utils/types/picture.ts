import type { Area } from './drawing.ts'
import type { Finding } from './finding.ts'
import type { OcrProgress } from './ocr.ts'
import type { Phrase } from './phrase.ts'
import type { Day, PageKind } from './reading.ts'
import type { Box } from './record.ts'

/** A picture's file is read to this size, in bytes; link checks stop at 64 KiB, but half a picture cannot be read. */
export const LARGEST_PICTURE = 20 * 1024 * 1024

/** Where the pixels of a picture come from. */
export type PictureSource =
  /** Its address, `data:` too: the file itself. */
  | { by: 'address'; src: string }
  /** The window as it shows: for what no request of ours can have (a login, a `blob:` let go of, a canvas), and for a frame that a person drew. */
  | { by: 'place'; box: Box; viewportWidth: number }
  /** A screenshot of the ledger; our own pages alone may ask. */
  | { by: 'shot'; hash: string }

/** 识别图中文字: which picture, and what of its page the text check must know. */
export interface PictureOrder {
  source: PictureSource
  pageUrl: string
  pageKind: PageKind
  publishedOn: Day | null
}

/** Lines that belong together, as one text. Personal data is masked. */
export interface PictureParagraph {
  text: string
  /** `[start, end)` of characters that may have been read wrong, in UTF-16 units. */
  unsure: [number, number][]
}

/** A suspicion in a picture. Its anchor has neither selector nor picture yet: only the page knows which element shows it. */
export interface PictureFinding {
  finding: Finding
  /** Where the words stand, in pixels of the picture, one area a line. */
  areas: Area[]
}

/** What a picture says, checked like the text of a page. */
export interface PictureText {
  /** Size of the picture that was read, in its pixels. */
  width: number
  height: number
  paragraphs: PictureParagraph[]
  /** Mean over the characters, 0 to 100. */
  confidence: number
  findings: PictureFinding[]
  /** What a person must know: no words in it, suspicions left out because they were read unsurely, the model did not run … */
  notes: Phrase[]
}

/** What is told while a picture is read; the text comes last. `taken`: the window was photographed and may show our layer again. */
export type PictureNews = { progress: { stage: PictureStage; done: number } } | { taken: true } | { text: PictureText }

/** Stages of a reading, in their order. */
export type PictureStage = 'fetching' | OcrProgress['stage'] | 'checking'

/** How far the pictures of a page are. */
export interface PicturesProgress {
  /** Large pictures of the article. */
  large: number
  /** Those of them whose text was read. */
  read: number
  /** The picture under way, and how far it is; null while none is. `stage`'s `done` is 0 to 1. */
  running: { nth: number; of: number; stage: PictureStage; done: number } | null
  /** Pictures that are left for another time, because so many at once are enough. */
  left: number
}

/** One picture of a page that a person wanted to be read. */
export interface PictureState {
  id: string
  name: Phrase
  state: 'waiting' | 'running' | 'done' | 'failed'
  stage: PictureStage
  done: number
  /** Why it could not be read, or what became of the picture since. */
  says: Phrase | null
  text: PictureText | null
}
