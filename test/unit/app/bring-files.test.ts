import { expect, test, vi } from 'vitest'
import { bringFiles } from '../../../utils/app/bring-files.ts'
import { CouchFailure } from '../../../utils/team/couch/failure.ts'

const ids = Array.from({ length: 130 }, (_, n) => `shot:${n}`)

test('all are asked for, some at a time, and it is said how far it is', async () => {
  const [fetchFiles, onProgress] = [vi.fn(async (some: readonly string[]) => [...some]), vi.fn()]
  expect(await bringFiles(ids, fetchFiles, { onProgress })).toBe(0)
  expect(fetchFiles.mock.calls.flatMap(([some]) => some)).toEqual(ids)
  expect(onProgress.mock.calls).toEqual([[60, 130], [120, 130], [130, 130]])
})

test('what a server does not have is no failure of the server', async () => {
  expect(await bringFiles(ids, async () => [], {})).toBe(0)
})

test('the network goes: asked no more, and the rest is counted', async () => {
  const fetchFiles = vi.fn(async (some: readonly string[]) => {
    if (some[0] !== ids[0]) throw new CouchFailure('offline')
    return [...some]
  })
  expect(await bringFiles(ids, fetchFiles, {})).toBe(70)
  expect(fetchFiles).toHaveBeenCalledTimes(2)
})

test('cancelled: nothing more is asked for', async () => {
  const cancel = new AbortController()
  const fetchFiles = vi.fn(async (some: readonly string[]) => (cancel.abort(), [...some]))
  await expect(bringFiles(ids, fetchFiles, { signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' })
  expect(fetchFiles).toHaveBeenCalledOnce()
})

test('a fault of our own is not taken for the network’s', async () => {
  await expect(bringFiles(ids, () => Promise.reject(new TypeError('ours')), {})).rejects.toThrow('ours')
})
