import { unitDocuments, type DocumentsWanted, type Thumbs, type UnitDocument } from '../../../lists/folder/documents.ts'
import type { UnitShare } from '../../../lists/units.ts'
import type { Issue } from '../../../types/issue.ts'
import type { Helpers } from '../../framing/helpers.ts'

/** As `unitDocuments`, made in threads of their own: small pictures are asked for here and sent along. */
export function threaded(wanted: DocumentsWanted, thumbs: Thumbs, helpers: Pick<Helpers, 'document'>): UnitDocument[] {
  const asked = new WeakMap<UnitShare, ReturnType<typeof thumbsOf>>()
  const smallOnes = (share: UnitShare) => {
    const known = asked.get(share) ?? thumbsOf(share.issues, thumbs, wanted.content.page)
    asked.set(share, known)
    return known
  }
  return unitDocuments(wanted, thumbs).map((document, nth) => ({
    ...document,
    make: async (share, shotNames, day = wanted.day) => {
      const names = new Map(share.issues.filter(({ shots }) => shots.length > 0).map((issue) => [issue.id, shotNames(issue)]))
      return helpers.document({ wanted: { ...wanted, day }, nth, share: JSON.stringify(share), names, thumbs: await smallOnes(share) })
    },
  }))
}

/** All small pictures, or of each issue the first that can be shown. */
async function thumbsOf(issues: readonly Issue[], thumbs: Thumbs, all: boolean): Promise<ReadonlyMap<string, (Uint8Array | null)[]>> {
  const found = new Map<string, (Uint8Array | null)[]>()
  await Promise.all(
    issues.filter(({ shots }) => shots.length > 0).map(async (issue) => {
      const small: (Uint8Array | null)[] = []
      found.set(issue.id, small)
      for (const shot of issue.shots) {
        small.push(await thumbs(shot, issue))
        if (!all && small[small.length - 1]) break
      }
    }),
  )
  return found
}
