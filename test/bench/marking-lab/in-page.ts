/** What the bench `marking` runs of ours in a page. */
export { anchorOf, findAnchor } from '../../../utils/reading/index.ts'
export { createHighlights } from '../../../utils/marks/highlights.ts'
