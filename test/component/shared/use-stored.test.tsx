import { act, render } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { useStored } from '../../../components/shared/useStored.ts'

/** What is shown, a step that adds to it, and what storing does. */
function open(told: readonly string[] | null) {
  const stored: { value: readonly string[]; end: (error?: Error) => void }[] = []
  let seen: readonly string[] | null = null
  let choose: (value: readonly string[]) => Promise<void>
  const Shown = ({ told }: { told: readonly string[] | null }) => {
    ;[seen, choose] = useStored(told, (value) => new Promise<void>((resolve, reject) => stored.push({ value, end: (error) => (error ? reject(error) : resolve()) })))
    return null
  }
  const view = render(<Shown told={told} />)
  return {
    stored,
    seen: () => seen,
    add: async (one: string) => {
      let failed: unknown = null
      await act(() => void choose([...(seen ?? []), one]).catch((error: unknown) => (failed = error)))
      return () => failed
    },
    tell: (value: readonly string[]) => act(() => view.rerender(<Shown told={value} />)),
    end: (at: number, error?: Error) => act(async () => {
      stored[at]!.end(error)
      await new Promise((resolve) => setTimeout(resolve))
    }),
  }
}

test('what was chosen stands before it is stored, and the next step builds on it', async () => {
  const list = open(['a'])
  await list.add('b')
  expect(list.seen()).toEqual(['a', 'b'])
  await list.add('c')
  expect(list.stored.map(({ value }) => value)).toEqual([['a', 'b'], ['a', 'b', 'c']])
  // the first is told while the second is still being stored
  await list.end(0)
  await list.tell(['a', 'b'])
  expect(list.seen()).toEqual(['a', 'b', 'c'])
  await list.end(1)
  await list.tell(['a', 'b', 'c'])
  expect(list.seen()).toEqual(['a', 'b', 'c'])
  // another window
  await list.tell(['z'])
  expect(list.seen()).toEqual(['z'])
})

test('what could not be stored does not stand, and who chose it hears why', async () => {
  const list = open(['a'])
  const failed = await list.add('b')
  await list.end(0, new Error('full'))
  expect(list.seen()).toEqual(['a'])
  expect(failed()).toEqual(new Error('full'))
})
