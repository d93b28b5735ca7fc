const BLOCK = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MARQUEE MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE ' +
    'TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
)

const TEXTLESS = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME FRAMESET OBJECT EMBED svg SVG math CANVAS VIDEO AUDIO MATH HEAD TITLE META LINK SELECT ' +
    'TEXTAREA INPUT DATALIST MAP AREA IMG PROGRESS METER'
  ).split(' '),
)

/** True for elements that begin a new line of their own: text on either side of their edge does not belong together. */
export function isBlock(element: Element): boolean {
  return BLOCK.has(element.tagName)
}

/** True for elements whose content is not text of the page (scripts, form values, pictures). */
export function isTextless(element: Element): boolean {
  return TEXTLESS.has(element.tagName)
}

/** Nearest block-level ancestor, the element itself included. */
export function blockOf(element: Element): Element {
  let at: Element = element
  while (!isBlock(at) && at.parentElement) at = at.parentElement
  return at
}
