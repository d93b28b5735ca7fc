import enCommon from '../../assets/locales/en/common.json' with { type: 'json' }
import enPopup from '../../assets/locales/en/popup.json' with { type: 'json' }
import enSync from '../../assets/locales/en/sync.json' with { type: 'json' }
import zhCommon from '../../assets/locales/zh-CN/common.json' with { type: 'json' }
import zhPopup from '../../assets/locales/zh-CN/popup.json' with { type: 'json' }
import zhSync from '../../assets/locales/zh-CN/sync.json' with { type: 'json' }
import { TEXTS as PAGE } from '../page-windows/texts.ts'

/** What the popup says: everything that can be said of a page, and its own words. */
export const TEXTS = {
  'zh-CN': { ...PAGE['zh-CN'], common: zhCommon, popup: zhPopup, sync: zhSync },
  en: { ...PAGE.en, common: enCommon, popup: enPopup, sync: enSync },
}
