import './style.css'
import { render } from 'preact'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { openPage } from '../../utils/app/page/open-page.ts'
import { GOVERNMENT_SITES } from '../../utils/browser/manifest.ts'
import { browserLanguage } from '../../utils/browser/runtime.ts'
import { addTexts, setLanguage } from '../../utils/locale.ts'
import marksCss from '../../assets/styles/marks.css?inline'
import { Layer } from './Layer.tsx'
import { TEXTS } from './texts.ts'

/**
 * Runs in visited pages: read, check, mark. Registered by the background for just the sites that are switched on,
 * so on any other site not a line of it runs.
 */
export default defineContentScript({
  matches: [GOVERNMENT_SITES],
  registration: 'runtime',
  main(context) {
    if (document.contentType !== 'text/html' && document.contentType !== 'application/xhtml+xml') return
    addTexts(TEXTS)
    setLanguage(browserLanguage())
    openPage(window, context, marksCss, (mount, props) => render(<Layer {...props} />, mount))
  },
})
