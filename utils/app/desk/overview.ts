import { report } from '../../errors.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { live } from '../../ledger/live.ts'
import { issueFigures } from '../../ledger/overview.ts'
import { dayInShanghai } from '../../lists/week.ts'
import type { Overview } from '../../types/overview.ts'
import { accountFigures, columnFigures } from '../freshness-figures.ts'

/** What an office looks at first: figures counted by index, told anew whenever something changes. */
export function overviewDesk({ db, now }: Pick<Ledger, 'db' | 'now'>) {
  const today = () => dayInShanghai(now().toISOString())
  return {
    overview: (tell: (overview: Overview) => void) => live(() => overviewOf(), tell, report),
  }

  async function overviewOf(): Promise<Overview> {
    const [figures, columns, accounts] = await Promise.all([issueFigures(db, today()), columnFigures(db, today()), accountFigures(db, today())])
    return { ...figures, columns, accounts }
  }
}
