import { expect, test } from 'vitest'
import { ErrorBoundary } from '../../../components/shared/ErrorBoundary.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { Source } from '../../../utils/types/live.ts'
import { act, fireEvent, render, screen } from '../kit.tsx'

const SAYS = { key: 'app.error.storage-full' }

/** A source that the test speaks through. */
function spoken() {
  const told = { asked: 0, stopped: 0, tell: (_: string) => {}, fail: (_: unknown) => {} }
  const source: Source<string> = (tell, fail) => {
    Object.assign(told, { tell, fail })
    told.asked++
    return () => void told.stopped++
  }
  return { told, source }
}

test('what a source tells is shown; where it fails, the view says why and 重试 asks it anew', () => {
  const { told, source } = spoken()
  const View = () => <p>{useLive(source, []) ?? '…'}</p>
  render(<ErrorBoundary says={() => SAYS}><View /></ErrorBoundary>)
  act(() => told.tell('one'))
  expect(screen.getByText('one')).toBeTruthy()
  act(() => told.fail(new Error('lost')))
  expect(screen.getByRole('alert').textContent).toContain('磁盘空间不足')
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(told).toMatchObject({ asked: 2, stopped: 1 })
  act(() => told.tell('two'))
  expect(screen.getByText('two')).toBeTruthy()
})

test('another view is drawn whatever happened to this one', () => {
  const { told, source } = spoken()
  const View = ({ at }: { at: string }) => <p>{useLive(source, [at]) ?? at}</p>
  const shown = (at: string) => <ErrorBoundary at={at} says={() => SAYS}><View at={at} /></ErrorBoundary>
  const { rerender } = render(shown('units'))
  act(() => told.fail(new Error('lost')))
  rerender(shown('rounds'))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByText('rounds')).toBeTruthy()
})

test('a line that the rest can do without breaks nothing', () => {
  const { told, source } = spoken()
  const errors: unknown[] = []
  const View = () => <p>{useLive(source, [], (error) => errors.push(error)) ?? 'quiet'}</p>
  render(<ErrorBoundary says={() => SAYS}><View /></ErrorBoundary>)
  act(() => told.fail(new Error('lost')))
  expect(screen.getByText('quiet')).toBeTruthy()
  expect(errors).toEqual([new Error('lost')])
})
