import { defineBackground } from 'wxt/utils/define-background'
import { onWake } from '../../utils/browser/alarms.ts'
import { onFirstInstall, onMenu, onShortcut, startWithBrowser } from '../../utils/browser/entrances.ts'
import { onPermissionsChange } from '../../utils/browser/permissions.ts'
import { browserLanguage } from '../../utils/browser/runtime.ts'
import { injectOnLoad } from '../../utils/browser/scripts.ts'
import { answerLines } from '../../utils/browser/streams.ts'
import { answer, answerLarge } from '../../utils/browser/transport.ts'
import { admit } from '../../utils/app/admit.ts'
import { createBackground } from '../../utils/app/background.ts'
import { REMINDER } from '../../utils/app/reminder.ts'
import { report } from '../../utils/errors.ts'
import { addTexts, setLanguage } from '../../utils/locale.ts'
import type { ToBackground } from '../../utils/messages.ts'
import { TEXTS } from './texts.ts'

/** Listeners first, all before any `await`: a background that was woken by a message must hear it. */
export default defineBackground(() => {
  addTexts(TEXTS)
  setLanguage(browserLanguage())
  const background = createBackground()
  answer<ToBackground>('background', background.handlers, admit)
  answerLarge<ToBackground>(background.handlers, admit)
  answerLines(background.streams, admit)
  const renewMenu = onMenu(background.menu, background.chosenFromMenu)
  onShortcut(background.shortcut)
  startWithBrowser()
  onFirstInstall(() => void background.welcome().catch(report))
  onPermissionsChange(() => void background.keepSites().catch(report))
  injectOnLoad(background.isOn)
  onWake(REMINDER, () => void background.remind().catch(report))
  background.followLanguage(renewMenu)
  background.syncTeam()
  background.watchLoss()
  void background.remind().catch(report)
  void background.keepSites().catch(report)
  void background.tidy().catch(report)
})
