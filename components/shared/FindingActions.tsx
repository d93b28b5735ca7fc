import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { say, t } from '../../utils/locale.ts'
import type { CaptureKind } from '../../utils/types/capture.ts'
import type { Finding } from '../../utils/types/finding.ts'
import type { IgnoreScope } from '../../utils/types/record.ts'
import { CaptureMenu } from './CaptureMenu.tsx'

export type { IgnoreScope }

const IGNORE_SCOPES: readonly IgnoreScope[] = ['here', 'site', 'everywhere']

/** What a person can do with a finding; the same everywhere that findings are shown. */
export interface FindingCallbacks {
  onRecord: (finding: Finding) => void
  onIgnore: (finding: Finding, scope: IgnoreScope) => void
  onFalseAlarm: (finding: Finding) => void
  /** Takes the recording back; without it no 撤销 is offered. */
  onUndo?: (issueNumber: number | string) => void
  /** 再拍一张: one more picture of the issue; without it none is offered. */
  onAnother?: (issueNumber: number | string, kind: CaptureKind) => void
  /** Scrolls to the place; left out where the person is already there. */
  onLocate?: (finding: Finding) => void
}

export interface FindingActionsProps extends FindingCallbacks {
  finding: Finding
  /** Number of the issue that was made of it. */
  recorded: number | string | null
  /** True while it is being recorded. */
  busy?: boolean
}

/** 记录 / 忽略 / 误报 / 定位, or 「已记录 第 12 号 · 撤销」. 忽略 asks in place where to ignore, so that nothing pops out of a small window. */
export function FindingActions(props: FindingActionsProps) {
  const { finding, recorded } = props
  const [asking, setAsking] = useState<boolean | null>(null)
  const ignore = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    // back to where the question came from; null before it was ever asked, so that showing a list takes no focus
    if (asking === false) ignore.current?.focus()
  }, [asking])
  const about = say(finding.says)
  if (asking) return <IgnoreChoice about={about} onChoose={(scope) => props.onIgnore(finding, scope)} onClose={() => setAsking(false)} />
  return (
    <div class="actions" role="group" aria-label={t('common.finding.actions', { about })}>
      {recorded === null ? (
        <>
          <button type="button" class="button button-small button-main" disabled={props.busy} onClick={() => props.onRecord(finding)}>
            {t(props.busy ? 'common.finding.recording' : 'common.finding.record')}
          </button>
          <button type="button" class="button button-small" ref={ignore} onClick={() => setAsking(true)}>
            {t('common.finding.ignore')}
          </button>
          <button type="button" class="button button-small" onClick={() => props.onFalseAlarm(finding)}>
            {t('common.finding.falseAlarm')}
          </button>
        </>
      ) : (
        <span class="recorded">
          {t('common.finding.recorded', { number: recorded })}
          {props.onUndo && (
            <button type="button" class="button button-small button-plain" onClick={() => props.onUndo?.(recorded)}>{t('common.undo')}</button>
          )}
          {props.onAnother && (
            <CaptureMenu label={t('common.capture.another')} name={t('common.capture.anotherOf', { number: recorded })} look="button-plain" onCapture={(kind) => props.onAnother?.(recorded, kind)} />
          )}
        </span>
      )}
      {props.onLocate && finding.anchor && (
        <button type="button" class="button button-small button-plain" onClick={() => props.onLocate?.(finding)}>
          {t('common.finding.locate')}
        </button>
      )}
    </div>
  )
}

function IgnoreChoice(props: { about: string; onChoose: (scope: IgnoreScope) => void; onClose: () => void }) {
  const first = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  return (
    <div
      class="actions"
      role="group"
      aria-label={t('common.finding.ignoreWhere', { about: props.about })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onClose()
      }}
    >
      <span class="actions-ask">{t('common.finding.ignoreAsk')}</span>
      {IGNORE_SCOPES.map((scope, index) => (
        <button
          key={scope}
          type="button"
          ref={index === 0 ? first : undefined}
          class="button button-small"
          onClick={() => {
            props.onClose()
            props.onChoose(scope)
          }}
        >
          {t(`common.scope.${scope}`)}
        </button>
      ))}
      <button type="button" class="button button-small button-plain" onClick={props.onClose}>{t('common.cancel')}</button>
    </div>
  )
}
