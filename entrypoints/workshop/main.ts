import modelUrl from '../../assets/model/wording.bin?url'
import { openLines } from '../../utils/browser/streams.ts'
import { answer } from '../../utils/browser/transport.ts'
import { startPreparing } from '../../utils/app/desk/exports/start-preparing.ts'
import { createWordingWork } from '../../utils/app/workshop.ts'
import { PlainError } from '../../utils/errors.ts'
import type { Sender, StreamHandlers, ToWorkshop, WorkshopStreams } from '../../utils/messages.ts'
import { LedgerDb } from '../../utils/ledger/db.ts'
import { startPictures } from './pictures.ts'

/** Hidden page where heavy work runs: its workers load the language model, and what reads pictures, once for all tabs. */
const worker = new Worker(new URL('./wording.worker.ts', import.meta.url), { type: 'module' })
const wording = createWordingWork(worker, new URL(modelUrl, location.href).href)

const ourselvesOnly = (name: string, _: unknown, sender: Sender) => {
  if (!sender.own) throw new PlainError({ key: 'app.error.bad-message', params: { name } })
}

// Left out of the build that cannot read pictures.
const lines: Partial<StreamHandlers<WorkshopStreams>> = import.meta.env.MODE === 'legacy' ? {} : { 'picture.text': startPictures() }

answer<ToWorkshop>('workshop', { 'model.suspects': wording, 'line.open': openLines(lines) }, ourselvesOnly)

// Soon after recording, so that the export finds what it needs though no ledger page was open meanwhile. In Firefox, whose background holds
// this page as a frame, the recognisers of pictures sometimes never started beside it: there the ledger page alone makes the copies.
if (!import.meta.env.FIREFOX) startPreparing(new LedgerDb(), 'newest')
