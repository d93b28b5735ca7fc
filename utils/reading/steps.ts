/**
 * Work that can be done at once or in slices. A reader that walks a whole page is a generator that yields at safe
 * points; nothing it holds may depend on the page staying the same between two yields.
 */
export type Steps<T> = Generator<undefined, T, undefined>

/** How long a slice may run before the page gets its turn, in milliseconds: well under the 20 ms of a smooth scroll. */
const SLICE_MS = 8

/** Does all the work now. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Does the work in slices of `SLICE_MS`, awaiting `rest` between them. */
export async function finishInSlices<T>(steps: Steps<T>, rest: () => Promise<void>): Promise<T> {
  let sliceStart = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - sliceStart < SLICE_MS) continue
    await rest()
    sliceStart = performance.now()
  }
}
