import { useEffect, useState } from 'preact/hooks'

/** Something that tells its value again and again until it is stopped. */
export type Source<T> = (tell: (value: T) => void) => () => void

/** The latest value of a source; null before the first. `keys` as in `useEffect`: the source is asked anew when one changes. */
export function useLive<T>(source: Source<T>, keys: readonly unknown[]): T | null {
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => source((told) => setValue(() => told)), [...keys])
  return value
}
