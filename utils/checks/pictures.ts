import type { PageReading, PictureReading } from '../types/reading.ts'
import type { Check } from './check.ts'
import { finding } from './finding.ts'

/** Fewer Han characters beside a picture are a stray sign; a caption has more. */
const CAPTION = 4
/** What editors and their programs write where nothing was written: a kind of picture, a file's name, a number. */
const NOTHING = /^(?:图片?|照片|插图|图像|截图|配图|海报|长图|封面|微信图片|微信截图|未标题|无标题|无|图片描述|请?输入图片(?:描述|说明)|image|img|picture|photo|pic|untitled|null|undefined)?[\d\s_\-.:()（）、]*$/iu
const FILE = /^[^/\\]{0,120}\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?)$/i

/**
 * An article that is only a picture, without text or 替代文本: a person who cannot see hears nothing of it, and no search finds it.
 * Captions, paragraphs, names of attachments and players are content of their own, so nothing is said beside them.
 */
export const onlyPicturesCheck: Check = {
  id: 'structure/only-pictures',
  run({ kind, pictures, title }: PageReading) {
    if (kind !== 'article' || !pictures || pictures.media > 0 || han(pictures.words) >= CAPTION) return []
    const bare = pictures.large.filter((picture) => !isDescribed(picture))
    // An album of which most pictures are described is not one that says nothing.
    if (bare.length * 2 <= pictures.large.length) return []
    const [first] = bare
    if (!first) return []
    const seen = first.width > 0 && first.height > 0
    return [
      finding({
        check: 'structure/only-pictures', indicator: 'W-B01', severity: 'minor', params: { count: bare.length },
        evidence: first.src && first.src !== 'data:' && first.src !== 'blob:' ? first.src : title, anchor: first.anchor,
        // Without a layout its size is only guessed.
        confidence: seen ? 0.9 : 0.7,
      }),
    ]
  },
}

/** Whether the alternative text says anything of the picture. */
function isDescribed({ alt }: PictureReading): boolean {
  const words = alt?.trim() ?? ''
  return words.length > 1 && !NOTHING.test(words) && !FILE.test(words)
}

function han(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
