import * as v from 'valibot'

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))
const name = v.nullable(text(2000))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))

const anchor = v.object({
  quote: text(20_000),
  prefix: text(100),
  suffix: text(100),
  start: v.number(),
  selector: text(4000),
})

const dateReading = v.object({
  day,
  time: v.optional(text(20)),
  source: v.picklist(['visible', 'meta', 'json-ld', 'index-table', 'address', 'script', 'list']),
  quote: text(2000),
  anchor: v.optional(anchor),
  confidence: v.number(),
})

const list = v.object({
  name,
  href: name,
  items: v.pipe(
    v.array(v.object({ title: text(4000), href: text(8000), day: v.nullable(day), monthDay: v.optional(text(10)), anchor })),
    v.maxLength(50_000),
  ),
  newest: v.nullable(day),
  newestMonthDay: v.nullable(text(10)),
  paged: v.boolean(),
  anchor,
})

/** Shape and size of a `PageReading` that arrives from a visited page. */
export const pageReading = v.object({
  url: v.pipe(text(8000), v.url()),
  title: text(4000),
  kind: v.picklist(['home', 'column', 'article', 'letters', 'guide', 'search', 'login', 'other']),
  readAt: text(40),
  columnPath: v.pipe(v.array(text(2000)), v.maxLength(50)),
  columnName: name,
  contentSource: name,
  publication: v.nullable(dateReading),
  lastUpdate: v.nullable(dateReading),
  dateCandidates: v.pipe(v.array(dateReading), v.maxLength(500)),
  dateConflict: v.nullable(v.array(dateReading)),
  list: v.nullable(list),
  listState: v.picklist(['items', 'blank', 'loading', 'none']),
  sections: v.pipe(v.array(list), v.maxLength(2000)),
  tags: v.record(text(200), v.optional(text(20_000))),
  footer: v.looseObject({ siteIdCode: name, hasConac: v.boolean(), hasJiucuo: v.boolean() }),
  blocks: v.pipe(
    v.array(
      v.object({
        id: v.number(),
        text: v.string(),
        selector: text(4000),
        role: v.picklist(['title', 'body', 'list', 'navigation', 'footer', 'reply']),
      }),
    ),
    v.maxLength(200_000),
  ),
  links: v.pipe(
    v.array(
      v.looseObject({ raw: v.string(), href: v.nullable(v.string()), text: v.string(), tag: text(10), visible: v.boolean(), handled: v.boolean(), anchor }),
    ),
    v.maxLength(200_000),
  ),
  letters: v.pipe(v.array(v.looseObject({ title: v.string(), sent: v.nullable(day), answered: v.nullable(day) })), v.maxLength(10_000)),
  guide: v.nullable(v.object({ elements: v.record(text(200), v.string()) })),
  pictures: v.optional(v.object({
    large: v.pipe(v.array(v.object({ src: text(8000), alt: v.nullable(text(4000)), width: v.number(), height: v.number(), anchor })), v.maxLength(200)),
    words: text(1000),
    media: v.number(),
  })),
  gaps: v.pipe(v.array(text(200)), v.maxLength(200)),
})
