import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'

export interface AboutViewProps {
  version: string
  /** BCP 47, or `auto`. */
  language: string
  /** Pictures can be read in this browser. */
  readsPictures: boolean
  /** What this browser or build lacks, and what is done instead. */
  absences: readonly Phrase[]
  onLanguage: (language: string) => void
}

const LANGUAGES = ['zh-CN', 'en'] as const

/** 关于: what this is, in which language it speaks, and what it does not do. */
export function AboutView(props: AboutViewProps) {
  const { language } = props
  return (
    <>
      <section aria-labelledby="set-about">
        <h2 id="set-about">{t('ledger.settings.about.title')}</h2>
        <p>{t('ledger.settings.about.version', { version: props.version })}</p>
        <p>{t('ledger.settings.about.privacy')}</p>
        <p>{t('ledger.settings.about.basis')}</p>
        {props.readsPictures && <p>{t('pictures.about')}</p>}
      </section>
      {props.absences.length > 0 && (
        <section aria-labelledby="set-lacks">
          <h2 id="set-lacks">{t('ledger.settings.lacks.title')}</h2>
          <ul>
            {props.absences.map((one) => <li key={one.key}>{say(one)}</li>)}
          </ul>
        </section>
      )}
      <section aria-labelledby="set-language">
        <h2 id="set-language">{t('ledger.settings.about.language')}</h2>
        <select class="field" aria-labelledby="set-language" value={language} onChange={(event) => props.onLanguage(event.currentTarget.value)}>
          <option value="auto">{t('ledger.settings.about.auto')}</option>
          {LANGUAGES.map((one) => <option key={one} value={one} lang={one}>{t(`ledger.language.${one}`)}</option>)}
        </select>
      </section>
    </>
  )
}
