/**
 * A cell that a spreadsheet would run as a formula, so that it is written with one `'` before it (CSV injection, OWASP):
 * it starts with `= + - @ | %` or their full-width and small forms, with white space or invisible characters before
 * that sign or not; or it starts with a tab or a line break. Excel in Chinese takes the full-width signs as formulas too.
 *
 * Leading `'` count as part of the pattern, so that writing (add one `'` where it matches) and reading
 * (take one `'` away where the rest matches) undo each other exactly.
 */
export const FORMULA_START = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@|%＝＋－＠｜％﹢﹣﹦﹪﹫])/u
