/**
 * Waits until `look` gives something. Each look is a round trip to the browser; the pause only keeps it from being a busy loop.
 * @throws with `otherwise` when nothing came in time
 */
export async function until<T>(look: () => Promise<T | null | undefined | false> | T | null | undefined | false, otherwise: () => string, timeout = 25_000): Promise<T> {
  const end = Date.now() + timeout
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(otherwise())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
