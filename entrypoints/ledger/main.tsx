import '../../assets/styles/ledger.css'
import { render } from 'preact'
import { createDesk } from '../../utils/app/desk/index.ts'
import { addTexts } from '../../utils/locale.ts'
import { App } from './App.tsx'
import { TEXTS } from './texts.ts'

addTexts(TEXTS)
render(<App desk={createDesk()} />, document.getElementById('app')!)
