import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/**
 * A setting that a person changes in quick steps. What was chosen stands at once and the next step builds on it; it gives way to what is
 * told (`useLive`) as soon as that changes while nothing is being stored, and at once where it could not be stored.
 * @param store stores a value; its errors go to whoever chose
 */
export function useStored<T>(told: T | null, store: (value: T) => Promise<void>): [T | null, (value: T) => Promise<void>] {
  const [chosen, setChosen] = useState<{ value: T } | null>(null)
  const storing = useRef(0)
  useLayoutEffect(() => {
    if (storing.current === 0) setChosen(null)
  }, [told])
  const choose = async (value: T) => {
    storing.current++
    setChosen({ value })
    try {
      await store(value)
    } catch (error) {
      setChosen(null)
      throw error
    } finally {
      storing.current--
    }
  }
  return [chosen ? chosen.value : told, choose]
}
