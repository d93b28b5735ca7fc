import { PlainError } from '../../errors.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { undoRosterChange, type RosterChange, type RosterUndo, type Told } from '../../ledger/roster-change.ts'
import type { Phrase } from '../../types/phrase.ts'
import { changeAndRehome } from '../change-roster.ts'

/** Steps that can be taken back, the newest first. */
const KEPT = 20

export type RosterSteps = ReturnType<typeof rosterSteps>

/** Changes of the roster made in this window, each to be taken back, the last one first. */
export function rosterSteps(ledger: Ledger, changed: () => void) {
  const done: { says: Phrase; undo: RosterUndo }[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    listeners.forEach((listener) => listener())
    changed()
  }
  return {
    /** Changes the roster and remembers how to go back. Answers how many issues found their unit by it. */
    take: async (says: Phrase, change: RosterChange, told?: Told): Promise<number> => {
      const undo = await changeAndRehome(ledger, change, told)
      done.unshift({ says, undo })
      done.splice(KEPT)
      tell()
      return undo.issues.length
    },
    /** @throws PlainError where there is nothing to take back */
    undo: async (): Promise<Phrase> => {
      const step = done[0]
      if (!step) throw new PlainError({ key: 'rosterdesk.error.nothing-to-undo' })
      await undoRosterChange(ledger, step.undo)
      done.shift()
      tell()
      return { key: 'rosterdesk.undone' }
    },
    /** What the next undo takes back. */
    last: (listen: (says: Phrase | null) => void) => {
      const look = () => listen(done[0]?.says ?? null)
      listeners.add(look)
      look()
      return () => void listeners.delete(look)
    },
  }
}
