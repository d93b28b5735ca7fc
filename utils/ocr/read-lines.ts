import { letOthers } from '../types/let-others.ts'
import type { OcrLine } from '../types/ocr.ts'
import type { Engine } from './engine.ts'
import type { Row } from './find-lines.ts'
import type { Grey } from './grey.ts'
import { doubtJob, lineJob, withSettled, type Job, type Settled } from './recognise.ts'
import { leaning } from './slant.ts'

/** A row and what is written in it. */
export interface ReadRow {
  row: Row
  line: OcrLine
}

/**
 * Reads the lines of a picture on several recognisers. Whole lines come first, the longest before the others, and doubts after them:
 * short pieces of work at the end keep all of them busy to the last. None waits for us: what it has read is looked at, and what
 * comes next is cut out, while it is at work.
 * @param told how many rows were read, each time there is one more
 */
export async function readLines(picture: Grey, rows: readonly Row[], slope: number, engines: readonly Engine[], told: (rows: number) => void): Promise<ReadRow[]> {
  const page = { picture, slope, rows }
  const read: ReadRow[] = []
  const again: Job[] = []
  let done = 0
  const jobFor = (row: Row) =>
    lineJob(page, row, (job) => void again.unshift(job), (line, doubts, row) => {
      told(++done)
      if (!line) return
      const [made, settled]: [ReadRow, Settled[]] = [{ row, line }, []]
      read.push(made)
      for (const doubt of doubts) {
        const job = doubtJob(page, row, line, doubt, (one) => {
          settled.push(one)
          made.line = withSettled(line, settled)
        })
        if (job) again.push(job)
      }
    })
  const first = [...rows].sort((a, b) => (b.x1 - b.x0) / b.em - (a.x1 - a.x0) / a.em).map(jobFor)
  const next = () => first.shift() ?? again.shift()
  const work = async (engine: Engine) => {
    let settle = () => {}
    const lastly = () => {
      settle()
      settle = () => {}
      return next()
    }
    for (let job = next(); job; job = next() ?? lastly()) {
      const { heard } = job
      const answer = engine.read(job.strip(), job.script)
      // told where it is waited for
      answer.catch(() => undefined)
      // the strip is on its way before anything else is done
      await letOthers()
      settle()
      for (const soon of first.slice(0, engines.length)) soon.strip()
      const words = await answer
      settle = () => heard(words)
    }
  }
  await Promise.all(engines.map(work))
  return read.map(({ row, line }) => ({ row, line: leaning(line, row, slope) }))
}
