import zh from '../../assets/locales/zh-CN/lists.json' with { type: 'json' }
import type { Severity } from '../types/finding.ts'
import type { Status } from '../types/issue.ts'

/**
 * The words of the lists. Always Chinese, whatever language the interface speaks: a list is a document
 * that an office hands to a unit.
 */
export const WORDS = zh

/** 严重 / 一般 / 轻微 / 存疑. */
export function severityWord(severity: Severity): string {
  return zh.severity[severity]
}

/** 待整改 / 已整改 / 已销号 / 误报 / 存疑 / 无需整改. */
export function statusWord(status: Status): string {
  return zh.status[status]
}

/** Type of a problem as notices name it: 大类 (更新不及时, 链接异常 …) and 小类. */
export interface TypeWords {
  group: string
  kind: string
}

/** Words for a check id. An id that has none of its own takes those of the longest part of it that has: `wording/form/x` → `wording/form` → `wording`. */
export function typeWords(check: string): TypeWords {
  const group = nearest(zh.groups, check) ?? zh.other
  return { group, kind: nearest(zh.kinds, check) ?? group }
}

function nearest(words: Record<string, string>, id: string): string | null {
  for (let part = id; part; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
    if (Object.prototype.hasOwnProperty.call(words, part)) return words[part] ?? null
  }
  return null
}

/** Puts values in the places named `{name}`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
