import { StorageUsed } from '../../../components/ledger/settings/StorageUsed.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { SectionProps } from './section.ts'

/** 存储与备份. */
export function StorageSection({ desk }: SectionProps) {
  const storage = useLive(desk.storage, [])
  return <StorageUsed storage={storage} />
}
