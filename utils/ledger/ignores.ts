import { hostOf } from '../address.ts'
import type { Finding } from '../types/finding.ts'
import type { Ignore } from '../types/record.ts'
import { sameAddress } from './fingerprint.ts'
import type { Ledger } from './ledger.ts'

/** Remembers that a suspicion is not wanted, at one of three sizes. @returns what is kept, to take it back by its id. */
export async function ignoreFinding(
  { db, now, newId }: Ledger,
  wanted: Pick<Ignore, 'kind' | 'scope' | 'check' | 'evidence'> & { url: string },
): Promise<Ignore> {
  const { kind, scope, check, evidence, url } = wanted
  const where = scope === 'everywhere' ? '' : scope === 'site' ? hostOf(url) : sameAddress(url)
  const ignore: Ignore = { id: newId(), kind, scope, check, evidence, where, at: now().toISOString() }
  await db.ignores.add(ignore)
  return ignore
}

/** Findings of a page that nobody has waved aside. */
export function notIgnored(findings: readonly Finding[], ignores: readonly Ignore[], url: string): Finding[] {
  if (ignores.length === 0) return [...findings]
  const here = new Set(['', hostOf(url), sameAddress(url)])
  const waved = new Set(ignores.filter(({ where }) => here.has(where)).map(({ check, evidence }) => `${check}\n${evidence}`))
  return findings.filter(({ check, evidence }) => !waved.has(`${check}\n${evidence}`))
}
