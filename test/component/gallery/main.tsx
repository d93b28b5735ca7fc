import { render } from 'preact'
import '../texts.ts'
import { setLanguage } from '../../../utils/locale.ts'
import { CAPTURE } from './capture.tsx'
import { EXPORT } from './export.tsx'
import { ISSUE } from './issue.tsx'
import { LEDGER } from './ledger.tsx'
import { MARKS } from './marks.tsx'
import { PICTURE_STATES } from './pictures.tsx'
import { POPUP } from './popup.tsx'
import { RECHECK } from './recheck.tsx'
import { ROUNDS } from './rounds.tsx'
import { ROSTER } from './roster.tsx'
import { UNITS_STATES } from './units.tsx'
import { SELFCHECK } from './selfcheck.tsx'
import { SETTINGS } from './settings.tsx'
import { SHOTS } from './shot.tsx'
import { TEAM } from './team.tsx'

/** Every state of the interface by name; `?show=name&lang=en` draws one, no name lists them. */
const STATES = { ...CAPTURE, ...MARKS, ...PICTURE_STATES, ...POPUP, ...LEDGER, ...EXPORT, ...ISSUE, ...UNITS_STATES, ...ROUNDS, ...SELFCHECK, ...ROSTER, ...SETTINGS, ...RECHECK, ...SHOTS, ...TEAM }

const asked = new URLSearchParams(location.search)
const state = STATES[asked.get('show') ?? '']
setLanguage(asked.get('lang') ?? 'zh-CN')
document.documentElement.lang = asked.get('lang') ?? 'zh-CN'

const app = document.getElementById('app')
if (app && state) state(app)
else if (app) {
  const list = Object.keys(STATES).map((name) => <li key={name}><a href={`?show=${name}`}>{name}</a></li>)
  render(<main><h1>gallery</h1><ul id="states">{list}</ul></main>, app)
}
