import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { CaptureKind } from '../../../utils/types/capture.ts'
import type { Outline, ShotRef } from '../../../utils/types/issue.ts'
import { minuteOf } from '../../shared/format.ts'
import { CaptureMenu } from '../../shared/CaptureMenu.tsx'
import { FileDrop } from '../../shared/FileDrop.tsx'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { ShotView, type ShotViewProps } from '../../shared/ShotView.tsx'
import { ShotText, type ShotTextDeeds } from '../shot/ShotText.tsx'
import type { PictureState } from '../../../utils/types/picture.ts'
import { ShotBar } from './ShotBar.tsx'

/** A screenshot of an issue. `src` null: the picture itself is not in the ledger (any more). */
export interface ShotPicture extends Pick<ShotViewProps, 'width' | 'height' | 'tags'>, ShotRef {
  src: string | null
  /** Not here, but the team has it: on its way, its server cannot be reached, or nobody has sent it there. */
  away?: 'coming' | 'offline' | 'unsent'
  /** What stands under it when it is handed out. */
  strip?: readonly string[]
}

/** What a person does with an issue's pictures; places are counted from 0. */
export interface ShotDeeds {
  onMark: (at: number) => void
  onCaption: (shot: ShotRef, caption: string) => void
  onMove: (shot: ShotRef, to: number) => void
  onRemove: (shot: ShotRef) => void
  /** Null: what was copied is no picture. */
  onPaste: (file: File | null) => void
  onFile: (file: File) => void
  /** Asks the team's server once more for pictures that are not here. */
  onFetch?: () => void
  /** 识别图中文字; absent where the browser cannot. `hash`: the picture that is read. */
  words?: (ShotTextDeeds & { hash: string | null; state: PictureState | null; recorded: Record<string, number | string> }) | undefined
}

export interface IssueShotsProps {
  number: number | string
  /** Null while they are loaded. */
  shots: readonly ShotPicture[] | null
  /** Takes a picture of the page as it is now, which must be open. */
  onRetake?: (kind: CaptureKind) => void
  deeds?: ShotDeeds | undefined
}

/** A page that looks as it did gives the same picture again: they differ by when they were taken. */
const keyOf = ({ hash, takenAt }: ShotPicture): string => `${hash} ${takenAt}`

/** The pictures of one issue; more come from the clipboard, from files dropped here, or from the page. */
export function IssueShots(props: IssueShotsProps) {
  const { deeds } = props
  if (!deeds || props.shots === null) return <Shown {...props} />
  return (
    <FileDrop label={t('markup.addAllowed')} accept="image/png,image/jpeg,image/webp" onFile={deeds.onFile}>
      {(choose) => (
        <>
          <Shown {...props} />
          <p class="shot-more quiet">
            <button type="button" class="button button-small" onClick={choose}>{t('markup.add')}</button> {t('markup.addSays')}
          </p>
        </>
      )}
    </FileDrop>
  )
}

