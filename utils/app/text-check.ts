import { PACKS } from '../../assets/packs/index.ts'
import type { CheckContext } from '../checks/check.ts'
import { textCheckOf } from '../checks/wording.ts'
import { report } from '../errors.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { readOwnWords } from '../ledger/own-words.ts'
import { readSettings, type Settings } from '../ledger/settings.ts'
import { rangesOf } from '../wording/ignores.ts'
import { createWordingChecker, loadPacks, type Broken, type Pack } from '../wording/index.ts'
import type { OwnWord } from '../types/own-word.ts'
import { oncePerSite } from './once-per-site.ts'
import { ownPack } from './own-pack.ts'

/** Gives the text check with what the office has set; the same one until something of that changes. */
export interface TextCheck {
  (): Promise<CheckContext['checkText']>
  /** Finds the right words of the office's own list in a text; none while the list is not used. */
  rightRanges: () => Promise<(text: string) => [number, number][]>
}

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
  let kept: { at: string; own: Promise<Own> } | null = null
  const ownWords = ({ rulesOff, ownWordsAt }: Settings): Promise<Own> => {
    const at = rulesOff.includes('office') ? '' : ownWordsAt
    if (kept?.at !== at) {
      const own = (at === '' ? Promise.resolve([]) : readOwnWords(db)).then((words): Own => ({ words, right: rightOf(words), ranges: rangesOf(rightOf(words)) }))
      kept = { at, own }
      own.catch(() => { kept = null })
    }
    return kept.own
  }
  const build = async (settings: Settings, ownNames: string[]) => {
    const { rulesOff, rulesOn, ignoredPhrases, ownWordsAt } = settings
    shipped ??= usable(loadPacks(raw))
    const { words: own, right: rightWords } = await ownWords(settings)
    const packs = own.length > 0 ? [...turnedOn(shipped, rulesOn), ownPack(own, ownWordsAt)] : turnedOn(shipped, rulesOn)
    const ignores = { rules: rulesOff, phrases: ignoredPhrases }
    return oncePerSite(textCheckOf(createWordingChecker(packs, { ownNames, ignores, rightWords })))
  }
  const check = async () => {
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
  return Object.assign(check, { rightRanges: async () => (await ownWords(await readSettings(db))).ranges })
}

/** The office's own words, and where the right ones stand in a text. */
interface Own {
  words: readonly OwnWord[]
  right: readonly string[]
  ranges: (text: string) => [number, number][]
}

function rightOf(words: readonly OwnWord[]): string[] {
  return words.flatMap(({ right }) => (right.length > 1 ? [right] : []))
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
