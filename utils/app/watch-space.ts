import { storageEstimate } from '../browser/estimate.ts'
import { report } from '../errors.ts'
import { spaceLevel, type SpaceLevel } from '../ledger/space.ts'

/** How often the estimate is asked for again while a page is open, in ms: no event tells that a disk fills up. */
const AGAIN = 60_000

/** How full the storage is, for a line in the ledger and the popup. */
export interface Space {
  level: SpaceLevel
  /** Used of what the browser gives, whole percent. */
  percent: number
}

/** Asks now and every minute; tells only what is new. */
export function watchSpace(tell: (space: Space) => void): () => void {
  let said = ''
  const look = async () => {
    const estimate = await storageEstimate()
    const space: Space = { level: spaceLevel(estimate), percent: estimate ? Math.min(100, Math.floor((estimate.used / estimate.quota) * 100)) : 0 }
    if (JSON.stringify(space) === said) return
    said = JSON.stringify(space)
    tell(space)
  }
  const timer = setInterval(() => void look().catch(report), AGAIN)
  void look().catch(report)
  return () => clearInterval(timer)
}
