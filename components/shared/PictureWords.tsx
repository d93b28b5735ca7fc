import { t } from '../../utils/locale.ts'
import type { PictureParagraph, PictureText } from '../../utils/types/picture.ts'

export interface PictureWordsProps {
  text: PictureText
}

/** What was read in a picture. Characters that may be misread are dotted, so that nobody takes them for the picture's own mistakes. */
export function PictureWords(props: PictureWordsProps) {
  const { paragraphs, confidence } = props.text
  if (paragraphs.length === 0) return <p class="picture-none">{t('pictures.sheet.none')}</p>
  const unsure = paragraphs.some((one) => one.unsure.length > 0)
  return (
    <>
      <p class="picture-legend">
        {t('pictures.sheet.confidence', { percent: Math.round(confidence) })}
        {unsure && <span> {t('pictures.sheet.legend')}</span>}
      </p>
      {/* it scrolls, so that the keyboard must reach it */}
      <div class="picture-text" role="group" tabIndex={0} aria-label={t('pictures.sheet.text')}>
        {paragraphs.map((one, at) => <p key={at}>{pieces(one).map((piece, n) => (piece.unsure ? <span key={n} class="picture-unsure" title={t('pictures.sheet.unsure')}>{piece.text}</span> : piece.text))}</p>)}
      </div>
    </>
  )
}

function pieces({ text, unsure }: PictureParagraph): { text: string; unsure: boolean }[] {
  const cut: { text: string; unsure: boolean }[] = []
  let at = 0
  for (const [start, end] of unsure) {
    if (start > at) cut.push({ text: text.slice(at, start), unsure: false })
    cut.push({ text: text.slice(start, end), unsure: true })
    at = end
  }
  if (at < text.length) cut.push({ text: text.slice(at), unsure: false })
  return cut
}

/** The words as one text, for the clipboard. */
export function plainWords({ paragraphs }: PictureText): string {
  return paragraphs.map(({ text }) => text).join('\n')
}
