import { ulid } from 'ulid'
import { openLine } from '../../browser/streams.ts'
import { say, setLanguage, t } from '../../locale.ts'
import { copyText } from './copy-text.ts'
import { followPointer } from './follow-pointer.ts'
import { pastIssues } from './past.ts'
import { PastSteps } from './past-steps.ts'
import { PictureDesk } from './pictures/desk.ts'
import { pictureHandlers } from './pictures/handlers.ts'
import { placesOfPage } from './places.ts'
import { pointAt } from './point-at.ts'
import { PageRecorder } from './recorder.ts'
import type { Windows, WindowsHost } from './windows.ts'
import type { PageView } from './view.ts'

/** What the windows are drawn from. */
export interface WindowsProps extends Pick<WindowsHost, 'session' | 'routeIn'> {
  view: PageView
  /** 识别图中文字. */
  pictures: PictureDesk
  recorder: PageRecorder
  pastSteps: PastSteps
  onSwitchOff: () => void
  onCopy: (text: string) => void
  onReadFrame: () => void
}

/** Puts the windows' parts together: panel, card, text of pictures, notices, and what a person's clicks there set going. */
export function openWindows(host: WindowsHost, css: string, draw: (mount: HTMLElement, props: WindowsProps) => void): Windows {
  const { session, surface, win, ask } = host
  const mount = surface.room(css)
  const show = (change: Partial<PageView>) => session.show(change)
  const pictures = new PictureDesk({ win, surface, fetch: (input, init) => fetch(input, init), order: (order, told) => openLine('picture.read', order, told), changed: () => session.drawLater() })
  host.pictures.give(pictures)
  const recorder = new PageRecorder({ ...host, newId: ulid, show })
  const pastSteps = new PastSteps({ ...host, state: host.now, show })
  followPointer(win, session, host.over)
  const props = {
    session,
    pictures,
    routeIn: host.routeIn,
    recorder,
    pastSteps,
    onSwitchOff: host.switchOff,
    onCopy: (text: string) => void copyText(win, mount, text).then((copied) => show({ notice: { says: { key: copied ? 'pictures.sheet.copied' : 'pictures.sheet.not-copied' }, tone: copied ? 'done' : 'problem', action: null } })),
    onReadFrame: () => (show({ panelOpen: false }), void ask('picture.choose', { tabId: null }).catch(host.fail)),
  }
  return {
    handlers: {
      ...recorder.handlers,
      ...pictureHandlers(() => pictures, show),
      'page.places': async () => placesOfPage((await host.state()).reading, win.document),
      'page.show': (wanted) => pointAt({ ...host, show }, wanted),
    },
    past: pastIssues,
    sign: (state) => (setLanguage(host.language()), t(`recheck.past.${state}`)),
    why: ({ reason, status }) => (setLanguage(host.language()), say({ key: `links.reason.${reason}`, params: { status: status ?? 0 } })),
    draw: (view) => {
      setLanguage(host.language())
      draw(mount, { ...props, view })
    },
  }
}
