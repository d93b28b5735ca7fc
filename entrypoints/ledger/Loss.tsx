import { LossNote } from '../../components/ledger/LossNote.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { report } from '../../utils/errors.ts'
import type { Doing } from './App.tsx'
import { useWork } from './settings/useWork.ts'

/** What the browser has lost of the ledger. */
export function Loss({ desk, doing }: { desk: Desk; doing: Doing }) {
  const loss = useLive(desk.loss, [], report)
  const { work, run, cancel } = useWork()
  return <LossNote loss={loss} work={work} onExport={() => run(desk.rescue)} onCancel={cancel} onSeen={() => doing(desk.seenLoss)} />
}
