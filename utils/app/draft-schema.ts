import * as v from 'valibot'

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))
const name = v.nullable(text(2000))
const number = v.pipe(v.number(), v.finite())
const box = v.looseObject({ x: number, y: number, width: number, height: number })
const phrase = v.object({ key: text(200), params: v.optional(v.record(text(100), v.union([text(20_000), number]))) })
const anchor = v.looseObject({ quote: text(20_000), prefix: text(200), suffix: text(200), start: number, selector: text(8000) })

const finding = v.looseObject({
  id: text(20_000),
  check: text(200),
  indicator: v.nullable(text(100)),
  severity: v.picklist(['serious', 'general', 'minor', 'doubtful']),
  says: phrase,
  more: v.optional(phrase),
  basis: phrase,
  suggestion: v.nullable(phrase),
  evidence: text(2_000_000),
  anchor: v.nullable(anchor),
})

/** Shape and size of a `RecordDraft`, which a visited page's content script answers when a picture is to be taken. */
export const recordDraft = v.looseObject({
  page: v.looseObject({
    url: text(8000),
    title: text(4000),
    parentUrl: text(8000),
    kind: v.picklist(['home', 'column', 'article', 'letters', 'guide', 'search', 'login', 'other']),
    columnName: name,
    contentSource: name,
    siteName: name,
    siteIdCode: name,
    publishedOn: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))),
  }),
  finding: v.nullable(finding),
  anchor: v.nullable(anchor),
  context: text(2_000_000),
  outline: v.nullable(box),
  personal: v.pipe(v.array(box), v.maxLength(10_000)),
  view: v.nullable(v.record(text(100), number)),
  evidence: v.nullable(v.looseObject({
    referrer: text(8000),
    scrollX: number,
    scrollY: number,
    viewportWidth: number,
    viewportHeight: number,
    pageHeight: number,
    ratio: number,
    status: v.nullable(number),
    lastModified: v.nullable(text(100)),
    html: text(100_000),
  })),
})
