import type { Tool } from '../../../utils/drawing/items.ts'

/** 选择, or what is drawn. */
export type Hand = 'choose' | Tool

/** Tools in the order of the bar, each with its key. */
export const TOOLS: readonly (readonly [hand: Hand, key: string])[] = [
  ['choose', 'V'],
  ['place', 'M'],
  ['arrow', 'A'],
  ['box', 'B'],
  ['text', 'T'],
  ['cover', 'C'],
]
