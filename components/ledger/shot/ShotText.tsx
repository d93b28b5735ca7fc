import { say, t } from '../../../utils/locale.ts'
import type { PictureFinding, PictureState } from '../../../utils/types/picture.ts'
import { FindingText } from '../../shared/FindingText.tsx'
import { PictureWords, plainWords } from '../../shared/PictureWords.tsx'

/** What a person does with the words of a stored picture. */
export interface ShotTextDeeds {
  onRead: (hash: string) => void
  onCancelRead: () => void
  onCopyWords: (text: string) => void
  onRecordFound: (found: PictureFinding) => void
}

export interface ShotTextProps {
  state: PictureState
  /** Finding id → number of the issue that was made of it just now. */
  recorded: Record<string, number | string>
  deeds: ShotTextDeeds
}

/** 图中文字 of one screenshot: how far it is, what was read, and what is suspicious in it. */
export function ShotText({ state, recorded, deeds }: ShotTextProps) {
  const { text, says } = state
  const ended = state.state === 'done' || state.state === 'failed'
  return (
    <section class="picture-shot" aria-label={t('pictures.line.name')}>
      <h3>{t('pictures.line.name')}</h3>
      {says && <p class="picture-says" role="alert">{say(says)}</p>}
      {!ended && (
        <>
          <p role="status">{t('pictures.line.at', { name: say(state.name), stage: t(`pictures.stage.${state.stage}`), percent: Math.round(state.done * 100) })}</p>
          <progress class="progress" aria-label={t('pictures.line.progress')} max={1} value={state.done} />
          <button type="button" class="button button-small" onClick={deeds.onCancelRead}>{t('pictures.line.cancel')}</button>
        </>
      )}
      {text && (
        <>
          {text.notes.length > 0 && <ul class="picture-notes">{text.notes.map((note) => <li key={say(note)}>{say(note)}</li>)}</ul>}
          <PictureWords text={text} />
          {text.paragraphs.length > 0 && (
            <p><button type="button" class="button button-small" onClick={() => deeds.onCopyWords(plainWords(text))}>{t('pictures.sheet.copy')}</button></p>
          )}
          {text.paragraphs.length > 0 && text.findings.length === 0 && <p>{t('pictures.sheet.noneFound')}</p>}
          {text.findings.length > 0 && (
            <ul class="picture-found" aria-label={t('common.findings')}>
              {text.findings.map((found) => <Found key={found.finding.id} found={found} number={recorded[found.finding.id] ?? null} onRecord={deeds.onRecordFound} />)}
            </ul>
          )}
        </>
      )}
    </section>
  )
}

function Found({ found, number, onRecord }: { found: PictureFinding; number: number | string | null; onRecord: ShotTextDeeds['onRecordFound'] }) {
  const { finding } = found
  return (
    <li class="finding">
      <FindingText finding={finding} />
      {number === null
        ? <button type="button" class="button button-small button-main" aria-label={t('pictures.shot.recordOf', { quote: finding.evidence })} onClick={() => onRecord(found)}>{t('pictures.shot.record')}</button>
        : <span class="recorded">{t('common.finding.recorded', { number })}</span>}
    </li>
  )
}
