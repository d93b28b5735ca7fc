import { expect, test } from 'vitest'
import { IssueGone } from '../../../../components/ledger/issues/IssueGone.tsx'
import { IssueShots, type ShotDeeds, type ShotPicture } from '../../../../components/ledger/issues/IssueShots.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'

const shot = (hash: string, change: Partial<ShotPicture> = {}): ShotPicture => ({ hash, src: `blob:${hash}`, width: 1280, height: 800, takenAt: '2026-11-20T01:35:00Z', outlines: [], ...change })
const pictures = (container: Element) => [...container.querySelectorAll('img')].map((image) => image.getAttribute('src'))

test('while pictures are loaded it is said, and none is called missing', () => {
  render(<IssueShots number={12} shots={null} onRetake={vi.fn()} />)
  expect(screen.getByRole('status').textContent).toBe('正在读取截图…')
})

test('several pictures, one at a time', () => {
  const { container } = render(<IssueShots number={12} shots={[shot('a'), shot('b')]} />)
  expect(pictures(container)).toEqual(['blob:a'])
  fireEvent.click(screen.getByRole('button', { name: '截图 2' }))
  expect(pictures(container)).toEqual(['blob:b'])
})

test('before and after side by side, the newest after', () => {
  const { container } = render(<IssueShots number={12} shots={[shot('a'), shot('b', { role: 'after' }), shot('c', { role: 'after' })]} />)
  expect(pictures(container)).toEqual(['blob:a', 'blob:c'])
  expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual(['整改前', '整改后'])
  fireEvent.click(screen.getByRole('button', { name: '整改后 2' }))
  expect(pictures(container)).toEqual(['blob:b'])
  fireEvent.click(screen.getByRole('button', { name: '前后对照' }))
  expect(pictures(container)).toHaveLength(2)
})

test('a picture that is missing is named, with when and by which sum to look for it', () => {
  render(<IssueShots number={12} shots={[shot('a1b2c3d4e5f6a7b8', { src: null })]} />)
  expect(screen.getByText('截图 1 找不到')).toBeTruthy()
  expect(screen.getByText(/截图时间 2026-11-20 09:35.*a1b2c3d4e5f6 /)).toBeTruthy()
})

test('a picture that the team has, or nobody has sent: what is the matter, and it can be fetched again', () => {
  const onFetch = vi.fn()
  const deeds = { onFetch } as Partial<ShotDeeds> as ShotDeeds
  const { rerender } = render(<IssueShots number={12} shots={[shot('a', { src: null, away: 'coming' })]} deeds={deeds} />)
  expect(screen.getByText('截图 1 在团队的服务器上')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再取一次' })).toBeNull()
  for (const [away, title] of [['offline', '截图 1 在团队的服务器上'], ['unsent', '截图 1 还不在团队的服务器上']] as const) {
    rerender(<IssueShots number={12} shots={[shot('a', { src: null, away })]} deeds={deeds} />)
    expect(screen.getByText(title)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '再取一次' }))
  }
  expect(screen.getByText(/截图时间 2026-11-20 09:35.*按摘要 a 向同事要/)).toBeTruthy()
  expect(onFetch).toHaveBeenCalledTimes(2)
})

test.each([
  ['loading', '正在读取…'],
  ['unknown', '这一条不在台账里'],
  ['deleted', '第 12 号已删除'],
] as const)('in place of an issue: %s', (state, says) => {
  const onRestore = vi.fn()
  render(<IssueGone state={state} number={12} onBack={vi.fn()} onRestore={onRestore} />)
  expect(screen.getByText(says)).toBeTruthy()
  const restore = screen.queryByRole('button', { name: '恢复这一条' })
  expect(restore !== null).toBe(state === 'deleted')
  if (restore) fireEvent.click(restore)
  expect(onRestore).toHaveBeenCalledTimes(state === 'deleted' ? 1 : 0)
})
