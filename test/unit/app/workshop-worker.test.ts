import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { answerWording, type WorkerAnswer, type WorkerQuestion } from '../../../utils/app/workshop-worker.ts'
import { soon } from '../../soon.ts'

/** The worker's side of the line, without a worker. */
function started() {
  const said: WorkerAnswer[] = []
  let hear: (event: MessageEvent<WorkerQuestion>) => void = () => {}
  answerWording({ addEventListener: (_, heard) => { hear = heard }, postMessage: (answer) => { said.push(answer) } })
  return { said, ask: (question: Partial<WorkerQuestion>) => hear({ data: { id: 1, modelUrl: 'model', ask: null, ...question } } as MessageEvent<WorkerQuestion>) }
}

const ASK: WorkerQuestion['ask'] = {
  blocks: [{ id: 7, text: '要进一步优化营商环竟，提升服务水平。', role: 'body' }, { id: 8, text: '会议听取了汇报。', role: 'body' }],
  level: 'balanced', ownNames: [], ignores: { rules: [], phrases: [] },
}
const asset = () => new Response(readFileSync(new URL('../../../assets/model/wording.bin', import.meta.url)))

afterEach(() => vi.unstubAllGlobals())

test('the model is loaded and warmed up without an answer, once, and then answers about blocks that have something', async () => {
  const fetched = vi.fn(async () => asset())
  vi.stubGlobal('fetch', fetched)
  const { said, ask } = started()
  ask({ id: 0 })
  ask({ id: 1, ask: ASK })
  await soon(() => expect(said).toHaveLength(1), 5000)
  expect(said[0]).toMatchObject({ id: 1, ok: true, found: [[7, [{ quote: '竟', suggestion: '境' }]]] })
  expect(fetched).toHaveBeenCalledTimes(1)
})

test('a model that could not be loaded is told to who asks, not to who only warmed up, and is tried again', async () => {
  const fetched = vi.fn(async () => new Response('no model'))
  vi.stubGlobal('fetch', fetched)
  const { said, ask } = started()
  ask({ id: 0 })
  await soon(() => expect(fetched).toHaveBeenCalledTimes(1))
  ask({ id: 1, ask: ASK })
  await soon(() => expect(said).toHaveLength(1), 5000)
  expect(said[0]).toMatchObject({ id: 1, ok: false })
  fetched.mockImplementation(async () => asset())
  ask({ id: 2, ask: ASK })
  await soon(() => expect(said).toHaveLength(2), 5000)
  expect(said[1]).toMatchObject({ id: 2, ok: true })
})
