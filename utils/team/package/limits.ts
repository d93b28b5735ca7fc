/** Rounds of PBKDF2 for a password (OWASP Password Storage Cheat Sheet 2023: 600,000 for SHA-256); about half a second on an office PC. */
export const KDF_ROUNDS = 600_000
/** A file that asks for more would hold up the page for minutes. */
export const MOST_KDF_ROUNDS = 10_000_000
/** Shortest password, in characters. */
export const LEAST_PASSWORD = 8
/** Bytes that are locked as one: what is in memory while a package is locked or opened. */
export const LOCK_CHUNK = 4 * 1024 * 1024
/** Documents of a part, and its size in characters at which the next one is begun. */
export const DOCS_A_PART = 2_000
export const CHARACTERS_A_PART = 2_000_000
/** Largest part as unpacked; ours are some MB. */
export const MOST_PART_BYTES = 64 * 1024 * 1024
/** All documents and saved pages as unpacked: a year of a province is less. More is no package but a bomb. */
export const MOST_UNPACKED_BYTES = 8 * 1024 * 1024 * 1024
/** How much smaller text of ours can get by packing, and more than the format ever makes of real text. */
export const MOST_RATIO = 400
/** Brackets within brackets: our deepest document has some ten. */
export const MOST_DEPTH = 64
