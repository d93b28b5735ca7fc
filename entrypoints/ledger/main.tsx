import '../../assets/styles/ledger.css'
import { render } from 'preact'
import { createDesk } from '../../utils/app/desk/index.ts'
import { addTexts } from '../../utils/locale.ts'
import { App } from './App.tsx'
import { routeOf } from './route.ts'
import { TEXTS } from './texts.ts'

addTexts(TEXTS)
const desk = createDesk()
// most openings are for the list: its first screen is read while the page is still being put together
if (routeOf(location.hash).tab === 'issues') desk.issueFeed(() => undefined)
desk.prepareCopies()
render(<App desk={desk} />, document.getElementById('app')!)
