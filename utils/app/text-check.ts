import { PACKS } from '../../assets/packs/index.ts'
import type { CheckContext } from '../checks/check.ts'
import { textCheckOf } from '../checks/wording.ts'
import { report } from '../errors.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { readOwnWords } from '../ledger/own-words.ts'
import { readSettings, type Settings } from '../ledger/settings.ts'
import { createWordingChecker, loadPacks, type Broken, type Pack } from '../wording/index.ts'
import { ownPack } from './own-pack.ts'

/** Gives the text check with what the office has set; the same one until something of that changes. */
export type TextCheck = () => Promise<CheckContext['checkText']>

/** Names that are right as they stand: the units of the roster. */
export async function ownNamesOf(db: LedgerDb): Promise<string[]> {
  const units = await db.units.toArray()
  return units.flatMap(({ name, aliases }) => [name, ...aliases])
}

/**
 * The text check on the packs that ship with the extension and on the office's own words. It is built when a page first asks
 * for it, and anew only when settings, own words or unit names changed; a broken rule is reported, the rest works.
 */
export function createTextCheck(db: LedgerDb, raw: readonly unknown[] = PACKS): TextCheck {
  let shipped: Pack[] | null = null
  let built: { key: string; check: Promise<CheckContext['checkText']> } | null = null
  const build = async ({ rulesOff, rulesOn, ignoredPhrases, ownWordsAt }: Settings, ownNames: string[]) => {
    shipped ??= usable(loadPacks(raw))
    const own = ownWordsAt === '' || rulesOff.includes('office') ? [] : await readOwnWords(db)
    const packs = own.length > 0 ? [...turnedOn(shipped, rulesOn), ownPack(own, ownWordsAt)] : turnedOn(shipped, rulesOn)
    return textCheckOf(createWordingChecker(packs, { ownNames, ignores: { rules: rulesOff, phrases: ignoredPhrases } }))
  }
  return async () => {
    const [settings, ownNames] = await Promise.all([readSettings(db), ownNamesOf(db)])
    const { rulesOff, rulesOn, ignoredPhrases, ownWordsAt } = settings
    const key = JSON.stringify([rulesOff, rulesOn, ignoredPhrases, ownWordsAt, ownNames])
    if (built?.key !== key) {
      const check = build(settings, ownNames)
      built = { key, check }
      // The next page tries again: the database may have been busy.
      check.catch(() => { if (built?.check === check) built = null })
    }
    return built.check
  }
}

function usable({ packs, broken }: { packs: Pack[]; broken: Broken[] }): Pack[] {
  for (const { pack, rule, why } of broken) report(new Error(`broken rule ${rule ?? pack}: ${why}`))
  return packs
}

/** Rules that are off as they come work where the office turned them on. */
function turnedOn(packs: Pack[], rulesOn: readonly string[]): Pack[] {
  if (rulesOn.length === 0) return packs
  return packs.map((pack) => ({ ...pack, rules: pack.rules.map((rule) => (rulesOn.includes(rule.id) ? { ...rule, on: true } : rule)) }))
}
