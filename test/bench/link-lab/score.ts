import type { Verdict } from '../../../utils/types/link.ts'
import type { LabFigures, LabLink } from './lab.ts'

/** What one program said about the lab's links. */
export interface Run {
  name: string
  /** By address. A program that knows only 活 and 死 has no `unsure`. */
  verdicts: Map<string, { verdict: Verdict; reason: string }>
  ms: number
  figures: LabFigures
  /** Peak resident memory in MiB of what the program adds, null where it was not measured. */
  memory: number | null
  extra: Record<string, number>
}

interface KindScore {
  kind: string
  count: number
  right: number
  /** Called alive or dead, and the other was true (or a person was needed). */
  wrong: number
  /** Said 需人工核实 where it could have been decided. */
  unsure: number
  /** Not looked at, such as links that a script paints. */
  none: number
  /** Right verdict for another reason than the lab's. */
  otherReason: Record<string, number>
  said: Record<string, number>
}

export interface Score {
  name: string
  kinds: KindScore[]
  total: { links: number; right: number; wrong: number; unsure: number; none: number }
  /** Called dead though only a person could tell, and though alive. */
  wallsDead: number
  livingDead: number
  wallSeconds: number
  linksPerSecond: number
  requests: number
  mostAtOnce: number
  withCookie: number
  withReferrer: number
  memory: number | null
  extra: Record<string, number>
}

/** Compares a run with what is true. A wall called dead is wrong; a decidable link called unsure is counted apart. */
export function scoreOf(run: Run, links: readonly LabLink[]): Score {
  const kinds = new Map<string, KindScore>()
  const total = { links: links.length, right: 0, wrong: 0, unsure: 0, none: 0 }
  let [wallsDead, livingDead] = [0, 0]
  for (const { href, kind, expect, reasons } of links) {
    const score = kinds.get(kind) ?? { kind, count: 0, right: 0, wrong: 0, unsure: 0, none: 0, otherReason: {}, said: {} }
    kinds.set(kind, score)
    score.count++
    const found = run.verdicts.get(href)
    const said = found ? `${found.verdict}:${found.reason}` : 'none'
    const result = !found ? 'none' : expect.includes(found.verdict) ? 'right' : found.verdict === 'unsure' ? 'unsure' : 'wrong'
    score[result]++
    if (found?.verdict === 'dead' && !expect.includes('dead')) {
      if (expect.includes('alive')) livingDead++
      else wallsDead++
    }
    total[result]++
    if (result === 'wrong' || result === 'unsure') score.said[said] = (score.said[said] ?? 0) + 1
    else if (result === 'right' && reasons && found && found.reason && !reasons.includes(found.reason)) score.otherReason[said] = (score.otherReason[said] ?? 0) + 1
  }
  return {
    name: run.name,
    kinds: [...kinds.values()],
    total,
    wallsDead,
    livingDead,
    wallSeconds: Number((run.ms / 1000).toFixed(1)),
    linksPerSecond: Number((links.length / run.ms * 1000).toFixed(0)),
    requests: run.figures.requests,
    mostAtOnce: Math.max(0, ...Object.values(run.figures.mostAtOnce)),
    withCookie: run.figures.withCookie,
    withReferrer: run.figures.withReferrer,
    memory: run.memory,
    extra: run.extra,
  }
}

/** A Markdown table: a line a kind, a column a program, then the figures of the whole. */
export function tableOf(scores: readonly Score[]): string {
  const names = scores.map(({ name }) => name)
  const head = [`| kind | n | ${names.map((name) => `${name}: right / wrong / unsure / none`).join(' | ')} |`, `|---|--:|${names.map(() => '---').join('|')}|`]
  const rows = (scores[0]?.kinds ?? []).map(({ kind, count }) => {
    const cells = scores.map((score) => {
      const found = score.kinds.find((one) => one.kind === kind)
      if (!found) return ''
      const said = Object.entries({ ...found.said, ...found.otherReason }).map(([what, n]) => `${what} ${n}`).join(', ')
      return `${found.right} / ${found.wrong} / ${found.unsure} / ${found.none}${said ? ` (${said})` : ''}`
    })
    return `| ${kind} | ${count} | ${cells.join(' | ')} |`
  })
  const whole = scores.map(({ name, total, wallSeconds, linksPerSecond, requests, mostAtOnce, withCookie, withReferrer, memory, extra }) =>
    `${name}: right ${total.right}, wrong ${total.wrong}, unsure ${total.unsure}, none ${total.none} of ${total.links}; ${wallSeconds} s, ${linksPerSecond} links/s; ${requests} requests, at most ${mostAtOnce} at once to a host, ${withCookie} with cookies, ${withReferrer} with referrer; ${memory === null ? '' : `${memory} MiB`} ${Object.entries(extra).map(([what, n]) => `${what} ${n}`).join(', ')}`)
  return [...head, ...rows, '', ...whole].join('\n')
}
