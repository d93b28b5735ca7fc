/** Takes the newest value. */
export type Tell<T> = (value: T) => void

/** Something that tells its value again and again until it is stopped; where it cannot go on it tells why, once, and is silent from then on. */
export type Source<T> = (tell: Tell<T>, fail: (error: unknown) => void) => () => void
