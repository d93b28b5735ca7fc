import enApp from '../../assets/locales/en/app.json' with { type: 'json' }
import enChecks from '../../assets/locales/en/checks.json' with { type: 'json' }
import enCommon from '../../assets/locales/en/common.json' with { type: 'json' }
import enLinks from '../../assets/locales/en/links.json' with { type: 'json' }
import enMarks from '../../assets/locales/en/marks.json' with { type: 'json' }
import enOcr from '../../assets/locales/en/ocr.json' with { type: 'json' }
import enPictures from '../../assets/locales/en/pictures.json' with { type: 'json' }
import enReading from '../../assets/locales/en/reading.json' with { type: 'json' }
import enRecheck from '../../assets/locales/en/recheck.json' with { type: 'json' }
import enWording from '../../assets/locales/en/wording.json' with { type: 'json' }
import zhApp from '../../assets/locales/zh-CN/app.json' with { type: 'json' }
import zhChecks from '../../assets/locales/zh-CN/checks.json' with { type: 'json' }
import zhCommon from '../../assets/locales/zh-CN/common.json' with { type: 'json' }
import zhLinks from '../../assets/locales/zh-CN/links.json' with { type: 'json' }
import zhMarks from '../../assets/locales/zh-CN/marks.json' with { type: 'json' }
import zhOcr from '../../assets/locales/zh-CN/ocr.json' with { type: 'json' }
import zhPictures from '../../assets/locales/zh-CN/pictures.json' with { type: 'json' }
import zhReading from '../../assets/locales/zh-CN/reading.json' with { type: 'json' }
import zhRecheck from '../../assets/locales/zh-CN/recheck.json' with { type: 'json' }
import zhWording from '../../assets/locales/zh-CN/wording.json' with { type: 'json' }

/** What is said in a visited page. */
export const TEXTS = {
  'zh-CN': { app: zhApp, checks: zhChecks, common: zhCommon, links: zhLinks, marks: zhMarks, ocr: zhOcr, pictures: zhPictures, reading: zhReading, recheck: zhRecheck, wording: zhWording },
  en: { app: enApp, checks: enChecks, common: enCommon, links: enLinks, marks: enMarks, ocr: enOcr, pictures: enPictures, reading: enReading, recheck: enRecheck, wording: enWording },
}
