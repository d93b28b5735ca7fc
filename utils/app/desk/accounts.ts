import { newId } from '../new-id.ts'
import { saveFile } from '../../browser/save.ts'
import { PlainError } from '../../errors.ts'
import { sameAddress } from '../../ledger/fingerprint.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { dayInShanghai } from '../../lists/week.ts'
import { sayInChinese } from '../../locale.ts'
import { accountKey, accountsFile, parseAccounts, wordOfPlatform } from '../../roster/account-file.ts'
import { accountRows } from '../../roster/accounts.ts'
import { finished, mergeAccounts } from '../../roster/merge-accounts.ts'
import type { Account, AccountRow } from '../../types/account.ts'
import type { Phrase } from '../../types/phrase.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file or a pasted table that was read and not yet imported. */
export interface AccountsImport {
  bytes: Uint8Array
  preview: { rows: number; added: number; changed: number; unchanged: number; problems: { line: number; says: Phrase }[] }
}

/** What the ledger page does with 政务新媒体 accounts. */
export function accountDesk({ db, now }: Pick<Ledger, 'db' | 'now'>) {
  const today = () => dayInShanghai(now().toISOString())
  const rows = async (): Promise<AccountRow[]> => accountRows(await db.accounts.toArray(), today())
  const plan = async (bytes: Uint8Array) => {
    const parsed = parseAccounts(bytes, today())
    const [accounts, units] = await Promise.all([db.accounts.toArray(), db.units.toArray()])
    return { parsed, merged: mergeAccounts(parsed.accounts, { accounts, units, newId, sameAddress }) }
  }
  return {
    accounts: watch(rows),
    /** @throws RosterRefused */
    readAccounts: async (given: File | string): Promise<AccountsImport> => {
      const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : new Uint8Array(await given.arrayBuffer())
      const { parsed, merged } = await plan(bytes)
      const { added, changed, unchanged } = merged
      return { bytes, preview: { rows: parsed.rows, added: added.length, changed: changed.length, unchanged, problems: parsed.problems } }
    },
    /** Planned anew, because the accounts may have changed since the person looked. */
    importAccounts: async ({ bytes }: AccountsImport): Promise<Phrase> => {
      const { merged } = await plan(bytes)
      await db.accounts.bulkPut([...merged.added, ...merged.changed])
      return { key: 'selfcheck.accounts.imported', params: { added: merged.added.length, changed: merged.changed.length } }
    },
    /** Adds (`id` null) or changes an account. @throws PlainError where another one bears its name on the same platform */
    saveAccount: async (id: string | null, wanted: Omit<Account, 'id' | 'unitId' | 'address'>): Promise<Phrase> => {
      const units = await db.units.toArray()
      await db.transaction('rw', db.accounts, async () => {
        const twin = (await db.accounts.toArray()).find((other) => other.id !== id && accountKey(other) === accountKey(wanted))
        if (twin) throw new PlainError({ key: 'selfcheck.accounts.twin', params: { name: twin.name } })
        await db.accounts.put(finished({ ...wanted, id: id ?? newId(), unitId: null, address: null }, units, sameAddress))
      })
      return { key: 'selfcheck.accounts.saved', params: { name: wanted.name } }
    },
    removeAccount: async ({ id, name }: Account): Promise<Phrase> => {
      await db.accounts.delete(id)
      return { key: 'selfcheck.accounts.removed', params: { name } }
    },
    restoreAccount: async (account: Account): Promise<null> => {
      await db.accounts.put(account)
      return null
    },
    exportAccounts: async (): Promise<Phrase> => {
      const printed = (await rows()).map((row) => ({ ...row, platform: wordOfPlatform(row.account.platform), overdue: sayInChinese(row.overdue) }))
      const { accountsXlsx } = await import('../../lists/sheet/accounts-xlsx.ts')
      const { name, bytes } = await accountsXlsx(printed, today())
      saveFile(name, [bytes], XLSX)
      return { key: 'selfcheck.exported', params: { name } }
    },
    /** All accounts as a CSV that can be imported again; the empty table where there are none. */
    accountsCsv: async (): Promise<null> => {
      const { name, bytes } = accountsFile((await rows()).map(({ account }) => account))
      saveFile(name, [bytes], 'text/csv')
      return null
    },
  }
}
