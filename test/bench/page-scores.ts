import type { Label, Line } from './page-line.ts'

/** Right and asked for, of one field. */
export interface Score {
  right: number
  of: number
  share: number
}

export interface Miss {
  file: string
  field: string
  wanted: unknown
  got: unknown
}

export interface Summary {
  fields: Record<string, Score>
  /** Wrong dates that were given with a confidence of 0.6 or more. */
  confidentWrong: number
  ms: { median: number; max: number }
  misses: Miss[]
}

type Key = (keyof Line & keyof Label) | 'item_count'

/** Which pages a field is asked of, and what makes two values the same. */
const FIELDS: readonly [Key, (label: Label) => boolean][] = [
  ['kind', () => true],
  ['publication_date', (l) => l.kind === 'article' && l.publication_date !== null],
  ['newest_item_date', (l) => l.kind === 'list' && l.newest_item_date !== null],
  ['item_count', (l) => l.kind === 'list' && l.item_count_visible !== null],
  ['newest_item_md', (l) => l.kind === 'home' && l.newest_item_md !== null],
  ['blank_column', (l) => l.blank_column !== null],
  ['site_id_code', () => true],
  ['icp', () => true],
  ['police_record', () => true],
  ['has_conac', (l) => l.has_conac !== null],
  ['has_jiucuo', (l) => l.has_jiucuo !== null],
  ['column_name', (l) => l.kind !== 'home'],
  ['content_source', (l) => l.kind === 'article'],
  ['letters', (l) => l.letters !== null],
]

function wantedOf(label: Label, field: Key): unknown {
  return field === 'item_count' ? label.item_count_visible : label[field]
}

/** Compares lines with labels, field by field. */
export function compare(lines: readonly Line[], labels: readonly Label[]): Summary {
  const fields: Record<string, Score> = {}
  const misses: Miss[] = []
  let confidentWrong = 0
  const byFile = new Map(lines.map((line) => [line.file, line]))
  const pairs = labels.flatMap((label) => {
    const line = byFile.get(label.file)
    return line ? [[line, label] as const] : []
  })
  for (const [field, asked] of FIELDS) {
    const score: Score = { right: 0, of: 0, share: 1 }
    for (const [line, label] of pairs) {
      if (!asked(label)) continue
      score.of++
      if (plain(line[field]) === plain(wantedOf(label, field))) score.right++
      else {
        misses.push({ file: label.file, field, wanted: wantedOf(label, field), got: line[field] })
        if (field === 'publication_date' && line[field] !== null && (line.confidence ?? 0) >= 0.6) confidentWrong++
      }
    }
    score.share = score.of === 0 ? 1 : Math.round((score.right / score.of) * 1000) / 1000
    fields[field] = score
  }
  const times = lines.map((l) => l.ms).sort((a, b) => a - b)
  return { fields, confidentWrong, ms: { median: times[times.length >> 1] ?? 0, max: times.at(-1) ?? 0 }, misses }
}

/** Spaces and the 号 at the end of a record make no difference; everything else does. */
function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  return typeof value === 'string' ? value.replace(/\s/g, '').replace(/号$/, '') : JSON.stringify(value)
}

/** The summary for people. */
export function tableOf(summary: Summary): string {
  const rows = Object.entries(summary.fields).map(([field, s]) => `${field.padEnd(18)} ${s.right}/${s.of}  ${(s.share * 100).toFixed(1)} %`)
  const misses = summary.misses.map((m) => `  ${m.file}  ${m.field}: wanted ${JSON.stringify(m.wanted)}, got ${JSON.stringify(m.got)}`)
  return [...rows, `ms: median ${summary.ms.median}, max ${summary.ms.max}`, `confident wrong dates: ${summary.confidentWrong}`, ...misses].join('\n')
}
