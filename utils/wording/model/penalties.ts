import { DROPPED, NEAR_SOUND, PAIR, SHAPE, SOUND } from './confusions.ts'

/** Penalties in twelfths for a replacement inside a word, and how much more one that is a word by itself costs. */
export const PENALTY: number[] = []
PENALTY[SOUND] = 66
PENALTY[NEAR_SOUND] = 78
PENALTY[SHAPE] = 80
PENALTY[PAIR] = 100
PENALTY[DROPPED] = 110
export const ALONE = 36
