import { forgetSaved, onSaved, saveAgain } from '../../browser/save.ts'
import type { Tell } from '../../types/live.ts'

/** The file that this page handed to the browser last: whether it came, no page is told. */
export function savedDesk() {
  return {
    saved: (tell: Tell<string | null>) => onSaved(tell),
    saveAgain,
    forgetSaved,
  }
}
