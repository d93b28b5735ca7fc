import { t } from '../../utils/locale.ts'
import type { CaptureKind } from '../../utils/types/capture.ts'
import type { Glance } from '../../utils/types/glance.ts'
import { shortNumber, type Issue } from '../../utils/types/issue.ts'
import type { Day } from '../../utils/types/reading.ts'
import type { SyncSeen } from '../../utils/types/team-server.ts'
import type { Unit } from '../../utils/types/roster.ts'
import type { RoundPlace, RouteStep } from '../../utils/types/route.ts'
import type { FindingCallbacks } from '../shared/FindingActions.tsx'
import { RoutePlace } from '../shared/RoutePlace.tsx'
import type { PastCallbacks } from '../shared/PastIssues.tsx'
import { SyncNote } from '../shared/SyncLine.tsx'
import { Toast, type Notice } from '../shared/Toast.tsx'
import { AssignUnit, type UnitChoice } from './AssignUnit.tsx'
import { CaptureNote } from './CaptureNote.tsx'
import { ImportPlaces } from './ImportPlaces.tsx'
import { PopupFoot } from './PopupFoot.tsx'
import { PopupHead } from './PopupHead.tsx'
import { RecordForm, type ManualRecord } from './RecordForm.tsx'
import { Skeleton } from './Skeleton.tsx'
import { ThisPage } from './ThisPage.tsx'
import { Today } from './Today.tsx'
import { Unready } from './Unready.tsx'

export interface PopupViewProps extends Omit<FindingCallbacks, 'onUndo'>, Pick<PastCallbacks, 'onSettlePast'> {
  /** Null while it is being fetched. */
  glance: Glance | null
  units: readonly Unit[]
  /** Issues recorded today, the newest first. */
  today: readonly Issue[]
  /** The place in a reading route. */
  round?: RoundPlace | null
  onStep?: (step: RouteStep) => void
  /** How full the storage is; said from 80 % on. */
  space?: { level: 'ok' | 'warn' | 'full'; percent: number } | null
  /** False: the browser lets us take no screenshot yet. */
  captureAllowed: boolean
  /** Finding id, or `manual`, while it is being recorded. */
  busy?: string | null
  notice?: Notice | null
  onNoticeClose: () => void
  /** Set `busy` to `manual` while it runs: the text is cleared when that ends without a `problem` notice. */
  onRecordManual: (record: ManualRecord) => void
  /** A picture of what is chosen in the page; with what was written in the form, or null. */
  onCapture?: (kind: CaptureKind, record: ManualRecord | null) => void
  onAssignUnit: (choice: UnitChoice) => void
  onToggleSite: (on: boolean) => void
  /** 再读一次, after the page could not be read. */
  onReadAgain: () => void
  onUndo: (issue: Issue) => void
  onOpenLedger: () => void
  onSync: () => void
  /** How it stands with the team's server. */
  sync?: { seen: SyncSeen | null; today: Day; onOpen: () => void }
  onOpenIssue: (issue: Issue) => void
  onAllowCapture: () => void
  /** 从本页导入: takes a home or site-map page's columns into the roster. */
  onImportPlaces: () => void
  /** Pause or go on; a button without a callback is left out. */
  onPauseLinks?: () => void
  onStopLinks?: () => void
  onRecheckLinks?: () => void
  onStopHost?: (host: string) => void
  /** 识别图中文字 of the article's large pictures. */
  onPictures?: (order: 'read' | 'cancel' | 'frame') => void
  /** 在侧边栏里打开, where the browser has one. */
  onOpenPanel?: (() => void) | undefined
}

/** This page at a glance, and the record form: 380 px wide in the toolbar, as wide as it is given in a side panel. The middle scrolls, head and foot stay. */
export function PopupView(props: PopupViewProps) {
  const { glance, units, today } = props
  const issueOf = (number: number | string) => today.find((issue) => shortNumber(issue) === number)
  const unit = glance?.state === 'ready' ? glance.belonging.unit : null
  return (
    <div class="popup">
      <PopupHead glance={glance} onToggleSite={props.onToggleSite} />
      {props.round && props.onStep && <RoutePlace round={props.round} onStep={props.onStep} />}
      {props.space && props.space.level !== 'ok' && <p class={`popup-space note-${props.space.level}`} role="status">{t(`popup.space.${props.space.level}`, { percent: props.space.percent })}</p>}
      <main class="popup-main" key={glance?.url}>
        {glance === null && <Skeleton />}
        {glance && glance.state !== 'ready' && <Unready glance={glance} onToggleSite={props.onToggleSite} onReadAgain={props.onReadAgain} />}
        {glance?.state === 'ready' && (
          <>
            {!props.captureAllowed && <CaptureNote onAllowCapture={props.onAllowCapture} />}
            {!unit && <AssignUnit units={units} onAssignUnit={props.onAssignUnit} />}
            {glance.offersPlaces && <ImportPlaces onImportPlaces={props.onImportPlaces} />}
            <ThisPage
              glance={glance}
              busy={props.busy ?? null}
              onRecord={props.onRecord}
              onIgnore={props.onIgnore}
              onFalseAlarm={props.onFalseAlarm}
              onLocate={props.onLocate}
              onSettlePast={props.onSettlePast}
              undoable={(number) => issueOf(number) !== undefined}
              onUndo={(number) => {
                const issue = issueOf(number)
                if (issue) props.onUndo(issue)
              }}
              onPauseLinks={props.onPauseLinks}
              onStopLinks={props.onStopLinks}
              onRecheckLinks={props.onRecheckLinks}
              onStopHost={props.onStopHost}
              onPictures={props.onPictures}
            />
          </>
        )}
        <Today issues={today} onOpenIssue={props.onOpenIssue} onUndo={props.onUndo} />
      </main>
      <Toast notice={props.notice ?? null} onClose={props.onNoticeClose} />
      <RecordForm
        url={glance?.url}
        hidden={glance?.state !== 'ready'}
        units={units}
        unitId={unit?.id ?? null}
        busy={props.busy === 'manual'}
        failed={props.notice?.tone === 'problem'}
        onRecordManual={props.onRecordManual}
        onCapture={props.onCapture}
      />
      {props.sync && <SyncNote {...props.sync} />}
      <PopupFoot today={today.length} sync={props.sync} onOpenLedger={props.onOpenLedger} onSync={props.onSync} onOpenPanel={props.onOpenPanel} />
    </div>
  )
}