/** One at a time, or 整改前 beside 整改后. */
function Shown(props: IssueShotsProps) {
  const { number, shots } = props
  const before = (shots ?? []).filter(({ role }) => role !== 'after')
  const after = (shots ?? []).filter(({ role }) => role === 'after')
  const all = [...before, ...after]
  const newest = after[after.length - 1]
  const [chosen, setChosen] = useState<string | 'both' | null>(null)
  if (shots === null) return <p class="shots-wait" role="status">{t('issue.shots.loading')}</p>
  if (all.length === 0) {
    return (
      <EmptyState title={t('ledger.detail.noShot')} says={t('ledger.detail.retakeSays')}>
        {props.onRetake && <button type="button" class="button" onClick={() => props.onRetake?.('visible')}>{t('ledger.detail.retake')}</button>}
      </EmptyState>
    )
  }
  const shown = chosen ?? (newest && before[0] ? 'both' : (all[0] && keyOf(all[0])))
  const one = all.find((shot) => keyOf(shot) === shown) ?? all[0]
  const nameOf = (shot: ShotPicture) => {
    const index = all.indexOf(shot) + 1
    return shot.role === 'after' ? t('issue.shots.after', { index }) : t('issue.shots.one', { index })
  }
  const words = props.deeds?.words
  const bar = (shot: ShotPicture) => props.deeds && (
    <>
      <ShotBar key={keyOf(shot)} shot={shot} at={shots.indexOf(shot)} count={shots.length} deeds={props.deeds} />
      {words?.state && words.hash === shot.hash && <ShotText state={words.state} recorded={words.recorded} deeds={words} />}
    </>
  )
  const found = (shot: ShotPicture) => (words?.hash === shot.hash ? (words.state?.text?.findings ?? []) : []).flatMap(({ finding, areas }) => areas.map((area) => ({ ...area, label: finding.evidence })))
  return (
    <section class="shots" aria-label={t('issue.shots.name')}>
      {(all.length > 1 || props.onRetake) && (
        <div class="shots-choice">
          {all.length > 1 && all.map((shot) => (
            <button key={keyOf(shot)} type="button" class="button button-small" aria-pressed={shown === keyOf(shot)} onClick={() => setChosen(keyOf(shot))}>
              {nameOf(shot)}
            </button>
          ))}
          {newest && before[0] && (
            <button type="button" class="button button-small" aria-pressed={shown === 'both'} onClick={() => setChosen('both')}>{t('issue.shots.both')}</button>
          )}
          <span class="detail-space" />
          {props.onRetake && <CaptureMenu label={t('issue.shots.retake')} name={t('common.capture.anotherOf', { number })} onCapture={props.onRetake} />}
        </div>
      )}
      {shown === 'both' && newest && before[0] ? (
        <div class="shots-pair">
          <div>
            <h3>{t('issue.shots.beforeTitle')}</h3>
            <Picture key={keyOf(before[0])} number={number} shot={before[0]} index={1} found={found(before[0])} onFetch={props.deeds?.onFetch} />
            {bar(before[0])}
          </div>
          <div>
            <h3>{t('issue.shots.afterTitle')}</h3>
            <Picture key={keyOf(newest)} number={number} shot={newest} index={all.length} found={found(newest)} onFetch={props.deeds?.onFetch} />
            {bar(newest)}
          </div>
        </div>
      ) : (
        one && (
          <>
            <Picture key={keyOf(one)} number={number} shot={one} index={all.indexOf(one) + 1} found={found(one)} onFetch={props.deeds?.onFetch} />
            {bar(one)}
          </>
        )
      )}
    </section>
  )
}

/** `found`: what is suspicious in its words, once they were read. */
function Picture({ number, shot, index, found, onFetch }: { number: number | string; shot: ShotPicture; index: number; found: readonly Outline[]; onFetch?: (() => void) | undefined }) {
  const taken = t('ledger.detail.takenAt', { at: minuteOf(shot.takenAt) })
  // Named, so that it can be looked for in a backup: a lost picture must not look like none.
  const name = { taken, hash: shot.hash.slice(0, 12) }
  if (shot.away) {
    return (
      <EmptyState title={t(`issue.shots.${shot.away === 'unsent' ? 'unsentTitle' : 'awayTitle'}`, { index })} says={t(`issue.shots.${shot.away}`, name)}>
        {shot.away !== 'coming' && onFetch && <button type="button" class="button" onClick={onFetch}>{t('issue.shots.fetch')}</button>}
      </EmptyState>
    )
  }
  if (shot.src === null) return <EmptyState title={t('issue.shots.missing', { index })} says={t('issue.shots.missingSays', name)} />
  const { caption, personal = [], strip = [] } = shot
  return (
    <>
      <ShotView
        src={shot.src}
        width={shot.width}
        height={shot.height}
        outlines={[...shot.outlines, ...found]}
        tags={shot.tags ?? []}
        drawings={shot.drawings}
        personal={personal}
        alt={caption || t('ledger.detail.shot', { number, index })}
        caption={taken}
      />
      <div class="shot-facts quiet">
        {shot.covered && <p>{t('markup.noOriginal')}</p>}
        {personal.length > 0 && <p>{t('markup.personal', { count: personal.length })}</p>}
        {strip.length > 0 && (
          <details>
            <summary>{t('markup.under')}</summary>
            {strip.map((line) => <p key={line}>{line}</p>)}
          </details>
        )}
        <details>
          <summary>{t('markup.hash')}</summary>
          <code>{shot.hash}</code>
        </details>
      </div>
    </>
  )
}
