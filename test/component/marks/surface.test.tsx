import { expect, test } from 'vitest'
import { HIDDEN_AT_MOST } from '../../../utils/app/page/recorder.ts'
import { PATIENCE } from '../../../utils/browser/capture.ts'
import { openSurface } from '../../../utils/marks/surface.ts'

test('our layer is hidden until the last who hid it shows it again', () => {
  const surface = openSurface(document, '')
  surface.appear()
  const host = document.querySelector('duwang-layer') as HTMLElement
  const isHidden = () => host.style.visibility === 'hidden'
  const [one, other] = [surface.hide(), surface.hide()]
  expect(isHidden()).toBe(true)
  one()
  one()
  expect(isHidden()).toBe(true)
  other()
  expect(isHidden()).toBe(false)
  surface.close()
})

test('it stays hidden for longer than a picture is tried for: three refusals, and one that never answers', () => {
  expect(HIDDEN_AT_MOST).toBeGreaterThan(3 * 600 + PATIENCE)
})
