import type { Day } from '../../../utils/types/reading.ts'
import { before, chineseDate, weekday } from './clock.ts'

/**
 * Puts dates into a text, counted from `day` (an article's own day):
 * `{{d -3}}` 2026年4月1日, `{{md -3}}` 4月1日, `{{dw -3}}` 4月1日（星期三）, `{{iso -3}}` 2026-04-01,
 * `{{m -40}}` 3 (the month), `{{y}}` the year, `{{y -1}}` the year before.
 */
export function fillDates(text: string, day: Day): string {
  return text.replace(/\{\{(d|md|dw|iso|m|y)(?: ([+-]?\d+))?\}\}/g, (_, kind: string, shift: string | undefined) => {
    const offset = Number(shift ?? 0)
    if (kind === 'y') return String(Number(day.slice(0, 4)) + offset)
    const there = before(day, -offset)
    if (kind === 'iso') return there
    if (kind === 'm') return String(Number(there.slice(5, 7)))
    const full = chineseDate(there)
    if (kind === 'd') return full
    const short = full.slice(full.indexOf('年') + 1)
    return kind === 'md' ? short : `${short}（${weekday(there)}）`
  })
}

/** Resolves planted slips `{{wrong=>right}}`. */
export function fillSlips(html: string, mended: boolean): string {
  return html.replace(/\{\{([^{}]*?)=>([^{}]*)\}\}/g, (_, wrong: string, right: string) => (mended ? right : wrong))
}
