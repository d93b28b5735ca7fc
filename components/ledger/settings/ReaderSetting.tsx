import { t } from '../../../utils/locale.ts'

export interface ReaderSettingProps {
  /** 检查人: written into each issue. */
  reader: string
  onReader: (name: string) => void
}

/** Who reads. */
export function ReaderSetting(props: ReaderSettingProps) {
  return (
    <section aria-labelledby="set-reader">
      <h2 id="set-reader">{t('ledger.settings.reader')}</h2>
      <label class="label">
        {t('ledger.settings.readerSays')}
        <input key={props.reader} class="field" autocomplete="name" defaultValue={props.reader} onChange={(event) => props.onReader(event.currentTarget.value.trim())} />
      </label>
    </section>
  )
}
