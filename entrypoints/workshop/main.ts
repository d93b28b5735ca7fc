import modelUrl from '../../assets/model/wording.bin?url'
import { answer } from '../../utils/browser/transport.ts'
import { PlainError } from '../../utils/errors.ts'
import type { ToWorkshop } from '../../utils/messages.ts'
import { createWordingWork } from '../../utils/app/workshop.ts'

/** Hidden page where heavy work runs: its worker loads the language model once for all tabs. */
const worker = new Worker(new URL('./wording.worker.ts', import.meta.url), { type: 'module' })
const wording = createWordingWork(worker, new URL(modelUrl, location.href).href)

answer<ToWorkshop>('workshop', { 'model.suspects': wording }, (name, _, sender) => {
  if (!sender.own) throw new PlainError({ key: 'app.error.bad-message', params: { name } })
})
