import { createWorker, OEM, PSM, type Worker as Tesseract } from 'tesseract.js'
import { OcrError } from './errors.ts'
import type { Grey } from './grey.ts'
import { pgmOf } from './pgm.ts'

/** One character as the recogniser gives it, in pixels of the picture that it was given. */
export interface RawChar {
  text: string
  confidence: number
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Characters of one line, in words as the recogniser cuts them: between two words it saw a space. */
export interface RawLine {
  words: RawChar[][]
}

/** Reads one grey picture. */
export interface Engine {
  read: (picture: Grey, mode: ReadMode) => Promise<RawLine[]>
  end: () => void
}

/** `page`: find the lines; `line`: the picture is one line. */
export type ReadMode = 'page' | 'line'

const MODES: Record<ReadMode, PSM> = { page: PSM.AUTO, line: PSM.SINGLE_LINE }

/** A start that was refused may never settle (no WebAssembly by the page's policy): then it is given up after this time, in ms. */
const START_LIMIT = 30_000

/**
 * Starts the recogniser: a worker of its own with program and model from `folder`, never from the network.
 * @param folder absolute address where OCR_FILES stand
 * @throws OcrError `engine`
 */
export async function startEngine(folder: string): Promise<Engine> {
  let failed: (error: unknown) => void = () => undefined
  const failure = new Promise<never>((_, reject) => (failed = reject))
  failure.catch(() => undefined)
  const timer = setTimeout(() => failed(new OcrError('engine')), START_LIMIT)
  const start = createWorker('chi_sim', OEM.LSTM_ONLY, {
    workerPath: `${folder}/worker.min.js`,
    corePath: folder,
    langPath: folder,
    workerBlobURL: false,
    cacheMethod: 'none',
    errorHandler: (why: unknown) => failed(new OcrError('engine', undefined, { cause: new Error(String(why)) })),
  })
  const tesseract = await Promise.race([start, failure]).catch((error: unknown) => {
    throw error instanceof OcrError ? error : new OcrError('engine', undefined, { cause: error })
  }).finally(() => clearTimeout(timer))
  let mode: ReadMode | null = null
  const read = async (picture: Grey, wanted: ReadMode) => {
    if (mode !== wanted) await tesseract.setParameters({ tessedit_pageseg_mode: MODES[wanted] })
    mode = wanted
    return linesOf(await tesseract.recognize(pgmOf(picture) as unknown as Buffer, {}, { text: false, blocks: true }))
  }
  return { read: (picture, wanted) => Promise.race([read(picture, wanted), failure]), end: () => void tesseract.terminate() }
}

function linesOf({ data }: Awaited<ReturnType<Tesseract['recognize']>>): RawLine[] {
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
  return lines.map(({ words }) => ({
    words: words.map(({ symbols }) => symbols.map(({ text, confidence, bbox }) => ({ text, confidence, ...bbox }))),
  }))
}
