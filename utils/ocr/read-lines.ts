import type { OcrLine } from '../types/ocr.ts'
import type { Engine } from './engine.ts'
import type { Row } from './find-lines.ts'
import type { Grey } from './grey.ts'
import { recognise, recogniseAgain, withSettled, type Settled } from './recognise.ts'

/** A row and what is written in it. */
export interface ReadRow {
  row: Row
  line: OcrLine
}

/** A piece of work for the recogniser that is free next. */
type Job = (engine: Engine) => Promise<void>

/**
 * Reads the lines of a picture on several recognisers. Whole lines come first, the longest before the others, and doubts after them:
 * short pieces of work at the end keep all of them busy to the last.
 * @param told how many rows were read, each time there is one more
 */
export async function readLines(picture: Grey, rows: readonly Row[], slope: number, engines: readonly Engine[], told: (rows: number) => void): Promise<ReadRow[]> {
  const read: ReadRow[] = []
  const again: Job[] = []
  let done = 0
  const first = rows.map((row): { length: number; job: Job } => ({
    length: (row.x1 - row.x0) / row.em,
    job: async (engine) => {
      const { line, doubts } = await recognise(picture, row, slope, engine)
      told(++done)
      if (!line) return
      const [made, settled]: [ReadRow, Settled[]] = [{ row, line }, []]
      read.push(made)
      for (const doubt of doubts) {
        again.push(async (other) => {
          settled.push(await recogniseAgain(picture, row, line, doubt, slope, other))
          made.line = withSettled(line, settled)
        })
      }
    },
  }))
  first.sort((a, b) => b.length - a.length)
  const work = async (engine: Engine) => {
    for (let job = first.shift()?.job ?? again.shift(); job; job = first.shift()?.job ?? again.shift()) await job(engine)
  }
  await Promise.all(engines.map(work))
  return read
}
