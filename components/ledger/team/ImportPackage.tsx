import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { ExchangePreview, IssueName } from '../../../utils/types/team-package.ts'
import { count, minuteOf } from '../../shared/format.ts'
import { FileChoice } from '../settings/FileChoice.tsx'
import { WorkLine } from '../settings/WorkLine.tsx'
import type { WorkShown } from '../settings/work.ts'

export interface ImportPackageProps {
  /** A package that needs its password first. */
  locked: boolean
  preview: { by: string; madeAt: string; what: ExchangePreview } | null
  work: WorkShown
  onFile: (file: File) => void
  onPassword: (password: string) => void
  onTake: () => void
  onLeave: () => void
  onCancel: () => void
}

/** 导入交换包: checked as a whole, then a person sees what it would do, then it is merged. */
export function ImportPackage(props: ImportPackageProps) {
  const { work, preview, locked } = props
  const [password, setPassword] = useState('')
  const busy = work.progress !== null
  return (
    <section aria-labelledby="team-import">
      <h2 id="team-import">{t('team.package.import')}</h2>
      <p>{t('team.package.importSays')}</p>
      <div class="actions"><FileChoice label={t('team.package.choose')} accept=".zip,application/zip" disabled={busy} onFile={props.onFile} /></div>
      {locked && !busy && (
        <form class="actions" onSubmit={(event) => (event.preventDefault(), props.onPassword(password), setPassword(''))}>
          <label class="label">{t('team.package.locked')} <input type="password" class="field" autocomplete="off" required value={password} onInput={(event) => setPassword(event.currentTarget.value)} /></label>
          <button type="submit" class="button button-main">{t('team.package.unlock')}</button>
        </form>
      )}
      {preview && !busy && <Preview {...props} preview={preview} />}
      <WorkLine work={work} onCancel={props.onCancel} />
    </section>
  )
}

function Preview({ preview: { by, madeAt, what }, onTake, onLeave }: ImportPackageProps & { preview: NonNullable<ImportPackageProps['preview']> }) {
  const sum = (counts: Record<string, number>, issues: boolean) => Object.entries(counts).reduce((all, [kind, n]) => all + ((kind === 'issue') === issues ? n : 0), 0)
  const rows = [['issues', sum(what.added, true), sum(what.changed, true)], ['rest', sum(what.added, false), sum(what.changed, false)]] as const
  return (
    <div class="box" role="group" aria-label={t('team.package.preview')}>
      <p>{t('team.package.from', { by: by || t('issue.history.nobody'), at: minuteOf(madeAt) })}</p>
      {what.twin && <p class="warned">{t('team.package.twin')}</p>}
      {what.copied && <p class="warned">{t('team.package.copied')}</p>}
      <table class="table used">
        <caption class="sr-only">{t('team.package.preview')}</caption>
        <thead><tr><th scope="col">{t('storage.used.kind')}</th><th scope="col" class="table-number">{t('team.package.added')}</th><th scope="col" class="table-number">{t('team.package.changed')}</th></tr></thead>
        <tbody>
          {rows.map(([name, added, changed]) => <tr key={name}><th scope="row">{t(`team.package.row.${name}`)}</th><td class="table-number">{count(added)}</td><td class="table-number">{count(changed)}</td></tr>)}
          {what.units.map(({ id, name, added, changed }) => <tr key={id ?? ''}><th scope="row">{name || t('common.unitUnknown')}</th><td class="table-number">{count(added)}</td><td class="table-number">{count(changed)}</td></tr>)}
        </tbody>
      </table>
      <p>{t('team.package.files', { pictures: what.pictures, lacking: what.lacking, burnt: what.burnt, deleted: what.deleted })}</p>
      {what.newer > 0 && <p>{t('team.package.newer', { count: what.newer })}</p>}
      {(what.clockAhead > 0 || what.skews.length > 0) && <p>{t('team.package.clock')}</p>}
      <Names says={t('team.package.clashes', { count: what.clashCount })} names={what.clashes} />
      <Names says={t('team.package.returned', { count: what.returnedCount })} names={what.returned} />
      <div class="actions">
        <button type="button" class="button button-main" onClick={onTake}>{t('team.package.take')}</button>
        <button type="button" class="button" onClick={onLeave}>{t('team.package.leave')}</button>
      </div>
    </div>
  )
}

function Names({ says, names }: { says: string; names: readonly IssueName[] }) {
  if (names.length === 0) return null
  return (
    <>
      <p>{says}</p>
      <ul class="lines">{names.map(({ id, number, description }) => <li key={id}><a href={`#/issues/${id}`}>{t('common.number', { number })}</a> {description}</li>)}</ul>
    </>
  )
}
