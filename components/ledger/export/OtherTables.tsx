import { t } from '../../../utils/locale.ts'

/** Views that export a table of their own, by their addresses after `#/`. */
const TABLES = { selfcheck: 'selfcheck', readinglog: 'rounds/log' } as const

const NAMES = ['selfcheck', 'readinglog'] as const

/** Where the other tables are made: 自查表 and 监测表, 读网记录. */
export function OtherTables({ onOpen }: { onOpen: (path: string) => void }) {
  return (
    <section class="box" aria-labelledby="export-others">
      <h2 id="export-others" class="box-title">{t('export.others.title')}</h2>
      <ul class="export-others">
        {NAMES.map((tab) => (
          <li key={tab}>
            {t(`export.others.${tab}`)} <button type="button" class="button button-small" aria-label={`${t('export.others.open')} ${t(`export.others.${tab}`)}`} onClick={() => onOpen(TABLES[tab])}>{t('export.others.open')}</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
