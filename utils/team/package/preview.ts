import { alone, stopIf, type OnProgress } from '../../ledger/backup/work.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { DAY_MS, newDevice, stampOf } from '../../ledger/sharing/clock.ts'
import { deviceFor, deviceOfLedger, type Beginning } from '../../ledger/sharing/device.ts'
import { partsOfId } from '../../ledger/sharing/kinds.ts'
import { remade } from '../../ledger/sharing/remade.ts'
import type { Issue } from '../../types/issue.ts'
import type { ExchangePreview, IssueName } from '../../types/team-package.ts'
import type { SharedDoc, StampRow } from '../../types/team.ts'
import { BATCH, previewDocs } from '../apply.ts'
import { hashesIn } from '../changes.ts'
import { apart, isIssue, ownerOf } from '../put-away.ts'
import type { Planned } from '../plan.ts'
import { ExchangeRefused } from './refused.ts'
import { readPage, readPart, readShot, type Exchange } from './read.ts'
import { noOutcome, sumUp } from './sum.ts'
import { hasTwin, twinIn } from './twin.ts'

export interface ExchangeDeps extends Pick<Beginning, 'now' | 'random'> {
  db: LedgerDb
  /** The id that the preview reckoned with where another PC goes by ours. */
  anew?: string | null
}

/** Names that are shown; how many there are besides is told. */
const MOST_NAMES = 50

/**
 * Checks a package to its last byte and reckons what it would do to this ledger. Nothing is written.
 * @throws ExchangeRefused, an AbortError when cancelled
 */
export function previewExchange(deps: ExchangeDeps, given: Exchange, onProgress?: OnProgress, signal?: AbortSignal): Promise<ExchangePreview> {
  return alone(async () => {
    const { manifest } = given
    const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0) + manifest.shots.length + manifest.pages.length
    let done = 0
    const step = (count: number) => {
      stopIf(signal)
      onProgress?.({ stage: 'check', done: (done += count), total })
    }
    const preview = await previewDocuments(deps, given, step)
    for (const shot of manifest.shots) {
      await readShot(given, shot)
      step(1)
    }
    for (const page of manifest.pages) {
      await readPage(given, page)
      step(1)
    }
    return preview
  })
}

async function previewDocuments({ db, now, random }: ExchangeDeps, given: Exchange, step: (count: number) => void): Promise<ExchangePreview> {
  const { manifest } = given
  const device = (await deviceOfLedger(db)) ?? deviceFor({ now, random, as: 'joiner', taken: [...manifest.marks, manifest.mark] })
  const [twin, fresh] = [await twinIn(db, manifest), newDevice(random)]
  const seen = twin === null ? undefined : (row: StampRow) => ({ ...row, ...remade(row, twin, fresh) })
  const [outcome, counts] = [noOutcome(), new Map<string, number>()]
  const units = new Map<string | null, ExchangePreview['units'][number]>()
  const [clashes, returned, pictures] = [names(), names(), pictureCount(db, manifest)]
  // of archived issues; with those that stand after this package somebody went on
  const [archived, standing] = [[] as SharedDoc[], new Set<string>()]
  const look = (plan: Planned) => {
    if (plan.shared?.kind !== 'issue' || !plan.row) return
    const issue = plan.row as unknown as Issue
    standing.add(issue.id)
    if (plan.returned !== null) returned.add(issue)
    if (plan.known?.clash !== 1 && Object.values(plan.merged.stamps).some((cell) => typeof cell !== 'string' && cell.c !== undefined)) clashes.add(issue)
    if (plan.came === 'same') return
    const unit = units.get(issue.unitId) ?? { id: issue.unitId, name: issue.unitName, added: 0, changed: 0 }
    unit[plan.came === 'added' ? 'added' : 'changed'] += 1
    units.set(issue.unitId, unit)
  }
  const reckon = async (docs: readonly SharedDoc[]) => {
    for (let at = 0; at < docs.length; at += BATCH) sumUp(outcome, await previewDocs({ db, now }, docs.slice(at, at + BATCH).map((doc) => ({ doc })), device, look, seen))
  }
  for (const part of manifest.parts) {
    const docs = await readPart(given, part)
    docs.forEach(({ _id }) => counts.set(partsOfId(_id).kind, (counts.get(partsOfId(_id).kind) ?? 0) + 1))
    for (let at = 0; at < docs.length; at += BATCH) {
      const batch = docs.slice(at, at + BATCH)
      const parted = await apart(db, batch)
      archived.push(...parted.archived)
      await reckon(parted.rest)
      await pictures.add(parted.rest)
      step(batch.length)
    }
  }
  await reckon(archived.filter(isIssue))
  const resumed = archived.filter((doc) => standing.has(ownerOf(doc)!))
  await reckon(resumed.filter((doc) => !isIssue(doc)))
  await pictures.add(resumed)
  const said = Object.entries(manifest.counts)
  if (said.length !== counts.size || said.some(([kind, count]) => counts.get(kind) !== count)) throw new ExchangeRefused('damaged', 'manifest.json')
  const { added, changed, deleted, same, newer, skews } = outcome
  const late = manifest.newest > stampOf(now().getTime() + DAY_MS, 0, '') || Date.parse(manifest.madeAt) > now().getTime() + DAY_MS
  return {
    added, changed, deleted, same, newer,
    units: [...units.values()].sort((a, b) => b.added + b.changed - a.added - a.changed),
    clashes: clashes.list, clashCount: clashes.count(), returned: returned.list, returnedCount: returned.count(),
    skews, clockAhead: late ? Math.max(0, Date.parse(manifest.madeAt) - now().getTime()) : 0,
    ...pictures.counts, twin: twin && fresh, copied: twin === null && (await hasTwin(db, manifest)),
  }
}

function names() {
  const list: IssueName[] = []
  let count = 0
  return {
    list,
    count: () => count,
    add: ({ id, mark, number, description, unitName }: Issue) => {
      count += 1
      if (list.length < MOST_NAMES) list.push({ id, number: `${mark ?? ''}${number}`, description, unitName })
    },
  }
}

/** Which pictures come, which are named and nowhere, and which go because they were covered elsewhere. */
function pictureCount(db: LedgerDb, { shots, pages }: Exchange['manifest']) {
  const packed = new Set([...shots, ...pages].map(({ hash }) => hash))
  const counts = { pictures: 0, lacking: 0, burnt: 0 }
  const seen = new Set<string>()
  return {
    counts,
    add: async (docs: readonly SharedDoc[]) => {
      const named = hashesIn(docs)
      const fresh = [...named.shots, ...named.pages].filter((hash) => !seen.has(hash))
      fresh.forEach((hash) => seen.add(hash))
      const [here, pagesHere, gone] = await Promise.all([db.shots, db.savedPages, db.burnt].map((table) => table.where(':id').anyOf(fresh).primaryKeys()))
      const known = new Set([...(here ?? []), ...(pagesHere ?? []), ...(gone ?? [])] as string[])
      for (const hash of fresh) if (!known.has(hash)) counts[packed.has(hash) ? 'pictures' : 'lacking'] += 1
      const covered = docs.flatMap(({ _id }) => (_id.startsWith('burnt:') ? [partsOfId(_id).key] : []))
      if (covered.length > 0) counts.burnt += await db.shots.where(':id').anyOf(covered).count()
    },
  }
}
