import type { PageReading } from '../../utils/types/reading.ts'
import { SITE_CODE } from '../../utils/reading/footer.ts'

/** One page as the labels describe pages: what a reader of the page is shown. */
export interface Label {
  file: string
  url: string | null
  kind: string
  publication_date: string | null
  last_update: string | null
  newest_item_date: string | null
  newest_item_md: string | null
  item_count_visible: number | null
  blank_column: boolean | null
  site_id_code: string | null
  icp: string | null
  police_record: string | null
  has_conac: boolean | null
  has_jiucuo: boolean | null
  column_name: string | null
  content_source: string | null
  letters: { sent: string | null; answered: string | null }[] | null
}

/** One line of the measuring command. */
export interface Line {
  file: string
  kind: string
  publication_date: string | null
  publication_date_source: string | null
  confidence: number | null
  last_update: string | null
  newest_item_date: string | null
  /** `MM-DD` where the page prints no year: `newest_item_date` is null then, as in the labels. */
  newest_item_md: string | null
  item_count: number | null
  blank_column: boolean | null
  site_id_code: string | null
  icp: string | null
  police_record: string | null
  has_conac: boolean
  has_jiucuo: boolean
  column_name: string | null
  content_source: string | null
  letters: { sent: string | null; answered: string | null }[] | null
  ms: number
}

const KINDS: Record<PageReading['kind'], string> = {
  home: 'home', column: 'list', article: 'article', letters: 'service', guide: 'service', search: 'service', login: 'service', other: 'other',
}

/** A reading in the conventions of the labels. */
export function lineOf(file: string, reading: PageReading, ms: number): Line {
  const { tags, footer, publication } = reading
  const tagCode = tags['SiteIDCode']?.trim() ?? ''
  const newest = newestOf(reading)
  return {
    file,
    kind: KINDS[reading.kind],
    publication_date: reading.kind === 'article' ? (publication?.day ?? null) : null,
    publication_date_source: publication?.source ?? null,
    confidence: publication?.confidence ?? null,
    last_update: reading.lastUpdate?.day ?? null,
    newest_item_date: newest.day,
    newest_item_md: newest.monthDay,
    item_count: reading.kind === 'column' ? (reading.list?.items.length ?? 0) : null,
    blank_column: blankOf(reading),
    site_id_code: SITE_CODE.test(tagCode) ? tagCode : footer.siteIdCode,
    icp: footer.icp,
    police_record: footer.policeRecord,
    has_conac: footer.hasConac,
    has_jiucuo: footer.hasJiucuo,
    column_name: reading.kind === 'home' ? null : tags['ColumnName'] || reading.columnName,
    content_source: reading.contentSource,
    letters: reading.letters.length > 0 ? reading.letters.map(({ sent, answered }) => ({ sent, answered })) : null,
    ms: Math.round(ms * 10) / 10,
  }
}

function blankOf(reading: PageReading): boolean | null {
  if (reading.kind !== 'column') return false
  if (reading.listState === 'blank') return true
  return reading.listState === 'items' ? false : null
}

/** The labels keep a date only where a year is printed; a month and day stands in a field of its own. */
function newestOf(reading: PageReading): { day: string | null; monthDay: string | null } {
  const lists = reading.kind === 'home' ? reading.sections : reading.list ? [reading.list] : []
  const items = lists.flatMap((l) => l.items)
  const printed = items.flatMap((i) => (i.day && !i.monthDay ? [i.day] : [])).sort().at(-1) ?? null
  const yearless = items.filter((i) => i.day && i.monthDay).sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)).at(-1)
  return { day: printed, monthDay: yearless?.monthDay ?? (reading.kind === 'home' ? (printed?.slice(5) ?? null) : null) }
}
