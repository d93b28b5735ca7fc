import { IgnoreList } from '../../../components/ledger/settings/IgnoreList.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { SectionProps } from './section.ts'

/** 已忽略的疑点. */
export function IgnoresSection({ desk, doing }: SectionProps) {
  const ignores = useLive(desk.ignores, [])
  if (ignores === null) return null
  const unignore = (id: string) => {
    const gone = ignores.find((one) => one.id === id)
    doing(() => desk.unignore(id), gone && (() => desk.restoreIgnore(gone)))
  }
  return <IgnoreList ignores={ignores.map(({ evidence, ...ignore }) => ({ ...ignore, quote: evidence }))} onUnignore={unignore} />
}
