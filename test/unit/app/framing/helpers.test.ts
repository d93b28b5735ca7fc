import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHelpers, type Answered, type Asked } from '../../../../utils/app/framing/helpers.ts'
import type { Task } from '../../../../utils/app/framing/task.ts'
import { NO_MARKS } from '../../../../utils/types/drawing.ts'

const LOOKS = [{ kind: 'whole' as const, marks: { ...NO_MARKS, outlines: [{ x: 1, y: 2, width: 3, height: 4, label: '1' }] } }]
/** So many bytes. */
const picture = (n: number) => new Blob([new Uint8Array(n)])
const pictureOf = (task: Task) => (task.kind === 'mark' ? task.picture.size : NaN)

/** A helper that answers when told to. */
class Helper extends EventTarget {
  asked: Asked[] = []
  ended = false
  answers(data: Answered) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  postMessage(asked: Asked) {
    this.asked.push(asked)
  }
  terminate() {
    this.ended = true
  }
}

function pool(most: number) {
  const helpers: Helper[] = []
  const start = () => {
    const helper = new Helper()
    helpers.push(helper)
    return helper as unknown as Worker
  }
  return { helpers, ...createHelpers(start, most) }
}

afterEach(() => vi.unstubAllGlobals())

describe('helpers', () => {
  test('tasks go to the helper with the fewest, each answer to who asked', async () => {
    const { mark, helpers } = pool(2)
    const drawn = [1, 2, 3].map((n) => mark(picture(n), LOOKS))
    await Promise.resolve()
    expect(helpers.map(({ asked }) => asked.map(({ task }) => pictureOf(task)))).toEqual([[1, 3], [2]])
    const answer = ([helper, n]: [number, number]) => helpers[helper]!.answers({ id: helpers[helper]!.asked[n]!.id, result: [Uint8Array.of(10 + pictureOf(helpers[helper]!.asked[n]!.task))] })
    ;([[0, 1], [1, 0], [0, 0]] as [number, number][]).forEach(answer)
    expect((await Promise.all(drawn)).map(([file]) => (file as Uint8Array)[0])).toEqual([11, 12, 13])
  })

  test('a picture that cannot be read is refused as on the page', async () => {
    const { mark, helpers } = pool(1)
    const drawn = mark(picture(1), LOOKS)
    await Promise.resolve()
    helpers[0]!.answers({ id: helpers[0]!.asked[0]!.id, name: 'InvalidStateError', message: 'no picture', dom: true })
    await expect(drawn).rejects.toMatchObject({ name: 'InvalidStateError' })
    await expect(drawn).rejects.toBeInstanceOf(DOMException)
  })

  test('a helper that breaks down, or that the browser forbids: the page draws itself', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('drawn on the page', 'InvalidStateError')))
    const { mark, helpers } = pool(1)
    const drawn = mark(picture(1), LOOKS)
    await Promise.resolve()
    helpers[0]!.dispatchEvent(new Event('error'))
    await expect(drawn).rejects.toThrow('drawn on the page')
    expect(helpers[0]!.ended).toBe(true)
    await expect(mark(picture(2), LOOKS)).rejects.toThrow('drawn on the page')
    expect(helpers).toHaveLength(1)
    const forbidden = createHelpers(() => {
      throw new DOMException('', 'SecurityError')
    }, 2)
    await expect(forbidden.mark(picture(3), LOOKS)).rejects.toThrow('drawn on the page')
  })

  test('the end refuses what is open and lets no thread run on', async () => {
    const { mark, helpers, end } = pool(1)
    const drawn = mark(picture(1), LOOKS)
    await Promise.resolve()
    end()
    await expect(drawn).rejects.toMatchObject({ name: 'AbortError' })
    expect(helpers[0]!.ended).toBe(true)
  })
})
