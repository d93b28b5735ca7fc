import { LedgerBroken, type Trouble } from '../../components/ledger/LedgerBroken.tsx'
import type { Desk } from '../../utils/app/desk/index.ts'
import { useWork } from './settings/useWork.ts'

/** The ledger that does not open. */
export function Broken({ desk, trouble }: { desk: Desk; trouble: Trouble }) {
  const { work, run, cancel } = useWork()
  return <LedgerBroken trouble={trouble} work={work} onReload={() => location.reload()} onExport={() => run(desk.rescue)} onCancel={cancel} />
}
