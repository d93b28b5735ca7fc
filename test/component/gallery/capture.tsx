import { render, type ComponentChild } from 'preact'
import css from '../../../assets/styles/capture.css?inline'
import ledgerCss from '../../../assets/styles/ledger.css?inline'
import { Shortcuts } from '../../../components/ledger/settings/Shortcuts.tsx'
import { CaptureLayerView, type CaptureLayerProps } from '../../../components/marks/capture/CaptureLayerView.tsx'
import { EVIDENCE, SHORTCUTS } from '../evidence-samples.ts'
import { EvidenceView } from '../../../components/ledger/issues/EvidenceView.tsx'
import { inPage, tell, type Show } from './show.tsx'

function overPage(what: () => ComponentChild): Show {
  return (app) => {
    app.innerHTML = `<main style="max-width:800px;margin:auto"><h1>部门动态</h1>${'<p>经研究决定，现将有关事项通知如下。</p>'.repeat(12)}</main>`
    const host = document.body.appendChild(document.createElement('duwang-marks'))
    const root = host.attachShadow({ mode: 'open' })
    root.append(Object.assign(document.createElement('style'), { textContent: css }))
    render(what(), root.appendChild(document.createElement('div')))
  }
}

const layer = (change: Partial<CaptureLayerProps>) => (
  <CaptureLayerView
    state="choosing" kind="region" number={null} box={null} label="" cut={false} progress={null} hidden={false} says={null}
    onDragFrom={tell('drag from')} onDragTo={tell('drag to')} onDragEnd={tell('drag end')} onKey={tell('key')} onPoint={tell('point')} onStep={tell('step')}
    onAgain={tell('again')} onTake={tell('take')} onCancel={tell('cancel')} onEnough={tell('enough')} {...change}
  />
)

const BOX = { x: 160, y: 120, width: 320, height: 150 }

function Evidences() {
  return (
    <main ref={(main) => main?.querySelectorAll('details').forEach((one) => (one.open = true))}>
      <EvidenceView evidence={EVIDENCE} onSavePage={tell('save')} onDownload={tell('download')} />
      <EvidenceView evidence={{ issueId: '', looks: [], pages: [] }} onDownload={tell('download')} />
    </main>
  )
}

/** The layer that takes pictures, 取证信息, and the shortcuts. */
export const CAPTURE: Record<string, Show> = {
  'marks-region': overPage(() => layer({})),
  'marks-region-framed': overPage(() => layer({ box: BOX, number: 128 })),
  'marks-region-full': overPage(() => layer({ box: { x: 0, y: 0, width: innerWidth, height: innerHeight } })),
  'marks-region-problem': overPage(() => layer({ box: BOX, says: { phrase: { key: 'app.error.shot.missed' }, tone: 'problem' } })),
  'marks-element': overPage(() => layer({ kind: 'element', box: { ...BOX, y: 400 }, label: 'table' })),
  'marks-element-cut': overPage(() => layer({ kind: 'element', box: BOX, label: 'div', cut: true })),
  'marks-walk': overPage(() => layer({ state: 'taking', kind: 'page', progress: 42 })),
  'marks-walk-busy': overPage(() => layer({ state: 'taking', kind: 'page', progress: 42, says: { phrase: { key: 'app.error.capture-busy' }, tone: 'problem' } })),
  'marks-capture-said': overPage(() => layer({ state: 'said', kind: 'page', says: { phrase: { key: 'app.error.capture-gone' }, tone: 'problem' } })),
  'evidence': inPage(ledgerCss, () => <Evidences />),
  'shortcuts': inPage(ledgerCss, () => <main><Shortcuts lines={SHORTCUTS} onOpen={tell('open')} /></main>),
  'shortcuts-typed': inPage(ledgerCss, () => <main><Shortcuts lines={SHORTCUTS} onChange={tell('change')} /></main>),
}
