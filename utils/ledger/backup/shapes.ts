import * as v from 'valibot'
import { SEVERITIES } from '../../types/finding.ts'
import { EVENT_KINDS, RECHECK_RESULTS, STATUSES } from '../../types/issue.ts'
import { ACCOUNT_STATUSES, PLATFORMS } from '../../types/account.ts'
import { RECHECK_SCOPES, RECHECK_STATES } from '../../types/recheck.ts'
import { COLUMN_CLASSES } from '../../types/roster.ts'
import type { Stamp } from '../../types/team.ts'
import { isStamp } from '../sharing/clock.ts'
import type { DERIVED, INSTALLED, TableName } from '../schema.ts'

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(8000))
const text = v.pipe(v.string(), v.maxLength(1_000_000))
const maybe = v.nullable(text)
const instant = v.pipe(v.string(), v.isoTimestamp())
const day = v.pipe(v.string(), v.isoDate())
const number = v.pipe(v.number(), v.finite())
const whole = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000))
const severity = v.picklist(SEVERITIES)
const texts = v.array(text)
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const outline = v.looseObject({ x: number, y: number, width: number, height: number, label: text })
/** What a page told of itself at a picture. */
const look = v.looseObject({ at: instant, url: text, shot: v.nullable(hash), zoom: v.nullable(number), browser: text, referrer: text, scrollX: number, scrollY: number, viewportWidth: number, viewportHeight: number, pageHeight: number, ratio: number, status: v.nullable(number), lastModified: v.nullable(instant), html: text })
/** A sentence of ours: its key and what is put in. */
const phrase = v.looseObject({ key: text })
const recheck = v.looseObject({ at: instant, result: v.picklist(RECHECK_RESULTS), says: phrase, now: text })

const stamp = v.custom<Stamp>(isStamp)
const cellStamp = v.union([stamp, v.looseObject({ t: stamp, p: v.optional(v.array(stamp)), c: v.optional(v.array(v.looseObject({ t: stamp, v: v.unknown() }))) })])
const stamps = { seq: stamp, base: stamp, cells: v.record(text, cellStamp) }

/**
 * What a row of each table must look like to be shown and worked with. Fields that are not named here may be there or not:
 * the file may come from a version that had more of them. Shots and saved pages are files, staged rows are never in a file.
 */
export const SHAPES: Record<Exclude<TableName, 'shots' | 'savedPages' | 'staged' | (typeof DERIVED)[number] | (typeof INSTALLED)[number]>, v.GenericSchema> = {
  issues: v.looseObject({
    id: key, number: whole, status: v.picklist(STATUSES), severity, check: text, indicator: maybe, unitId: maybe, unitName: text, siteName: text, siteIdCode: text,
    columnName: text, pageTitle: text, url: text, host: text, parentUrl: text, onHome: v.boolean(), publishedOn: maybe, description: text, quote: text, context: text,
    suggestion: text, basis: text,
    anchor: v.nullable(v.looseObject({ quote: text, prefix: text, suffix: text, start: number, selector: text })),
    shots: v.array(v.looseObject({ hash, takenAt: instant, outlines: v.array(outline) })),
    foundAt: instant, foundBy: text, deadline: v.nullable(day), note: text,
    reply: v.nullable(v.looseObject({ measures: text, state: maybe, fixedOn: maybe, person: text })),
    recheck: v.nullable(recheck),
    rebounds: number, fingerprint: text, duplicateOf: maybe, deletedAt: v.nullable(instant), updatedAt: instant,
    came: v.optional(v.looseObject(stamps)),
  }),
  events: v.looseObject({ id: key, issueId: key, at: instant, by: text, kind: v.picklist(EVENT_KINDS), changes: v.record(text, v.tuple([v.unknown(), v.unknown()])), reason: text }),
  counters: v.looseObject({ name: key, last: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)) }),
  units: v.looseObject({ id: key, name: text, aliases: texts }),
  sites: v.looseObject({ id: key, name: text, prefix: text, siteIdCode: maybe, unitId: maybe }),
  columns: v.looseObject({ id: key, name: text, prefix: text, unitId: maybe, class: v.picklist(COLUMN_CLASSES), deadlineDays: v.nullable(number), exemption: maybe }),
  ignores: v.looseObject({ id: key, kind: v.picklist(['ignored', 'false-alarm']), scope: v.picklist(['here', 'site', 'everywhere']), check: text, evidence: text, where: text, at: instant }),
  verdicts: v.looseObject({ href: key, verdict: v.picklist(['alive', 'dead', 'unsure']), reason: text, status: v.nullable(number), netError: maybe, hops: v.array(v.looseObject({ url: text, status: number })), evidence: text, checkedAt: instant }),
  settings: v.looseObject({ name: key, value: v.unknown() }),
  readings: v.looseObject({ id: key, week: text, url: text, address: text, host: text, site: text, siteName: text, kind: text, title: text, columnKeys: texts, day, readAt: instant, freshness: v.looseObject({ state: text, class: text }), waiting: texts, blocks: v.array(v.looseObject({ name: text, url: text })), findings: v.array(v.looseObject({ check: text, count: number })) }),
  selfChecks: v.looseObject({ id: key, site: text, from: text, to: text, ticks: v.record(text, v.looseObject({ note: text })), updatedAt: instant }),
  accounts: v.looseObject({ id: key, platform: v.picklist(PLATFORMS), name: text, owner: text, unitId: maybe, url: maybe, address: maybe, deadlineDays: v.nullable(number), lastUpdate: maybe, status: v.picklist(ACCOUNT_STATUSES), note: text }),
  ownWords: v.looseObject({ name: key, words: v.array(v.looseObject({ id: key, wrong: text, right: text, severity, note: text })) }),
  rounds: v.looseObject({ id: key, kind: v.picklist(['week', 'quarter', 'span']), name: text, from: day, to: day, closedAt: v.nullable(instant) }),
  visits: v.looseObject({ id: key, day, shift: v.picklist(['morning', 'afternoon']), startedAt: instant, endedAt: instant, reader: text, title: text, url: text, address: text, dwell: number, parts: v.array(v.looseObject({ id: text, seconds: number })), note: text, deletedAt: v.nullable(instant) }),
  dutyNotes: v.looseObject({ day, note: text }),
  routes: v.looseObject({ id: key }),
  rechecks: v.looseObject({ id: key, scope: v.picklist(RECHECK_SCOPES), name: text, state: v.picklist(RECHECK_STATES), startedAt: instant, endedAt: v.nullable(instant), total: number, withShots: v.boolean(), tabId: v.nullable(number) }),
  recheckItems: v.looseObject({ id: key, jobId: key, issueId: key, number: whole, url: text, page: text, host: text, done: v.picklist([0, 1]), found: v.nullable(recheck), settled: v.nullable(v.picklist(STATUSES)) }),
  evidence: v.looseObject({ issueId: key, looks: v.array(look), pages: v.array(v.looseObject({ hash, at: instant, url: text, bytes: number })) }),
  stamps: v.looseObject({ doc: key, ...stamps }),
  burnt: v.looseObject({ hash, at: instant }),
}
