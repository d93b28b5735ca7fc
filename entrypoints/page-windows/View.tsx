import { Card } from '../../components/marks/Card.tsx'
import { Panel } from '../../components/marks/Panel.tsx'
import { PictureButton } from '../../components/marks/PictureButton.tsx'
import { PictureSheet } from '../../components/marks/PictureSheet.tsx'
import { Toast } from '../../components/marks/Toast.tsx'
import type { WindowsProps } from '../../utils/app/page/open-windows.ts'
import { AT_ONCE } from '../../utils/app/page/pictures/desk.ts'
import type { CaptureKind } from '../../utils/types/capture.ts'
import type { Finding } from '../../utils/types/finding.ts'
import type { IgnoreScope } from '../../utils/types/record.ts'

/** The windows of our layer in a visited page: the session's view in, clicks out. Only a person's own clicks count, never a script's. */
export function View({ view, session, recorder, pastSteps, onSwitchOff, pictures, onCopy, onReadFrame }: WindowsProps) {
  const { glance, card, panelOpen, busy, notice, under } = view
  const callbacks = {
    onRecord: (finding: Finding) => void recorder.record(finding),
    onIgnore: (finding: Finding, scope: IgnoreScope) => void recorder.wave(finding, 'ignored', scope),
    onFalseAlarm: (finding: Finding) => void recorder.wave(finding, 'false-alarm', 'site'),
    onUndo: (number: number | string) => void recorder.undo(number),
    onAnother: (number: number | string, kind: CaptureKind) => void recorder.another(number, kind),
  }
  const ready = glance.state === 'ready' ? glance : null
  const states = pictures.states()
  const sheet = states.find(({ id }) => id === view.sheet) ?? null
  const cancel = () => {
    pictures.cancel()
    session.show({ notice: { says: { key: 'pictures.sheet.cancelled' }, tone: 'done', action: null } })
  }
  const inPicture = (picture: string) => (ready?.findings ?? []).filter(({ id }) => id.endsWith(`@${picture}`))
  return (
    <>
      {ready && sheet ? (
        <PictureSheet
          picture={sheet}
          findings={inPicture(sheet.id)}
          recorded={ready.recorded}
          busy={busy}
          {...callbacks}
          onLocate={(finding) => session.locate(finding.id)}
          onCopy={onCopy}
          onAgain={(id) => session.show({ sheet: pictures.again(id) })}
          onCancelPictures={cancel}
          onClose={() => session.show({ sheet: null })}
        />
      ) : ready && panelOpen ? (
        <Panel
          glance={ready}
          busy={busy}
          {...callbacks}
          onLocate={(finding) => session.locate(finding.id)}
          onSettlePast={(issue, to) => void pastSteps.settle(issue, to)}
          onLocatePast={({ id }) => session.locatePast(id)}
          onClose={() => session.show({ panelOpen: false })}
          onPauseLinks={() => session.pauseLinks()}
          onStopLinks={() => session.stopLinks()}
          onRecheckLinks={() => void session.checkLinks(true)}
          onStopHost={(host) => void session.stopHost(host)}
          pictures={ready.pictures ? {
            pictures: ready.pictures,
            states,
            most: AT_ONCE,
            found: (id) => inPicture(id).length,
            onReadPictures: () => pictures.readAll(),
            onCancelPictures: cancel,
            onShowPicture: (id) => session.show({ sheet: id }),
            unread: pictures.unread(),
            onReadPicture: (at) => session.show({ sheet: pictures.readNth(at) }),
          } : null}
          onReadFrame={pictures.canRead() ? onReadFrame : undefined}
          onRecordDeadLinks={() => void recorder.recordDeadLinks()}
          onSwitchOff={onSwitchOff}
        />
      ) : null}
      {ready && under && !sheet && <PictureButton near={under.box} onRead={() => session.show({ under: null, sheet: pictures.readElement(under.element) })} />}
      {ready && card ? (
        <Card
          finding={card.finding}
          near={card.near}
          takesFocus={card.takesFocus}
          recorded={ready.recorded[card.finding.id] ?? null}
          busy={busy === card.finding.id}
          {...callbacks}
          onClose={() => session.show({ card: null })}
          onEnter={() => session.hold(true)}
          onLeave={() => session.hold(false)}
        />
      ) : null}
      <Toast
        notice={notice && { says: notice.says, tone: notice.tone, ...(notice.action ? { action: notice.action } : {}), ...(notice.also ? { also: notice.also } : {}) }}
        onClose={() => session.show({ notice: null })}
      />
    </>
  )
}
