/** What was pressed. */
interface Pressed {
  key: string
  code: string
  altKey: boolean
  ctrlKey: boolean
  shiftKey: boolean
  metaKey: boolean
}

/** Keys as browsers write a shortcut; null where they can be none: it takes Ctrl or Alt and a letter, a digit or a function key. */
export function keysOf({ key, code, altKey, ctrlKey, shiftKey, metaKey }: Pressed): string | null {
  const last = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1] ?? (/^F(?:[1-9]|1[0-2])$/.test(key) ? key : null)
  if (last === null || metaKey || (!altKey && !ctrlKey && !/^F\d/.test(last))) return null
  return [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', last].filter(Boolean).join('+')
}
