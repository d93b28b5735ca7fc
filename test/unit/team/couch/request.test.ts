import { expect, test } from 'vitest'
import { request, requestJson } from '../../../../utils/team/couch/request.ts'

const account = { server: 'http://127.0.0.1:5984/', database: 'duwang', user: '', password: '', unitIds: null, pictures: 'all' } as const

/** An answer in parts, one every some ms; it never ends where `ends` is false. */
function answer(parts: readonly string[], every: number, ends = true) {
  return async (_: string, { signal }: RequestInit) => {
    const body = new ReadableStream({
      start: async (out) => {
        signal!.addEventListener('abort', () => out.error(new DOMException('given up', 'AbortError')))
        for (const part of parts) {
          await new Promise((resolve) => setTimeout(resolve, every))
          out.enqueue(new TextEncoder().encode(part))
        }
        if (ends) out.close()
      },
    })
    return new Response(body, { headers: { 'Content-Type': 'application/json' } })
  }
}

test('an answer over a slow line is waited for as long as it comes, beyond the time in which it has to begin', async () => {
  const parts = ['{"results":[', ...Array.from({ length: 8 }, (_, n) => `${n},`), '9]}']
  const began = performance.now()
  await expect(requestJson({ fetch: answer(parts, 50) }, account, 'x', { limit: 250 })).resolves.toEqual({ results: [0, 1, 2, 3, 4, 5, 6, 7, 9] })
  expect(performance.now() - began).toBeGreaterThan(250)
})

test('where only so much time is given, an answer that drips is given up all the same', async () => {
  await expect(request({ fetch: answer(Array.from({ length: 20 }, () => ' '), 20) }, account, 'x', { limit: 200, most: 200 })).rejects.toMatchObject({ kind: 'offline' })
})

test.each([
  ['one that stops in the middle', answer(['{"results":['], 10, false)],
  ['one that never begins', answer([], 10, false)],
])('%s is given up, and told as no connection', async (_, fetch) => {
  await expect(request({ fetch }, account, 'x', { limit: 100 })).rejects.toMatchObject({ name: 'CouchFailure', kind: 'offline' })
})
