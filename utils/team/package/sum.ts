import type { MergeOutcome } from '../../types/team.ts'

export function noOutcome(): MergeOutcome {
  return { added: {}, changed: {}, same: 0, deleted: 0, returned: [], clashes: [], ahead: [], newer: 0, refused: [], skews: [] }
}

/** Adds what a batch did to what the ones before it did. */
export function sumUp(all: MergeOutcome, one: MergeOutcome): void {
  for (const which of ['added', 'changed'] as const) {
    for (const [kind, count] of Object.entries(one[which])) all[which][kind] = (all[which][kind] ?? 0) + count
  }
  all.same += one.same
  all.deleted += one.deleted
  all.newer += one.newer
  all.returned.push(...one.returned)
  all.clashes.push(...one.clashes)
  all.refused.push(...one.refused)
  for (const skew of one.skews) {
    const known = all.skews.find(({ device }) => device === skew.device)
    if (!known) all.skews.push({ ...skew })
    else known.ahead = Math.max(known.ahead, skew.ahead)
  }
}
