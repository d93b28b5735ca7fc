import { PACKS } from '../../assets/packs/index.ts'
import type { In, Out, ToWorkshop } from '../messages.ts'
import { loadPacks } from '../wording/index.ts'
import { createModelChecker, loadModel, warmUp, type Model, type ModelChecker } from '../wording/model/index.ts'

type Ask = In<ToWorkshop, 'model.suspects'>
type Found = Out<ToWorkshop, 'model.suspects'>

/** What travels between the workshop and its worker. */
export type WorkerAnswer = { id: number; ok: true; found: Found } | { id: number; ok: false; why: string }

/** A question, or null: only to make ready, no answer is wanted. */
export interface WorkerQuestion {
  id: number
  modelUrl: string
  ask: Ask | null
}

interface Post {
  addEventListener: (name: 'message', heard: (event: MessageEvent<WorkerQuestion>) => void) => void
  postMessage: (answer: WorkerAnswer) => void
}

/** The worker's whole work: the model is loaded at the first message and warmed up, and a checker is made anew when level, names or what is ignored change. */
export function answerWording(post: Post): void {
  let model: Promise<Model> | null = null
  let checker: { key: string; made: ModelChecker } | null = null
  const packs = loadPacks(PACKS).packs
  const checkerFor = (loaded: Model, { level, ownNames, ignores }: Ask): ModelChecker => {
    const key = JSON.stringify([level, ownNames, ignores])
    if (checker?.key !== key) checker = { key, made: createModelChecker(loaded, packs, { level, ownNames, ignores }) }
    return checker.made
  }
  post.addEventListener('message', ({ data: { id, modelUrl, ask } }) => {
    model ??= load(modelUrl)
    model.then((loaded) => {
      if (ask === null) return warmUp(createModelChecker(loaded, packs))
      post.postMessage({ id, ok: true, found: [...checkerFor(loaded, ask).suspectsOnPage(ask.blocks)].filter(([, found]) => found.length > 0) })
    }).catch((error: unknown) => {
      // Asked for anew next time: the disk may have been busy. Who asks then is told if it fails again.
      model = null
      if (ask !== null) post.postMessage({ id, ok: false, why: String(error) })
    })
  })
}

/** From our own package, not from the network. */
async function load(url: string): Promise<Model> {
  const answer = await fetch(url)
  return loadModel(await answer.arrayBuffer())
}
