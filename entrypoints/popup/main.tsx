import '../../assets/styles/popup.css'
import { render } from 'preact'
import { ErrorBoundary } from '../../components/shared/ErrorBoundary.tsx'
import { createPopup } from '../../utils/app/popup.ts'
import { browserLanguage } from '../../utils/browser/runtime.ts'
import { brokenPhrase } from '../../utils/errors.ts'
import { addTexts, currentLanguage, setLanguage } from '../../utils/locale.ts'
import { App } from './App.tsx'
import { TEXTS } from './texts.ts'

addTexts(TEXTS)
setLanguage(browserLanguage())
document.documentElement.lang = currentLanguage()
// `#tab=12`: the popup's content for a named tab, where it is shown outside the toolbar.
const tabId = Number(/^#tab=(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN)
const popup = createPopup(Number.isNaN(tabId) ? null : tabId)
render(<ErrorBoundary says={brokenPhrase}><App popup={popup} /></ErrorBoundary>, document.getElementById('app')!)
