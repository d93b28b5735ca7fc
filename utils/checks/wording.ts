import { ANCHOR_CONTEXT } from '../types/anchor.ts'
import type { Finding } from '../types/finding.ts'
import type { PageReading, TextBlock } from '../types/reading.ts'
import type { Suspicion } from '../types/wording.ts'
import type { WordingChecker } from '../wording/index.ts'
import { attachmentNames } from './attachment-names.ts'
import type { Check, CheckContext } from './check.ts'

/** The same words under the same rule are listed so often; further ones are counted. */
const SAME_SHOWN = 3
/** So many findings are listed on one page; the rest is counted in one more. */
const MOST_SHOWN = 300

/** 单项否决: 严重表述错误 (国办秘函〔2019〕19号). */
const SERIOUS_WORDING = 'W-V1.1'
/** 个人信息脱敏. */
const PRIVACY = 'L-07'

/** Suspicions of each block → findings `wording/<pack>/<rule>`. Nothing personal gets into evidence or anchor. */
export const wordingCheck: Check = {
  id: 'wording',
  run: (reading, context) => {
    const found: { block: TextBlock; suspicion: Suspicion; shown: string }[] = []
    const same = new Map<string, number>()
    for (const block of [...reading.blocks, ...attachmentNames(reading)]) {
      const suspicions = context.checkText(block, reading)
      if (suspicions.length === 0) continue
      const shown = maskedText(block.text, suspicions)
      for (const suspicion of suspicions) {
        const key = sameKey(suspicion)
        same.set(key, (same.get(key) ?? 0) + 1)
        found.push({ block, suspicion, shown })
      }
    }
    const told = new Map<string, number>()
    const findings: Finding[] = []
    for (const { block, suspicion, shown } of found) {
      const key = sameKey(suspicion)
      const before = told.get(key) ?? 0
      told.set(key, before + 1)
      if (before >= SAME_SHOWN || findings.length >= MOST_SHOWN) continue
      findings.push(finding(block, suspicion, shown, before === 0 ? same.get(key)! - SAME_SHOWN : 0, reading.blocks.length))
    }
    if (found.length > findings.length && findings.length >= MOST_SHOWN) findings.push(rest(found.length, findings.length))
    return findings
  },
}

/**
 * Joins a checker's rules for one text and for a whole page into what `CheckContext.checkText` wants. The page's own
 * suspicions are found once a reading. `blocks` of a reading must keep their ids.
 */
export function textCheckOf(checker: WordingChecker): CheckContext['checkText'] {
  const pages = new WeakMap<PageReading, Map<number, Suspicion[]>>()
  return (block, reading) => {
    const about = { pageDay: reading.publication?.day ?? null, kind: reading.kind, url: reading.url }
    let page = pages.get(reading)
    if (!page) pages.set(reading, page = checker.checkPage(reading.blocks, about))
    const own = checker.check(block.text, { ...about, role: block.role })
    const more = (page.get(block.id) ?? []).filter(({ start, end }) => !own.some((other) => start < other.end && other.start < end))
    return more.length === 0 ? own : [...own, ...more].sort((a, b) => a.start - b.start)
  }
}

function sameKey({ rule, quote }: Suspicion): string {
  // Masked numbers differ though they look the same: each is told.
  return `${rule}\u0000${isMasked(quote) ? `${rule}${quote}` : quote}`
}

function isMasked(quote: string): boolean {
  return quote.includes('*')
}

/** The block's text with all personal data masked; offsets stay. */
function maskedText(text: string, suspicions: readonly Suspicion[]): string {
  let shown = text
  for (const { start, end, quote } of suspicions) {
    if (isMasked(quote) && quote.length === end - start) shown = shown.slice(0, start) + quote + shown.slice(end)
  }
  return shown
}

function finding(block: TextBlock, suspicion: Suspicion, shown: string, more: number, pageBlocks: number): Finding {
  const { rule, start, end, quote } = suspicion
  const personal = isMasked(quote) && block.text.slice(start, end) !== quote
  return {
    id: `wording/${rule}@${block.id}:${start}`,
    check: `wording/${rule}`,
    indicator: rule.startsWith('privacy/') ? PRIVACY : suspicion.severity === 'serious' ? SERIOUS_WORDING : null,
    severity: suspicion.severity,
    says: more > 0
      ? { key: 'wording.says-more', params: { text: suspicion.says, more } }
      : { key: 'wording.says', params: { text: suspicion.says } },
    basis: { key: 'wording.basis', params: { text: suspicion.basis } },
    suggestion: suspicion.suggestion === null ? null : { key: suspicion.suggestion === '' ? 'wording.remove' : 'wording.suggestion', params: { text: suspicion.suggestion } },
    evidence: quote,
    // A file's name is not on the page: the place is its link.
    anchor: block.id >= pageBlocks ? { quote: '', prefix: '', suffix: '', start: 0, selector: block.selector } : {
      quote,
      // Beside personal data stand names: the place is found by selector and offset.
      prefix: personal ? '' : shown.slice(Math.max(0, start - ANCHOR_CONTEXT), start),
      suffix: personal ? '' : shown.slice(end, end + ANCHOR_CONTEXT),
      start,
      selector: block.selector,
    },
    confidence: suspicion.confidence,
  }
}

function rest(all: number, shown: number): Finding {
  return {
    id: 'wording/limit',
    check: 'wording/limit',
    indicator: null,
    severity: 'doubtful',
    says: { key: 'wording.limit', params: { all, shown } },
    basis: { key: 'wording.limit-basis' },
    suggestion: null,
    evidence: '',
    anchor: null,
    confidence: 1,
  }
}
