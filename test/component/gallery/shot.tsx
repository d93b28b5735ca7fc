import { useEffect, useState } from 'preact/hooks'
import css from '../../../assets/styles/ledger.css?inline'
import { StripSetting } from '../../../components/ledger/settings/StripSetting.tsx'
import { ShotEditor, type ShotEditorProps } from '../../../components/ledger/shot/ShotEditor.tsx'
import type { Drawing } from '../../../utils/types/drawing.ts'
import { pictureOf, PICTURES } from '../picture-samples.ts'
import { LONG_TITLE } from '../samples.ts'
import { detail, SHOT } from './ledger.tsx'
import { picture } from './picture.ts'
import { inPage, tell, type Show } from './show.tsx'

const DRAWINGS: Drawing[] = [
  { kind: 'arrow', from: { x: 780, y: 520 }, to: { x: 480, y: 330 } },
  { kind: 'box', x: 160, y: 400, width: 520, height: 60 },
  { kind: 'text', x: 700, y: 540, text: '此处仍为去年数据，应为今年' },
]
const STANDING = { hash: 'h', outlines: SHOT.outlines.slice(0, 1).map((one) => ({ ...one, label: '' })), drawings: DRAWINGS, personal: [{ x: 160, y: 505, width: 300, height: 26 }] }

function editor(change: Partial<ShotEditorProps> = {}) {
  return (
    <ShotEditor
      number={12}
      index={1}
      src={picture(1280, 800)}
      width={1280}
      height={800}
      standing={STANDING}
      sharers={{ numbers: [], mayStay: true }}
      tagsOf={(outlines) => outlines.map(({ label }) => `12 ${label || '表述错误'}`)}
      onSave={async () => true}
      onClose={tell('close')}
      {...change}
    />
  )
}

/** Does something in the picture once it is shown. */
function Then({ props, run }: { props?: Partial<ShotEditorProps>; run: () => void }) {
  useEffect(() => void setTimeout(run, 50), [])
  return editor(props)
}

/** Another window changes the picture while this one has something unsaved. */
function Collided() {
  const [standing, setStanding] = useState<ShotEditorProps['standing']>(STANDING)
  useEffect(() => void setTimeout(() => setStanding({ ...STANDING, drawings: [] }), 50), [])
  return editor({ standing })
}

/** One after the other: each sees what the one before has made. */
function keys(...all: (string | (() => void))[]): void {
  const [next, ...rest] = all
  if (next === undefined) return
  if (typeof next === 'function') next()
  else {
    const key = next.replace('Ctrl+', '')
    document.querySelector('.editor-frame')?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: key !== next, bubbles: true, cancelable: true }))
  }
  setTimeout(() => keys(...rest), 30)
}

const page = (what: Parameters<typeof inPage>[1]): Show => inPage(css, () => <main>{what()}</main>)
const deeds = { onMark: tell('mark'), onCaption: tell('caption'), onMove: tell('move'), onRemove: tell('remove'), onPaste: tell('paste'), onFile: tell('file') }
const words = { hash: SHOT.hash, recorded: {}, onRead: tell('read'), onCancelRead: tell('cancel'), onCopyWords: tell('copy'), onRecordFound: tell('record found') }
const strip = ['问题编号：12　截图时间：2026-11-20 09:35:00（北京时间）　检查人：王小青', `页面标题：${LONG_TITLE}`, 'http://www.qinghe.gov.cn/zwgk/tzgg/t20261120_1.html']

/** Marking up, and an issue with several pictures. */
export const SHOTS: Record<string, Show> = {
  'shot-editor': page(() => editor()),
  'shot-empty': page(() => editor({ standing: { hash: 'h', outlines: [] } })),
  'shot-chosen': page(() => <Then run={() => document.querySelectorAll<HTMLButtonElement>('.editor-items button')[4]?.click()} />),
  'shot-cover': page(() => <Then run={() => keys('c', 'Enter')} />),
  'shot-burn': page(() => <Then props={{ sharers: { numbers: [3, 8], mayStay: true } }} run={() => keys('c', 'Enter', 'Ctrl+s', () => document.querySelector<HTMLInputElement>('.editor-question input')?.click())} />),
  'shot-leave': page(() => <Then run={() => keys('a', 'Enter', 'Escape', 'Escape')} />),
  'shot-conflict': page(() => <Collided />),
  'shot-several': page(() => detail({
    shots: [
      { ...SHOT, drawings: DRAWINGS, personal: STANDING.personal, tags: ['12-1 表述错误', '12-2 表述错误'], strip, caption: '首页横幅' },
      { ...SHOT, hash: 'i'.repeat(64), takenAt: '2026-11-20T01:36:00Z', outlines: [], covered: true as const },
    ],
    shotDeeds: deeds, onRetake: tell('retake'),
  })),
  'shot-words': page(() => detail({ shots: [SHOT], shotDeeds: { ...deeds, words: { ...words, state: pictureOf(), recorded: { 'f6@p1': 13 } } } })),
  'shot-words-running': page(() => detail({ shots: [SHOT], shotDeeds: { ...deeds, words: { ...words, state: PICTURES[3]! } } })),
  'shot-words-failed': page(() => detail({ shots: [SHOT], shotDeeds: { ...deeds, words: { ...words, state: PICTURES[2]! } } })),
  'shot-none': page(() => detail({ shots: [], shotDeeds: deeds, onRetake: tell('retake') })),
  'shot-strip': page(() => <StripSetting on onSwitch={tell('strip')} />),
}
