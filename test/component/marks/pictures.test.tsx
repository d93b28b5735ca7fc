import { expect, test } from 'vitest'
import { ShotText } from '../../../components/ledger/shot/ShotText.tsx'
import { PictureSheet, type PictureSheetProps } from '../../../components/marks/PictureSheet.tsx'
import { PictureLine, type PictureLineProps } from '../../../components/shared/PictureLine.tsx'
import { fireEvent, render, screen, vi } from '../kit.tsx'
import { IN_PICTURE, pictureOf, PICTURES, WORDS } from '../picture-samples.ts'

function line(change: Partial<PictureLineProps> & Pick<PictureLineProps, 'pictures'>) {
  const props = { onReadPictures: vi.fn(), onCancelPictures: vi.fn(), onShowPicture: vi.fn(), ...change }
  return { ...render(<PictureLine {...props} />), props }
}

test('nothing to read: nothing is said', () => {
  expect(line({ pictures: { large: 1, read: 1, running: null, left: 0 } }).container.innerHTML).toBe('')
})

test('pictures that nobody read are counted, and one click reads all', () => {
  const { props } = line({ pictures: { large: 3, read: 0, running: null, left: 3 } })
  expect(screen.getByText(/3 张大图，图里的字还没有检查/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '识别图中文字（3 张）' }))
  expect(props.onReadPictures).toHaveBeenCalledOnce()
})

test('which one is read, how far it is, and a way to stop', () => {
  const { props } = line({ pictures: { large: 5, read: 1, running: { nth: 4, of: 5, stage: 'reading', done: 0.45 }, left: 0 }, states: PICTURES, found: () => 2 })
  expect(screen.getByRole('status').textContent).toBe('正在识别第 4 / 5 张：认字 45%')
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('3.45')
  fireEvent.click(screen.getByRole('button', { name: '取消识别' }))
  expect(props.onCancelPictures).toHaveBeenCalledOnce()
  expect(screen.getAllByRole('listitem').map((item) => item.firstChild!.textContent)).toEqual([
    '第 1 张大图：认出 106 字，疑点 2 处', '第 2 张大图：没有认出文字', '第 3 张大图：没有识别', '第 4 张大图：认字 45%', '第 5 张大图：等待识别',
  ])
  fireEvent.click(screen.getByRole('button', { name: '为什么：第 3 张大图' }))
  expect(props.onShowPicture).toHaveBeenCalledWith('p3')
})

test('the limit is said', () => {
  line({ pictures: { large: 25, read: 20, running: null, left: 5 }, most: 20 })
  expect(screen.getByText('还有 5 张没有识别，一次最多 20 张。')).toBeTruthy()
})

test('each picture that nobody read can be chosen by the keyboard; a single one has the button above', () => {
  const onReadPicture = vi.fn()
  line({ pictures: { large: 4, read: 1, running: null, left: 3 }, unread: [0, 2, 3], onReadPicture })
  const summary = screen.getByText('只识别其中一张')
  expect(summary.parentElement!.hasAttribute('open')).toBe(false)
  expect(screen.getAllByRole('button', { name: /^识别图中文字：/, hidden: true }).map(({ textContent }) => textContent)).toEqual(['第 1 张大图', '第 3 张大图', '第 4 张大图'])
  fireEvent.click(screen.getByRole('button', { name: '识别图中文字：第 3 张大图', hidden: true }))
  expect(onReadPicture).toHaveBeenCalledWith(2)
})

test('of one picture there is nothing to choose', () => {
  line({ pictures: { large: 1, read: 0, running: null, left: 1 }, unread: [0], onReadPicture: vi.fn() })
  expect(screen.queryByText('只识别其中一张')).toBeNull()
})

function sheet(change: Partial<PictureSheetProps> = {}) {
  const props: PictureSheetProps = {
    picture: pictureOf(), findings: IN_PICTURE, recorded: {}, onRecord: vi.fn(), onIgnore: vi.fn(), onFalseAlarm: vi.fn(), onCopy: vi.fn(), onAgain: vi.fn(), onCancelPictures: vi.fn(), onClose: vi.fn(), ...change,
  }
  return { ...render(<PictureSheet {...props} />), props }
}

test('unsure characters are dotted and named; the text can be copied whole', () => {
  const { container, props } = sheet()
  expect([...container.querySelectorAll('.picture-unsure')].map((one) => [one.textContent, one.getAttribute('title')])).toEqual([['供水', '可能认错'], ['实', '可能认错'], ['**', '可能认错']])
  expect(container.querySelector('.picture-text')!.textContent).toBe(WORDS.paragraphs.map(({ text }) => text).join(''))
  fireEvent.click(screen.getByRole('button', { name: '复制文字' }))
  expect(props.onCopy).toHaveBeenCalledWith(WORDS.paragraphs.map(({ text }) => text).join('\n'))
})

test('a suspicion is recorded from here; Esc closes', () => {
  const { props } = sheet()
  fireEvent.click(screen.getAllByRole('button', { name: '记录' })[0]!)
  expect(props.onRecord).toHaveBeenCalledWith(IN_PICTURE[0])
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(props.onClose).toHaveBeenCalledOnce()
})

test('nothing found is not called right, nothing read is said, and so is why it failed', () => {
  sheet({ findings: [] }).unmount()
  sheet({ findings: [] })
  expect(screen.getByText(/不等于没有错误/)).toBeTruthy()
  screen.getByRole('dialog').remove()
  sheet({ picture: PICTURES[1]!, findings: [] })
  expect(screen.getByText(/手写、竖排和艺术字可能认不出/)).toBeTruthy()
  sheet({ picture: PICTURES[2]!, findings: [] })
  expect(screen.getByRole('alert').textContent).toContain('图片要登录才能看')
})

test('in the ledger a suspicion becomes an issue of its own, once', () => {
  const deeds = { onRead: vi.fn(), onCancelRead: vi.fn(), onCopyWords: vi.fn(), onRecordFound: vi.fn() }
  render(<ShotText state={pictureOf()} recorded={{ 'f6@p1': 13 }} deeds={deeds} />)
  const record = screen.getAllByRole('button', { name: /^记成新的一条/ })
  expect(record).toHaveLength(1)
  fireEvent.click(record[0]!)
  expect(deeds.onRecordFound).toHaveBeenCalledWith(WORDS.findings[0])
  expect(screen.getByText(/已记录 第 13 号/)).toBeTruthy()
})
