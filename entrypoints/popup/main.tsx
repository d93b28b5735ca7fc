import { render } from 'preact'
import { ErrorBoundary } from '../../components/shared/ErrorBoundary.tsx'
import type { Look } from '../../utils/app/follow-glance.ts'
import { createPopup } from '../../utils/app/popup.ts'
import type { PopupPlace } from '../../utils/app/popup-place.ts'
import { browserLanguage } from '../../utils/browser/runtime.ts'
import { brokenPhrase } from '../../utils/errors.ts'
import { addTexts, currentLanguage, setLanguage } from '../../utils/locale.ts'
import { App } from './App.tsx'
import { TEXTS } from './texts.ts'

/** Draws the program in place of the frame that the document itself brought (index.html). */
export function open(place: PopupPlace, first: Promise<Look>): void {
  addTexts(TEXTS)
  setLanguage(browserLanguage())
  document.documentElement.lang = currentLanguage()
  const app = document.getElementById('app')!
  app.replaceChildren()
  render(<ErrorBoundary says={brokenPhrase}><App popup={createPopup(place, first)} /></ErrorBoundary>, app)
}
