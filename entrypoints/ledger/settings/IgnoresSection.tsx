import { IgnoreList } from '../../../components/ledger/settings/IgnoreList.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { SectionProps } from './section.ts'

/** 已忽略. */
export function IgnoresSection({ desk, doing }: SectionProps) {
  const ignores = useLive(desk.ignores, [])
  return <IgnoreList ignores={(ignores ?? []).map(({ evidence, ...ignore }) => ({ ...ignore, quote: evidence }))} onUnignore={(id) => doing(() => desk.unignore(id))} />
}
