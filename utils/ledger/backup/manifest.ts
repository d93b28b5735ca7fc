import * as v from 'valibot'
import { MOST_PAGE_BYTES, MOST_PART_BYTES, MOST_SHOT_BYTES } from './limits.ts'

/** 备份 of everything, 归档 of old weeks, or 抢救: what could be read of a database that does not open any more. */
export const PACKAGE_KINDS = ['backup', 'archive', 'rescue'] as const

export type PackageKind = (typeof PACKAGE_KINDS)[number]

/** What marks our files; a file without it is someone else's. */
export const FORMAT = 'duwang-ledger'
/** Version of the file's own form; what its rows look like is `schema`. */
export const FORM = 1

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** Some rows of one table, as a JSON array. */
const part = v.object({
  path: v.pipe(v.string(), v.regex(/^data\/[A-Za-z]{1,40}\/\d{5}\.json$/)),
  table: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/)),
  rows: count,
  bytes: v.pipe(count, v.maxValue(MOST_PART_BYTES)),
  sha256,
})

/** A screenshot; its file is named by the hash of its bytes, so that it proves itself. */
export const packedShot = v.object({
  hash: sha256,
  type: v.picklist(['image/png', 'image/jpeg', 'image/webp']),
  bytes: v.pipe(count, v.maxValue(MOST_SHOT_BYTES)),
  width: count,
  height: count,
})

/** A saved page, named by the hash of its bytes like a screenshot. */
export const packedPage = v.object({ hash: sha256, bytes: v.pipe(count, v.maxValue(MOST_PAGE_BYTES)) })

/** `manifest.json` of a backup: what is in it, and by what it can be checked. */
export const manifestShape = v.object({
  format: v.literal(FORMAT),
  form: count,
  kind: v.picklist(PACKAGE_KINDS),
  /** Version of the database whose rows these are. */
  schema: v.pipe(count, v.minValue(1)),
  /** Instant, ISO 8601 UTC. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Version of the extension that wrote it. */
  program: v.pipe(v.string(), v.maxLength(40)),
  /** Rows by table. */
  counts: v.record(v.pipe(v.string(), v.maxLength(40)), count),
  parts: v.array(part),
  shots: v.array(packedShot),
  /** Absent in files of before there were any. */
  pages: v.optional(v.array(packedPage)),
  /** Hashes that issues refer to and whose picture or saved page was gone or damaged when this was written. */
  missingShots: v.array(sha256),
  /** Days (Asia/Shanghai) of an archive. */
  until: v.optional(v.pipe(v.string(), v.isoDate())),
})

export type Manifest = v.InferOutput<typeof manifestShape>
export type Part = Manifest['parts'][number]
export type PackedShot = Manifest['shots'][number]
export type PackedPage = NonNullable<Manifest['pages']>[number]

const ENDINGS: Record<PackedShot['type'], string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** Where a screenshot stands in the file. */
export function pathOfShot({ hash, type }: Pick<PackedShot, 'hash' | 'type'>): string {
  return `shots/${hash}.${ENDINGS[type]}`
}

/** Where a saved page stands in the file. */
export function pathOfPage({ hash }: Pick<PackedPage, 'hash'>): string {
  return `pages/${hash}.mhtml`
}
