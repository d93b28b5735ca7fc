import enApp from '../../assets/locales/en/app.json' with { type: 'json' }
import enCapture from '../../assets/locales/en/capture.json' with { type: 'json' }
import enCommon from '../../assets/locales/en/common.json' with { type: 'json' }
import zhApp from '../../assets/locales/zh-CN/app.json' with { type: 'json' }
import zhCapture from '../../assets/locales/zh-CN/capture.json' with { type: 'json' }
import zhCommon from '../../assets/locales/zh-CN/common.json' with { type: 'json' }

/** What is said while a picture is chosen and taken in a visited page. */
export const TEXTS = {
  'zh-CN': { app: zhApp, capture: zhCapture, common: zhCommon },
  en: { app: enApp, capture: enCapture, common: enCommon },
}
