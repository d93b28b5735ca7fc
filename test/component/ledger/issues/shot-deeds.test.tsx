import { describe, expect, test } from 'vitest'
import { IssueShots, type ShotDeeds, type ShotPicture } from '../../../../components/ledger/issues/IssueShots.tsx'
import { usePastedPicture } from '../../../../components/ledger/issues/usePastedPicture.ts'
import { fireEvent, render, screen, vi } from '../../kit.tsx'

const shot = (hash: string, change: Partial<ShotPicture> = {}): ShotPicture => ({ hash, takenAt: `2026-11-18T0${hash.charCodeAt(0) - 96}:00:00Z`, src: `blob:${hash}`, width: 800, height: 600, outlines: [], ...change })

function shots(all: ShotPicture[]) {
  const deeds = { onMark: vi.fn(), onCaption: vi.fn(), onMove: vi.fn(), onRemove: vi.fn(), onPaste: vi.fn(), onFile: vi.fn() } satisfies ShotDeeds
  return { deeds, ...render(<IssueShots number={12} shots={all} deeds={deeds} />) }
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('one of several pictures', () => {
  test('is put first, earlier, later, taken away, marked up: by its place among all', () => {
    const { deeds } = shots([shot('a'), shot('b'), shot('c')])
    expect(screen.getByRole('button', { name: '前移' })).toHaveProperty('disabled', true)
    press('截图 2')
    for (const name of ['设为第一张', '前移', '后移', '移除', '标注']) press(name)
    expect(deeds.onMove.mock.calls.map(([one, to]) => [(one as ShotPicture).hash, to])).toEqual([['b', 0], ['b', 0], ['b', 2]])
    expect(deeds.onRemove.mock.calls[0]![0]).toMatchObject({ hash: 'b' })
    expect(deeds.onMark).toHaveBeenCalledWith(1)
  })

  test('is given words with Enter; Esc gives back what stood', () => {
    const { deeds } = shots([shot('a', { caption: '首页' })])
    const field = screen.getByLabelText<HTMLInputElement>('图注')
    fireEvent.input(field, { target: { value: '首页横幅' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(field.value).toBe('首页')
    fireEvent.input(field, { target: { value: ' 附件第 2 页 ' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(deeds.onCaption).toHaveBeenCalledWith(expect.objectContaining({ hash: 'a' }), '附件第 2 页')
  })

  test('says what is covered for good, what is covered in exports, its hash, and what stands under it when handed out', () => {
    const { container } = shots([shot('a', { covered: true, personal: [{ x: 1, y: 1, width: 5, height: 5 }], strip: ['问题编号：12'], drawings: [{ kind: 'text', x: 1, y: 1, text: '此处' }], outlines: [{ x: 9, y: 9, width: 9, height: 9, label: '1' }], tags: ['12 错别字'] })])
    for (const words of ['永久遮盖', '自动遮盖 1 处', '问题编号：12', '12 错别字', '此处']) expect(container.textContent).toContain(words)
    expect(container.querySelector('code')?.textContent).toBe('a')
  })

  test('one that is missing can be taken away, and not marked up; files can be added without any', () => {
    const { deeds, unmount } = shots([shot('a', { src: null })])
    expect(screen.queryByRole('button', { name: '标注' })).toBeNull()
    press('移除')
    expect(deeds.onRemove).toHaveBeenCalled()
    unmount()
    const none = shots([])
    const file = new File(['x'], 'x.png', { type: 'image/png' })
    fireEvent.change(none.container.querySelector('input[type=file]')!, { target: { files: [file] } })
    expect(none.deeds.onFile).toHaveBeenCalledWith(file)
  })
})

describe('pasting', () => {
  const picture = new File(['x'], 'image.png', { type: 'image/png' })

  function Pasting({ onPaste }: { onPaste: (file: File | null) => void }) {
    usePastedPicture(onPaste)
    return <textarea aria-label="note" />
  }

  /** As the browser tells it: `types` are what else was copied. */
  function paste(target: Element, files: File[], types: string[] = []): boolean {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: { files, types } })
    return target.dispatchEvent(event)
  }

  test.each<[string, 'page' | 'field', File[], string[], (File | null)[]]>([
    ['a picture anywhere', 'page', [picture], ['Files'], [picture]],
    ['a picture while the cursor is in a field', 'field', [picture], ['Files'], [picture]],
    ['cells with their picture go into the field as text', 'field', [picture], ['text/plain', 'Files'], []],
    ['text in a field', 'field', [], ['text/plain'], []],
    ['text beside fields is said to be no picture', 'page', [], ['text/plain'], [null]],
    ['a file that is no picture', 'page', [new File(['x'], 'x.doc', { type: 'application/msword' })], ['Files'], [null]],
  ])('%s', (_, where, files, types, told) => {
    const onPaste = vi.fn()
    render(<Pasting onPaste={onPaste} />)
    const untouched = paste(where === 'field' ? screen.getByLabelText('note') : document.body, files, types)
    expect(onPaste.mock.calls.map(([file]) => file)).toEqual(told)
    expect(untouched).toBe(told.length === 0)
  })
})
