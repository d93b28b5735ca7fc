import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { COLUMN_CLASSES, type ColumnClass, type Unit } from '../../../utils/types/roster.ts'
import type { PageProposals, Proposal } from '../../../utils/types/roster-import.ts'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'

export interface PageImportProps {
  /** Government pages that are open now. */
  pages: readonly { tabId: number; url: string }[]
  /** What the chosen page proposes; null while none is chosen. */
  found: PageProposals | null
  busy: boolean
  problem: Phrase | null
  units: readonly Unit[]
  classDays: Record<ColumnClass, number | null>
  onLook: () => void
  onPage: (tabId: number) => void
  onOpen: (url: string) => void
  onImport: (found: PageProposals, chosen: Proposal[]) => void
  onCancel: () => void
}

/** 从本页导入: which open page, then what it proposes. */
export function PageImport(props: PageImportProps) {
  const { found, pages } = props
  const [address, setAddress] = useState('')
  return (
    <section class="box import-panel" aria-label={t('rosterdesk.page.name')}>
      {!found && (
        <>
          <p>{t('rosterdesk.page.says')}</p>
          <form class="mapping-line" onSubmit={(event) => { event.preventDefault(); if (address.trim()) props.onOpen(address.trim()) }}>
            <label class="label">
              {t('rosterdesk.page.address')}
              <input class="field" value={address} placeholder="www.example.gov.cn" onInput={(event) => setAddress(event.currentTarget.value)} />
            </label>
            <button type="submit" class="button" disabled={!address.trim()}>{t('rosterdesk.page.open')}</button>
            <button type="button" class="button" onClick={props.onLook}>{t('rosterdesk.page.look')}</button>
            <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
          </form>
          {pages.length === 0 ? (
            <p class="box-more">{t('rosterdesk.page.none')}</p>
          ) : (
            <ul class="lines" tabIndex={0} aria-label={t('rosterdesk.page.pages')}>
              {pages.map(({ tabId, url }) => (
                <li key={tabId}>
                  <span class="lines-detail">{url}</span>
                  <button type="button" class="button button-small" aria-label={t('rosterdesk.page.takeOf', { url })} disabled={props.busy} onClick={() => props.onPage(tabId)}>{t('rosterdesk.page.take')}</button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {props.busy && <p class="sheet-busy" role="status">{t('rosterdesk.page.reading')}</p>}
      {props.problem && <Problem says={props.problem} />}
      {found && <Found {...props} found={found} key={found.url} />}
    </section>
  )
}

/** The proposals: ticked, named, classed and given a unit, then imported. */
function Found(props: PageImportProps & { found: PageProposals }) {
  const [site, setSite] = useState(props.found.siteName)
  const [rows, setRows] = useState(props.found.proposals)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(rows.filter(({ likely }) => likely).map(({ id }) => id)))
  const [shown, setShown] = useState<'likely' | 'all'>('likely')
  const change = (id: string, to: Partial<Proposal>) => setRows(rows.map((row) => (row.id === id ? { ...row, ...to } : row)))
  const tick = (ids: readonly string[], on: boolean) => setTicked(new Set(on ? [...ticked, ...ids] : [...ticked].filter((id) => !ids.includes(id))))
  const unlikely = rows.filter((row) => !row.likely && !row.known)
  const visible = rows.filter((row) => shown === 'all' || row.likely || ticked.has(row.id))
  const chosen = rows.filter((row) => ticked.has(row.id) && row.name.trim())
  const known = rows.filter((row) => row.known).length
  const unknownUnits = new Set(chosen.map(({ unit }) => unit.trim()).filter((unit) => unit && !props.units.some(({ name, aliases }) => name === unit || aliases.includes(unit))))
  return (
    <>
      <h3>{t('rosterdesk.page.found', { count: count(rows.length - known), known: count(known) })}</h3>
      <div class="mapping-line">
        <label class="label">
          {t('rosterdesk.page.site')}
          <input class="field" value={site} disabled={props.found.siteKnown} onInput={(event) => setSite(event.currentTarget.value)} />
        </label>
        <span class="box-more">{props.found.url}</span>
        <button type="button" class="button button-small" onClick={() => tick(visible.filter((row) => !row.known).map(({ id }) => id), true)}>{t('rosterdesk.page.tickAll')}</button>
        <button type="button" class="button button-small" onClick={() => setTicked(new Set())}>{t('rosterdesk.page.tickNone')}</button>
        {(unlikely.length > 0 || known > 0) && (
          <button type="button" class="button button-small" aria-pressed={shown === 'all'} onClick={() => setShown(shown === 'all' ? 'likely' : 'all')}>
            {t('rosterdesk.page.others', { count: count(unlikely.length + known) })}
          </button>
        )}
      </div>
      <datalist id="page-units">{props.units.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      <div class="mapping-scroll found-scroll" tabIndex={0} role="region" aria-label={t('rosterdesk.page.list')}>
        <table class="table found-table">
          <thead>
            <tr>
              <th scope="col"><span class="sr-only">{t('rosterdesk.page.ticked')}</span></th>
              {['what', 'name', 'group', 'class', 'unit', 'address'].map((column) => <th key={column} scope="col">{t(`rosterdesk.page.column.${column}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <tr key={row.id}>
                <td><input type="checkbox" aria-label={t('rosterdesk.tick', { name: row.name })} checked={ticked.has(row.id)} disabled={row.known} onChange={(event) => tick([row.id], event.currentTarget.checked)} /></td>
                <td>{t(row.known ? 'rosterdesk.page.known' : `rosterdesk.page.kind.${row.kind}`)}</td>
                <td><input class="field" aria-label={t('rosterdesk.page.nameOf', { name: row.id })} value={row.name} onInput={(event) => change(row.id, { name: event.currentTarget.value })} /></td>
                <td class="roster-none">{row.group}</td>
                <td>
                  {row.kind === 'column' && (
                    <select class="field" aria-label={t('rosterdesk.page.classOf', { name: row.name })} value={row.class} onChange={(event) => change(row.id, { class: COLUMN_CLASSES.find((one) => one === event.currentTarget.value) ?? 'other' })}>
                      {COLUMN_CLASSES.map((one) => <option key={one} value={one}>{classWithDays(one, props.classDays[one])}</option>)}
                    </select>
                  )}
                </td>
                <td><input class="field" list="page-units" autocomplete="off" aria-label={t('rosterdesk.page.unitOf', { name: row.name })} value={row.unit} onInput={(event) => change(row.id, { unit: event.currentTarget.value })} /></td>
                <td class="roster-prefix">{row.id}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unknownUnits.size > 0 && <p class="box-more" role="status">{t('rosterdesk.page.newUnits', { names: [...unknownUnits].slice(0, 8).join(t('common.listComma')), count: count(unknownUnits.size) })}</p>}
      <div class="actions">
        <button type="button" class="button button-main" disabled={chosen.length === 0 || props.busy} onClick={() => props.onImport({ ...props.found, siteName: site }, chosen)}>{t('rosterdesk.page.import', { count: count(chosen.length) })}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
      </div>
    </>
  )
}

function classWithDays(one: ColumnClass, days: number | null): string {
  return t(days === null ? 'rosterdesk.page.classOnly' : 'rosterdesk.page.classDays', { class: t(`common.class.${one}`), days: days ?? 0 })
}
