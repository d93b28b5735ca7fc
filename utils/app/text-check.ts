import { PACKS } from '../../assets/packs/index.ts'
import type { CheckContext } from '../checks/check.ts'
import { textCheckOf } from '../checks/wording.ts'
import { report } from '../errors.ts'
import { createWordingChecker, loadPacks } from '../wording/index.ts'

/** The text check on the packs that ship with the extension, built when the first page asks for it. */
export function createTextCheck(): CheckContext['checkText'] {
  let check: CheckContext['checkText'] | null = null
  const build = () => {
    const { packs, broken } = loadPacks(PACKS)
    for (const { pack, rule, why } of broken) report(new Error(`broken rule ${rule ?? pack}: ${why}`))
    return textCheckOf(createWordingChecker(packs))
  }
  return (block, reading) => (check ??= build())(block, reading)
}
