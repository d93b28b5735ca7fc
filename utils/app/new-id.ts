import { monotonicFactory } from 'ulid'

/**
 * The next id: a ULID that is larger than every one that this context made before, within one millisecond too. Steps of a history that
 * were taken in the same millisecond (待整改 → 已整改 → 已销号) are told apart by nothing else, and are undone from the last.
 */
export const newId: () => string = monotonicFactory()
