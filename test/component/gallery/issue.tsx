import { useEffect, useState } from 'preact/hooks'
import css from '../../../assets/styles/ledger.css?inline'
import { IssueDetail, type IssueDetailProps } from '../../../components/ledger/issues/IssueDetail.tsx'
import { IssueGone } from '../../../components/ledger/issues/IssueGone.tsx'
import { issue, LONG_TITLE } from '../samples.ts'
import { detail, SHOT } from './ledger.tsx'
import { inPage, tell, type Show } from './show.tsx'

const AFTER = { ...SHOT, hash: 'after', role: 'after' as const, takenAt: '2026-11-21T01:35:00Z', outlines: SHOT.outlines.slice(0, 1) }
const answered = issue(12, {
  status: 'open', rebounds: 1, note: '11-20 已电话催办\n11-21 单位说今天改', reply: { measures: `更换附件并重新发布${LONG_TITLE}`, state: 'fixed', fixedOn: '2026-11-21', person: '王小青' },
})

/** A form that was begun, and an issue that another window changed meanwhile. */
function Collided() {
  const [props, setProps] = useState<Partial<IssueDetailProps>>({ focus: 'edit' })
  useEffect(() => {
    const note = document.querySelector<HTMLTextAreaElement>('#edit-note')!
    note.value = '甲写的'
    note.dispatchEvent(new Event('input', { bubbles: true }))
    setProps({ focus: 'edit', issue: issue(12, { status: 'open', note: '乙写的' }) })
    setTimeout(() => {
      const address = document.querySelector<HTMLTextAreaElement>('#edit-siteIdCode')!
      address.value = '12'
      address.dispatchEvent(new Event('input', { bubbles: true }))
      setTimeout(() => document.querySelector<HTMLFormElement>('form.edit')?.requestSubmit(), 50)
    }, 50)
  }, [])
  return <IssueDetail {...detail(props).props} />
}

function Reasons() {
  useEffect(() => document.querySelector<HTMLButtonElement>('.life button')?.click(), [])
  return <IssueDetail {...detail().props} />
}

const page = (what: Parameters<typeof inPage>[1]): Show => inPage(css, () => <main>{what()}</main>)

/** One issue in its states. */
export const ISSUE: Record<string, Show> = {
  'issue-pair': page(() => detail({ issue: answered, shots: [SHOT, AFTER], onRetake: tell('retake'), twins: [{ id: 't', number: 7, status: 'closed', foundAt: '2026-10-20T01:35:00Z' }] })),
  'issue-missing': page(() => detail({ shots: [{ ...SHOT, src: null }, AFTER], onRetake: tell('retake') })),
  'issue-loading': page(() => detail({ shots: null })),
  'issue-reasons': page(() => <Reasons />),
  'issue-collided': page(() => <Collided />),
  'issue-gone': page(() => <IssueGone state="unknown" onBack={tell('back')} />),
  'issue-deleted': page(() => <IssueGone state="deleted" number={12} onBack={tell('back')} onRestore={tell('restore')} />),
}
