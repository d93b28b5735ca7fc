import enApp from '../../assets/locales/en/app.json' with { type: 'json' }
import enChecks from '../../assets/locales/en/checks.json' with { type: 'json' }
import enLinks from '../../assets/locales/en/links.json' with { type: 'json' }
import enOcr from '../../assets/locales/en/ocr.json' with { type: 'json' }
import enPictures from '../../assets/locales/en/pictures.json' with { type: 'json' }
import enReminder from '../../assets/locales/en/reminder.json' with { type: 'json' }
import enWording from '../../assets/locales/en/wording.json' with { type: 'json' }
import enWords from '../../assets/locales/en/words.json' with { type: 'json' }
import zhApp from '../../assets/locales/zh-CN/app.json' with { type: 'json' }
import zhChecks from '../../assets/locales/zh-CN/checks.json' with { type: 'json' }
import zhLinks from '../../assets/locales/zh-CN/links.json' with { type: 'json' }
import zhOcr from '../../assets/locales/zh-CN/ocr.json' with { type: 'json' }
import zhPictures from '../../assets/locales/zh-CN/pictures.json' with { type: 'json' }
import zhReminder from '../../assets/locales/zh-CN/reminder.json' with { type: 'json' }
import zhWording from '../../assets/locales/zh-CN/wording.json' with { type: 'json' }
import zhWords from '../../assets/locales/zh-CN/words.json' with { type: 'json' }

/** What the background says: issues are described in Chinese, sentences for people in their language. */
export const TEXTS = {
  'zh-CN': { app: zhApp, checks: zhChecks, links: zhLinks, ocr: zhOcr, pictures: zhPictures, wording: zhWording, reminder: zhReminder, words: zhWords },
  en: { app: enApp, checks: enChecks, links: enLinks, ocr: enOcr, pictures: enPictures, wording: enWording, reminder: enReminder, words: enWords },
}
