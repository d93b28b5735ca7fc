/** Largest part of rows that is read at once, in bytes as unpacked; ours are at most about 4 MB. */
export const MOST_PART_BYTES = 64 * 1024 * 1024
/** Largest screenshot; one of an 8K screen is under 40 MB. */
export const MOST_SHOT_BYTES = 64 * 1024 * 1024
/** Largest saved page (MHTML). */
export const MOST_PAGE_BYTES = 64 * 1024 * 1024
/** Largest list of contents, and most files in it: what the ZIP format without extensions can count. */
export const MOST_DIRECTORY_BYTES = 24 * 1024 * 1024
export const MOST_FILES = 65_535
/** `manifest.json` as unpacked: 65,535 screenshots take 15 MB. */
export const MOST_MANIFEST_BYTES = 32 * 1024 * 1024
/** Rows of a part, and its size in characters at which the next one is begun. */
export const ROWS_A_PART = 2_000
export const CHARACTERS_A_PART = 2_000_000
