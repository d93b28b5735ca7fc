import './style.css'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { openPage } from '../../utils/app/page/open-page.ts'
import { GOVERNMENT_SITES } from '../../utils/browser/manifest.ts'
import { browserLanguage } from '../../utils/browser/runtime.ts'
import { addTexts, setLanguage } from '../../utils/locale.ts'
import { letOthers } from '../../utils/types/let-others.ts'
import chipCss from '../../assets/styles/chip.css?inline'
import { Chip } from '../../components/marks/chip.ts'
import { TEXTS } from './texts.ts'

/**
 * Runs in visited pages: read, check, mark; with the chip. All other windows come when they are needed (entrypoints/page-windows). Registered by the background for just the sites that are switched on,
 * so on any other site not a line of it runs.
 */
export default defineContentScript({
  matches: [GOVERNMENT_SITES],
  registration: 'runtime',
  async main(context) {
    if (document.contentType !== 'text/html' && document.contentType !== 'application/xhtml+xml') return
    addTexts(TEXTS)
    setLanguage(browserLanguage())
    // The browser has just read the script, in the same task.
    await letOthers()
    openPage(window, context, chipCss, (mount, doings) => new Chip(mount, doings))
  },
})
