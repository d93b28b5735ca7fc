import type { Box } from '../../../utils/types/record.ts'

/** What is chosen so far. */
export interface CaptureShown {
  /** CSS pixels of the window; null before anything is chosen. */
  box: Box | null
  /** Tag name of the element that is chosen. */
  label: string
  /** Part of it is hidden inside a box that scrolls. */
  cut: boolean
  /** Number of the issue that gets the picture; null for a new one. */
  number: number | string | null
  /** The words in the frame are to be read (识别图中文字), and no picture is kept. */
  reads?: boolean
}

export interface CaptureCallbacks {
  onDragFrom: (x: number, y: number) => void
  onDragTo: (x: number, y: number) => void
  onDragEnd: () => void
  /** An arrow key; `fine`: by one pixel. */
  onKey: (key: string, how: { shift: boolean; fine: boolean }) => void
  onPoint: (x: number, y: number) => void
  onStep: (way: 'parent' | 'child' | 'next' | 'previous') => void
  onAgain: () => void
  onTake: () => void
  onCancel: () => void
  /** 到此为止. */
  onEnough: () => void
}
