import '../../assets/styles/popup.css'
import { render } from 'preact'
import { ErrorBoundary } from '../../components/shared/ErrorBoundary.tsx'
import { createPopup, type PopupPlace } from '../../utils/app/popup.ts'
import { browserLanguage } from '../../utils/browser/runtime.ts'
import { brokenPhrase } from '../../utils/errors.ts'
import { addTexts, currentLanguage, setLanguage } from '../../utils/locale.ts'
import { App } from './App.tsx'
import { TEXTS } from './texts.ts'

addTexts(TEXTS)
setLanguage(browserLanguage())
document.documentElement.lang = currentLanguage()
const app = document.getElementById('app')!
// The frame that the document itself brought (index.html).
app.replaceChildren()
render(<ErrorBoundary says={brokenPhrase}><App popup={createPopup(placeOf(location.hash))} /></ErrorBoundary>, app)

/** `#tab=12`: for a named tab, where it is shown outside the toolbar; `#window=3`: a side panel outside the window that it follows. */
function placeOf(hash: string): PopupPlace {
  const named = (what: string) => {
    const id = new RegExp(`^#${what}=(\\d+)$`).exec(hash)?.[1]
    return id === undefined ? null : Number(id)
  }
  return document.documentElement.classList.contains('beside') ? { kind: 'panel', windowId: named('window') } : { kind: 'toolbar', tabId: named('tab') }
}
