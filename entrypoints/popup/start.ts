import '../../assets/styles/popup.css'
import { lookAt } from '../../utils/app/follow-glance.ts'
import { framed } from '../../utils/app/page/idle.ts'
import { placeOf, tabAt } from '../../utils/app/popup-place.ts'
import { report } from '../../utils/errors.ts'

/** First of popup and side panel: asks the page what is to be seen, lets the frame be drawn that the document itself brought, and only then has the program come. */
const place = placeOf(location.hash, document.documentElement.classList.contains('beside'))
const first = lookAt(() => tabAt(place), place.kind === 'panel')
// Who follows it tells what went wrong.
first.catch(() => undefined)
void framed(window).then(() => import('./main.tsx')).then(({ open }) => open(place, first)).catch(report)
