/** A shortcut as the browser has it. */
export interface ShortcutLine {
  /** Name of the command in the manifest. */
  name: string
  /** What it does, in the browser's language. */
  description: string
  /** Keys, such as `Alt+Shift+D`; '' where none are set. */
  shortcut: string
}
