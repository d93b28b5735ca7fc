import * as v from 'valibot'
import { packedPage, packedShot } from '../../ledger/backup/manifest.ts'
import { isStamp } from '../../ledger/sharing/clock.ts'
import type { Stamp } from '../../types/team.ts'
import { MOST_LINES, TOLD } from './lines.ts'
import { KDF_ROUNDS, LOCK_CHUNK, MOST_KDF_ROUNDS, MOST_PART_BYTES } from './limits.ts'

/** What marks our files; a file without it is someone else's. */
export const FORMAT = 'duwang-exchange'
/** Version of the package's own form; what its documents look like they say themselves. */
export const FORM = 1

export const MANIFEST = 'manifest.json'
/** SHA-256 of `manifest.json`, in hex: the list of all other sums proves itself. */
export const MANIFEST_SUM = 'manifest.sha256'

/** Names that files of ours may have in this version or a later one; so no path leads anywhere else. */
export const NAMES = /^(?:manifest\.(?:json|sha256)|[a-z]{1,20}\/[0-9a-z]{1,64}\.[0-9a-z]{1,8})$/

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const short = v.pipe(v.string(), v.maxLength(400))
const instant = v.pipe(v.string(), v.isoTimestamp())
const base64 = v.pipe(v.string(), v.minLength(4), v.maxLength(200), v.base64())

/** Some documents, one a line. */
const part = v.object({
  path: v.pipe(v.string(), v.regex(/^docs\/\d{5}\.ndjson$/)),
  docs: count,
  bytes: v.pipe(count, v.maxValue(MOST_PART_BYTES)),
  sha256,
})

/** `manifest.json`: what is in the package, who made it, and by what it can be checked. */
export const manifestShape = v.object({
  format: v.literal(FORMAT),
  form: count,
  madeAt: instant,
  /** Version of the extension that wrote it. */
  program: v.pipe(v.string(), v.maxLength(40)),
  /** Who made it: the person's name, the installation, and the letters of its numbers. */
  by: short,
  device: v.pipe(v.string(), v.regex(/^[0-9a-z]{8}$/)),
  mark: v.pipe(v.string(), v.maxLength(8)),
  /** Letters of all issues in it. */
  marks: v.pipe(v.array(v.pipe(v.string(), v.maxLength(8))), v.maxLength(1000)),
  /** Newest change that its maker knew of. */
  newest: v.custom<Stamp>(isStamp),
  /** Changes since this instant only; null: all. */
  since: v.nullable(instant),
  /** Issues of these units only; null: of all. */
  units: v.nullable(v.pipe(v.array(v.object({ id: v.nullable(v.pipe(v.string(), v.maxLength(8000))), name: short })), v.maxLength(20_000))),
  /**
   * What its maker knows of exchanges that ledgers have made, its own too, by device (`lines.ts`). Absent before a version that leaves
   * links. Like all that came later it may be absent, and versions that do not know it pass over it: so the form is still the same.
   */
  links: v.optional(v.record(v.pipe(v.string(), v.regex(/^[0-9a-z]{8}$/)), v.pipe(v.array(v.pipe(v.array(v.custom<Stamp>(isStamp)), v.minLength(1), v.maxLength(TOLD))), v.maxLength(MOST_LINES)))),
  /** Whether pictures and saved pages were to be put in. */
  pictures: v.boolean(),
  /** Documents by kind. */
  counts: v.record(v.pipe(v.string(), v.maxLength(40)), count),
  parts: v.array(part),
  shots: v.array(packedShot),
  pages: v.array(packedPage),
  /** Hashes whose picture or saved page was gone or damaged when this was written. */
  missing: v.array(sha256),
})

/** `manifest.json` of a package with a password: only what must be known to open it. The package itself is locked, chunk by chunk. */
export const lockedShape = v.object({
  format: v.literal(FORMAT),
  form: count,
  lock: v.object({
    kdf: v.literal('PBKDF2-SHA-256'),
    rounds: v.pipe(count, v.minValue(KDF_ROUNDS), v.maxValue(MOST_KDF_ROUNDS)),
    salt: base64,
    cipher: v.literal('AES-256-GCM'),
    chunk: v.pipe(count, v.minValue(1), v.maxValue(4 * LOCK_CHUNK)),
    /** Nothing, locked with the key: tells a wrong password from a damaged file. */
    proof: base64,
  }),
})

export type Manifest = v.InferOutput<typeof manifestShape>
export type DocPart = Manifest['parts'][number]
export type Locked = v.InferOutput<typeof lockedShape>
export type Lock = Locked['lock']

export function pathOfPart(number: number): string {
  return `docs/${String(number).padStart(5, '0')}.ndjson`
}

export function pathOfChunk(number: number): string {
  return `locked/${String(number).padStart(5, '0')}.bin`
}
