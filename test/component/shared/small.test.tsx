import { describe, expect, test } from 'vitest'
import { ConfirmButton } from '../../../components/shared/ConfirmButton.tsx'
import { ErrorBoundary } from '../../../components/shared/ErrorBoundary.tsx'
import { count, dayOf, daysBetween, minuteOf, size } from '../../../components/shared/format.ts'
import { dueState, kindName } from '../../../components/shared/kinds.ts'
import { SeverityCounts } from '../../../components/shared/SeverityCounts.tsx'
import { ShotView } from '../../../components/shared/ShotView.tsx'
import { t } from '../../../utils/locale.ts'
import { fireEvent, render, screen, vi } from '../kit.tsx'
import { FINDINGS } from '../samples.ts'

describe('format', () => {
  test.each([
    ['2026-11-20T15:59:00Z', '2026-11-20 23:59'],
    ['2026-11-20T16:00:00Z', '2026-11-21 00:00'],
    ['2026-12-31T16:30:00.000Z', '2027-01-01 00:30'],
  ])('%s is %s in Shanghai', (instant, minute) => {
    expect(minuteOf(instant)).toBe(minute)
    expect(dayOf(instant)).toBe(minute.slice(0, 10))
  })

  test.each([['2026-11-20', '2026-11-21', 1], ['2026-03-01', '2026-02-28', -1], ['2025-12-31', '2026-12-31', 365]])('%s to %s', (a, b, days) => {
    expect(daysBetween(a, b)).toBe(days)
  })

  test.each([[0, '0'], [999, '999'], [1000, '1,000'], [1234567, '1,234,567']])('%d', (n, words) => expect(count(n)).toBe(words))

  test.each([[0, '0 B'], [1023, '1023 B'], [1024, '1 KB'], [1_500_000, '1.4 MB'], [734_003_200, '700 MB'], [1_288_490_188, '1.2 GB']])('%d bytes', (n, words) => {
    expect(size(n)).toBe(words)
  })
})

describe('kinds', () => {
  test.each([
    ['links/dead', 'lists.kinds.links/dead'],
    ['links/never-heard-of', 'lists.kinds.links'],
    ['wording/protected/state-name', 'lists.kinds.wording/protected'],
    ['wording', 'lists.kinds.wording'],
    ['manual/other', 'common.kind.manual/other'],
    ['nothing/at-all', 'nothing/at-all'],
  ])('%s is called %s', (check, key) => expect(kindName(check)).toBe(t(key)))

  test.each([
    ['open', null, 'none'],
    ['open', '2026-11-20', 'overdue'],
    ['doubtful', '2026-11-20', 'overdue'],
    ['open', '2026-11-21', 'soon'],
    ['open', '2026-11-22', 'soon'],
    ['open', '2026-11-23', 'later'],
    ['fixed', '2026-11-20', 'none'],
    ['closed', '2026-11-20', 'none'],
  ] as const)('%s with deadline %s on the 21st is %s', (status, deadline, state) => expect(dueState({ status, deadline }, '2026-11-21')).toBe(state))
})

test('counts name each severity, the worst first', () => {
  const { container } = render(<SeverityCounts findings={FINDINGS} />)
  expect([...container.querySelectorAll('.tag')].map((tag) => tag.textContent)).toEqual(['严重2', '一般2', '轻微1', '存疑1'])
})

test('a confirmation asks once more, and Esc goes back', () => {
  const confirm = vi.fn()
  render(<ConfirmButton label="删除" asks="真的删除吗？" onConfirm={confirm} />)
  fireEvent.click(screen.getByRole('button', { name: '删除' }))
  expect(confirm).not.toHaveBeenCalled()
  expect(document.activeElement?.textContent).toBe('取消')
  fireEvent.keyDown(screen.getByRole('group'), { key: 'Escape' })
  expect(screen.queryByRole('group')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '删除' }))
  fireEvent.click(screen.getByRole('button', { name: '删除' }))
  expect(confirm).toHaveBeenCalledOnce()
})

test('a part that throws says why and can be drawn again', () => {
  const errors: unknown[] = []
  let broken = true
  const Part = () => {
    if (broken) throw new Error('x')
    return <p>whole</p>
  }
  render(<ErrorBoundary says={(error) => (errors.push(error), { key: 'app.error.storage-full' })}><Part /></ErrorBoundary>)
  expect(screen.getByRole('alert').textContent).toContain('磁盘空间不足')
  expect(errors).toEqual([new Error('x')])
  broken = false
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(screen.getByText('whole')).toBeTruthy()
})

test('outlines keep their place in the picture, labels stay inside it', () => {
  const outlines = [
    { x: 100, y: 400, width: 50, height: 20, label: 'in the middle' },
    { x: 900, y: 2, width: 90, height: 20, label: 'top right' },
  ]
  const { container } = render(<ShotView src="" width={1000} height={800} outlines={outlines} alt="picture" />)
  expect(container.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 1000 800')
  expect(container.querySelectorAll('rect.shot-line')[0]?.getAttribute('x')).toBe('100')
  const [middle, top] = [...container.querySelectorAll<HTMLElement>('.shot-label')]
  expect([middle?.style.left, middle?.style.top, middle?.style.transform]).toEqual(['10%', '50%', 'translateY(-100%)'])
  // under its frame, because over it is no room; ending with its frame, so that it can be read
  expect([top?.style.right, top?.style.top, top?.style.transform]).toEqual(['1%', '2.75%', ''])
})
