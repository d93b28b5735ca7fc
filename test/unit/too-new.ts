/** An API that the oldest browsers lack, with the Chromium version it came with. */
interface TooNew {
  name: string
  since: number
  pattern: RegExp
  /** A line that the pattern must find. */
  example: string
  /** Lines that it finds and that are no use of the API, or one behind a test for it. */
  but?: RegExp
}

export const TOO_NEW: readonly TooNew[] = [
  // Asked only where there are popovers (114).
  { name: ':is, :where, :not with a list in a selector', since: 88, pattern: /(?<!\?):(?:is|where)\(|:not\((?:\[[^\]]*\]|[^()[\]])*,/, example: "root.querySelector('input:not([type],[readonly])')", but: /^utils\/marks\/top-layer\.ts:/ },
  { name: ':has in a selector', since: 105, pattern: /:has\(/, example: "root.querySelector('li:has(a)')" },
  { name: 'crypto.randomUUID', since: 92, pattern: /\.randomUUID\b/, example: 'crypto.randomUUID()' },
  // `IssueRows.at` and `Proposer.at` are our own.
  { name: 'Array.at, String.at', since: 92, pattern: /\.at\(/, example: 'list.at(-1)', but: /\b(?:rows|proposer)\.at\((?!-)/ },
  { name: 'Object.hasOwn', since: 93, pattern: /\bObject\.hasOwn\b/, example: 'Object.hasOwn(a, b)' },
  { name: 'Array.findLast, findLastIndex', since: 97, pattern: /\.findLast(?:Index)?\(/, example: 'list.findLast(test)' },
  { name: 'structuredClone', since: 98, pattern: /\bstructuredClone\(/, example: 'structuredClone(a)' },
  { name: 'AbortSignal.reason', since: 98, pattern: /\bsignal\??\.reason\b/, example: 'throw signal.reason', but: /\bsignal\.reason( \?\?|$)/ },
  { name: 'AbortSignal.throwIfAborted', since: 100, pattern: /\.throwIfAborted\(/, example: 'signal.throwIfAborted()' },
  { name: 'AbortSignal.timeout', since: 103, pattern: /\bAbortSignal\.timeout\b/, example: 'AbortSignal.timeout(5)' },
  // These two files ask for it first and have a fallback.
  { name: 'CSS.highlights', since: 105, pattern: /\bnew Highlight\(|CSS\.highlights/, example: 'CSS.highlights.set(a, b)', but: /^utils\/marks\/highlights\.ts:/ },
  { name: 'Element.checkVisibility', since: 105, pattern: /\.checkVisibility\(/, example: 'element.checkVisibility()', but: /^utils\/reading\/visible\.ts:/ },
  { name: 'Array.toSorted, toReversed, toSpliced', since: 110, pattern: /\.to(?:Sorted|Reversed|Spliced)\(/, example: 'list.toSorted()' },
  { name: 'Array.with', since: 110, pattern: /\.with\(\s*-?\w+,/, example: 'list.with(0, a)' },
  { name: 'regular expressions with /v', since: 112, pattern: /\/[dgimsuy]*v[dgimsuy]*(?=[.,;)\s]|$)(?<=[^\w\s)\]/]\/\w+|\)\/\w+|\]\/\w+)/, example: 'const A = /[a--b]/v' },
  { name: 'String.isWellFormed, toWellFormed', since: 111, pattern: /\.(?:is|to)WellFormed\(/, example: 'text.isWellFormed()' },
  { name: 'AbortSignal.any', since: 116, pattern: /\bAbortSignal\.any\b/, example: 'AbortSignal.any([a])' },
  { name: 'Object.groupBy, Map.groupBy', since: 117, pattern: /\b(?:Object|Map)\.groupBy\b/, example: 'Object.groupBy(list, of)' },
  { name: 'Promise.withResolvers', since: 119, pattern: /\bPromise\.withResolvers\b/, example: 'Promise.withResolvers()' },
  { name: 'URL.canParse', since: 120, pattern: /\bURL\.canParse\b/, example: 'URL.canParse(a)' },
  { name: 'Array.fromAsync', since: 121, pattern: /\bArray\.fromAsync\b/, example: 'Array.fromAsync(a)' },
  { name: 'methods of iterators', since: 122, pattern: /(?<!\bObject)\.(?:values|keys|entries|matchAll)\([^()]*\)\.(?:map|filter|take|drop|flatMap|reduce|toArray|some|every|find)\(/, example: 'map.values().map(f)' },
  { name: 'methods of sets', since: 122, pattern: /\.(?:intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/, example: 'a.difference(b)' },
  { name: 'URL.parse', since: 126, pattern: /\bURL\.parse\(/, example: 'URL.parse(a)' },
  { name: 'Promise.try', since: 128, pattern: /\bPromise\.try\b/, example: 'Promise.try(f)' },
]
