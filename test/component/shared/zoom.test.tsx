import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ShotView } from '../../../components/shared/ShotView.tsx'
import { fitting, within, zoomAt, zoomTo } from '../../../components/shared/zoom.ts'
import { fireEvent, render, screen, vi } from '../kit.tsx'

describe('sums', () => {
  test('the point under the pointer stays', () => {
    const point = fc.integer({ min: 0, max: 800 })
    const scale = fc.double({ min: 0.1, max: 8, noNaN: true })
    fc.assert(
      fc.property(scale, scale, point, point, point, point, (from, to, left, top, x, y) => {
        const after = zoomAt({ scale: from, left, top }, to, x, y)
        expect((after.left + x) / after.scale).toBeCloseTo((left + x) / from, 6)
        expect((after.top + y) / after.scale).toBeCloseTo((top + y) / from, 6)
      }),
    )
  })

  test('never smaller than fitted or true size, never larger than eight times', () => {
    expect([within(0.1, 0.5), within(0.1, 2), within(99, 0.5), within(1.5, 0.5)]).toEqual([0.5, 1, 8, 1.5])
  })

  test('a place comes to the middle of the frame', () => {
    const frame = { width: 640, height: 400 }
    const { scale, left, top } = zoomTo({ x: 160, y: 300, width: 320, height: 34 }, frame, { width: 1280, height: 800 })
    expect([scale, (left + 320) / scale, (top + 200) / scale]).toEqual([1, 320, 317])
    expect(fitting({ width: 0, height: 0 }, { width: 1280, height: 800 })).toBe(1)
  })
})

describe('picture', () => {
  const open = () => {
    const { container } = render(<ShotView src="x" width={1000} height={800} alt="picture" outlines={[{ x: 100, y: 400, width: 200, height: 30, label: '1' }, { x: 900, y: 700, width: 50, height: 30, label: '2' }]} />)
    const frame = container.querySelector<HTMLElement>('.shot-frame')!
    Object.defineProperty(frame, 'clientWidth', { value: 500 })
    Object.defineProperty(frame, 'clientHeight', { value: 400 })
    return { frame, width: () => container.querySelector<HTMLElement>('.shot-sheet')!.style.width, says: () => container.querySelector('output')!.textContent }
  }

  test('buttons, keys and wheel zoom; 0 fits, 1 is the true size', () => {
    const { frame, width, says } = open()
    expect([width(), says()]).toEqual(['', '适合'])
    fireEvent.click(screen.getByRole('button', { name: '放大' }))
    expect([width(), says()]).toEqual(['625px', '63%'])
    fireEvent.keyDown(frame, { key: '1' })
    expect([width(), says()]).toEqual(['1000px', '100%'])
    fireEvent.keyDown(frame, { key: '-' })
    expect(says()).toBe('80%')
    fireEvent.wheel(frame, { deltaY: -1 })
    expect(says()).toBe('100%')
    fireEvent.keyDown(frame, { key: '0' })
    expect(says()).toBe('适合')
    // What is fitted cannot become smaller: the page scrolls on.
    expect(fireEvent.wheel(frame, { deltaY: 1, cancelable: true })).toBe(true)
    expect(fireEvent.wheel(frame, { deltaY: -1, cancelable: true })).toBe(false)
  })

  test('each marked place is a click away', () => {
    const { frame, width } = open()
    fireEvent.click(screen.getByRole('button', { name: '标记 2' }))
    expect(width()).toBe('2000px')
    expect([frame.scrollLeft, frame.scrollTop]).toEqual([925 * 2 - 250, 715 * 2 - 200])
  })

  test('arrows move a zoomed picture and go no further', () => {
    const { frame } = open()
    const heard = vi.fn()
    frame.parentElement!.addEventListener('keydown', heard)
    fireEvent.keyDown(frame, { key: 'ArrowRight' })
    expect(heard).toHaveBeenCalledOnce()
    fireEvent.keyDown(frame, { key: '+' })
    fireEvent.keyDown(frame, { key: 'ArrowRight' })
    expect(heard).toHaveBeenCalledOnce()
  })

  test('the mouse drags', () => {
    const { frame } = open()
    frame.setPointerCapture = vi.fn()
    frame.scrollLeft = 100
    fireEvent.pointerDown(frame, { button: 0, clientX: 50, clientY: 50, pointerId: 1 })
    fireEvent.pointerMove(frame, { clientX: 30, clientY: 60, pointerId: 1 })
    expect(frame.scrollLeft).toBe(120)
    fireEvent.pointerUp(frame, { pointerId: 1 })
    fireEvent.pointerMove(frame, { clientX: 0, clientY: 0, pointerId: 1 })
    expect(frame.scrollLeft).toBe(120)
  })
})
