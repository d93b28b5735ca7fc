import { render } from 'preact'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { RoutePlace } from '../../components/shared/RoutePlace.tsx'
import marksCss from '../../assets/styles/marks.css?inline'
import { openWindows } from '../../utils/app/page/open-windows.ts'
import { offerWindows } from '../../utils/app/page/windows.ts'
import { addTexts } from '../../utils/locale.ts'
import { TEXTS } from './texts.ts'
import { View } from './View.tsx'

/** Put into a page when there is something to show besides the chip: no visit pays for it before. */
export default defineUnlistedScript(() => {
  addTexts(TEXTS)
  offerWindows(window, (host) => openWindows(host, marksCss, (mount, props) => {
    const { view, session, routeIn } = props
    render(view.round && <RoutePlace round={view.round} onStep={(step) => void session.step(step)} />, routeIn)
    render(<View {...props} />, mount)
  }))
})
