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

/** Reads one line of text, dark on white: its characters in words, as the recogniser sees spaces between them. */
export interface Engine {
  read: (strip: Grey, script: Script) => Promise<RawChar[][]>
}

/** What may stand in a line: anything, or digits, Latin letters and their signs alone. */
export type Script = 'all' | 'latin'

/** A strip is the line as it stands; a few digits alone are read better when the recogniser frames them itself. */
const SETTINGS: Record<Script, { tessedit_pageseg_mode: PSM; tessedit_char_whitelist: string }> = {
  all: { tessedit_pageseg_mode: PSM.RAW_LINE, tessedit_char_whitelist: '' },
  latin: {
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    tessedit_char_whitelist: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;%+-/()@_&~#',
  },
}

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
  let script: Script | null = null
  const read = async (strip: Grey, wanted: Script) => {
    if (script !== wanted) await tesseract.setParameters(SETTINGS[wanted])
    script = wanted
    return wordsOf(await tesseract.recognize(pgmOf(strip) as unknown as Buffer, {}, { text: false, blocks: true }))
  }
  return { read: (strip, wanted) => Promise.race([read(strip, wanted), failure]) }
}

function wordsOf({ data }: Awaited<ReturnType<Tesseract['recognize']>>): RawChar[][] {
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
  return lines.flatMap(({ words }) => words.map(({ symbols }) => symbols.map(({ text, confidence, bbox }) => ({ text, confidence, ...bbox }))))
}
