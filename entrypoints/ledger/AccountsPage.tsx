import { useState } from 'preact/hooks'
import { AccountsView } from '../../components/ledger/accounts/AccountsView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { AccountsImport } from '../../utils/app/desk/accounts.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { Doing } from './App.tsx'

/** 政务新媒体: the accounts, and a look at what a file would change before it does. */
export function AccountsPage({ desk, doing }: { desk: Desk; doing: Doing }) {
  const [planned, setPlanned] = useState<AccountsImport | null>(null)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const rows = useLive(desk.accounts, [])
  const units = useLive(desk.units, [])
  if (rows === null) return null
  const read = async (given: File | string) => {
    setProblem(null)
    setPlanned(null)
    try {
      setPlanned(await desk.readAccounts(given))
    } catch (error) {
      setProblem(phraseOf(error))
    }
  }
  return (
    <AccountsView
      rows={rows}
      today={desk.today()}
      units={(units ?? []).map(({ name }) => name)}
      preview={planned?.preview ?? null}
      problem={problem}
      onSave={(id, fields) => doing(() => desk.saveAccount(id, fields))}
      onRemove={(account) => doing(() => desk.removeAccount(account), () => desk.restoreAccount(account))}
      onRead={(given) => void read(given)}
      onImport={() => {
        if (planned) doing(() => desk.importAccounts(planned))
        setPlanned(null)
      }}
      onCancelImport={() => {
        setPlanned(null)
        setProblem(null)
      }}
      onExport={() => doing(desk.exportAccounts)}
      onCsv={() => doing(desk.accountsCsv)}
    />
  )
}
