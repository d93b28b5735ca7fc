import { expect } from 'vitest'
import { blobSink } from '../../../../utils/ledger/backup/blob-sink.ts'
import { openExchange, unlock, type Exchange } from '../../../../utils/team/package/read.ts'
import { previewExchange } from '../../../../utils/team/package/preview.ts'
import { takeExchange } from '../../../../utils/team/package/take.ts'
import { writeExchange, type ExchangeOptions } from '../../../../utils/team/package/write.ts'
import type { Manifest } from '../../../../utils/team/package/manifest.ts'
import type { ExchangeDone, ExchangePreview } from '../../../../utils/types/team-package.ts'
import { seenBy, type Member } from '../kit.ts'

export const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)

/** 导出交换包. */
export async function packed(from: Member, options: Partial<ExchangeOptions> = {}): Promise<{ file: Blob; manifest: Manifest }> {
  const { sink, blob } = blobSink()
  const given = { since: null, units: null, pictures: true, password: '', now: from.now, random, program: '0.1.0', by: '甲', ...options }
  const manifest = await writeExchange(from.db, { ...given, sink })
  return { file: blob('application/zip'), manifest }
}

export async function opened(file: Blob, password = ''): Promise<Exchange> {
  const given = await openExchange(file)
  return 'lock' in given ? unlock(given, password) : given
}

type Taker = Pick<Member, 'db' | 'now'>

export async function previewed({ db, now }: Taker, file: Blob, password = ''): Promise<ExchangePreview> {
  return previewExchange({ db, now, random }, await opened(file, password))
}

/** 导入交换包, looked at first: what is done is what was told before. */
export async function taken({ db, now }: Taker, file: Blob, password = ''): Promise<ExchangeDone> {
  const given = await opened(file, password)
  const told = await previewExchange({ db, now, random }, given)
  const done = await takeExchange({ db, now, random, anew: told.twin }, given)
  const { added, changed, deleted, pictures, returnedCount: returned } = told
  expect({ ...done, clashes: 0 }).toEqual({ added, changed, deleted, pictures, returned, clashes: 0 })
  expect(done.clashes).toBeGreaterThanOrEqual(told.clashCount)
  return done
}

/** What people see of a ledger; a date that was never set is none, whether it stands as null or not at all. */
export async function shown(one: Pick<Member, 'db'>): Promise<Record<string, unknown[]>> {
  const rows = await seenBy(one)
  return { ...rows, issues: (rows['issues'] as { fixedOn?: string | null }[]).map((issue) => ({ ...issue, fixedOn: issue.fixedOn ?? null })) }
}
