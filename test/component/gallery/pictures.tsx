import { Panel } from '../../../components/marks/Panel.tsx'
import { PictureButton } from '../../../components/marks/PictureButton.tsx'
import { PictureSheet } from '../../../components/marks/PictureSheet.tsx'
import type { PictureLineProps } from '../../../components/shared/PictureLine.tsx'
import type { PictureState } from '../../../utils/types/picture.ts'
import { IN_PICTURE, pictureOf, PICTURES, WORDS } from '../picture-samples.ts'
import { FINDINGS, ready } from '../samples.ts'
import { overPage } from './marks.tsx'
import { tell, type Show } from './show.tsx'

const actions = { onRecord: tell('record'), onIgnore: tell('ignore'), onFalseAlarm: tell('false alarm'), onLocate: tell('locate'), onUndo: tell('undo') }

const panel = (pictures: Partial<PictureLineProps> & Pick<PictureLineProps, 'pictures'>) => (
  <Panel
    glance={ready({ findings: FINDINGS.slice(0, 1) })}
    pictures={{ most: 20, found: () => 2, onReadPictures: tell('read'), onCancelPictures: tell('cancel'), onShowPicture: tell('show'), ...pictures }}
    onReadFrame={tell('frame')}
    onClose={tell('close')} onPauseLinks={tell('pause')} onStopLinks={tell('stop')} onRecheckLinks={tell('recheck')} onStopHost={tell('stop host')}
    onSwitchOff={tell('off')} onSettlePast={tell('settle')} onLocatePast={tell('locate past')} {...actions}
  />
)

const sheet = (picture: PictureState, findings = IN_PICTURE) => (
  <PictureSheet picture={picture} findings={findings} recorded={{ 'f6@p1': 12 }} {...actions} onCopy={tell('copy')} onAgain={tell('again')} onCancelPictures={tell('cancel')} onClose={tell('close')} />
)

/** 识别图中文字 in a page, in all its states. */
export const PICTURE_STATES: Record<string, Show> = {
  'panel-pictures-unread': overPage(() => panel({ pictures: { large: 3, read: 0, running: null, left: 3 } })),
  'panel-pictures-each': overPage(() => <div ref={(all) => all?.querySelectorAll('details').forEach((one) => (one.open = true))}>{panel({ pictures: { large: 24, read: 0, running: null, left: 24 }, unread: Array.from({ length: 24 }, (_, at) => at), onReadPicture: tell('read one') })}</div>),
  'panel-pictures-running': overPage(() => panel({ pictures: { large: 5, read: 1, running: { nth: 4, of: 5, stage: 'reading', done: 0.45 }, left: 0 }, states: PICTURES })),
  'panel-pictures-left': overPage(() => panel({ pictures: { large: 25, read: 20, running: null, left: 5 }, states: PICTURES.slice(0, 3) })),
  'panel-sheet': overPage(() => sheet(pictureOf())),
  'panel-sheet-running': overPage(() => sheet(PICTURES[3]!, [])),
  'panel-sheet-none': overPage(() => sheet(PICTURES[1]!, [])),
  'panel-sheet-failed': overPage(() => sheet(PICTURES[2]!, [])),
  'panel-sheet-changed': overPage(() => sheet(pictureOf({ says: { key: 'pictures.changed' }, text: { ...WORDS, findings: [], notes: [{ key: 'pictures.note.part' }] } }), [])),
  'marks-picture-button': overPage(() => <PictureButton near={{ x: 120, y: 120, width: 400, height: 300 }} onRead={tell('read')} />),
}
