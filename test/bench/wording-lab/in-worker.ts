import { PACKS } from '../../../assets/packs/index.ts'
import { createWordingChecker, loadPacks } from '../../../utils/wording/index.ts'
import { createModelChecker, loadModel, mergeSuspicions, warmUp, type Model, type ModelChecker } from '../../../utils/wording/model/index.ts'

const ABOUT = { pageDay: '2026-11-20', kind: 'article', role: 'body' } as const
const PASSES = 9

/** What the bench asks of its Worker, one step after the other, so that memory can be measured between them. */
export interface Steps {
  /** Unpacks the model and makes the checker: ms. */
  load: (asset: ArrayBuffer) => number
  warmUp: () => number
  /** Rules and model over all texts, once: ms. */
  read: (texts: readonly string[]) => number
  /** The same again and again: characters a second, the median. */
  speed: (texts: readonly string[]) => number
}

const { packs } = loadPacks(PACKS)
const rules = createWordingChecker(packs)
let loaded: { model: Model; checker: ModelChecker } | null = null

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function read(texts: readonly string[]): number {
  const { checker } = loaded!
  return timed(() => { for (const text of texts) mergeSuspicions(rules.check(text, ABOUT), checker.suspects(text)) })
}

export const steps: Steps = {
  load: (asset) => timed(() => {
    const model = loadModel(asset)
    loaded = { model, checker: createModelChecker(model, packs) }
  }),
  warmUp: () => timed(() => warmUp(loaded!.checker)),
  read,
  speed: (texts) => {
    const times = Array.from({ length: PASSES }, () => read(texts)).sort((a, b) => a - b)
    return texts.join('').length / times[PASSES >> 1]! * 1000
  },
}
