/** Excel calls a file broken that holds a longer link. */
const LONGEST_LINK = 2079

/** Only what opens a web page becomes a link: a recorded address is a page's word. One in which a number was masked leads elsewhere. */
export function isLinkable(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url) && url.length <= LONGEST_LINK && !url.includes('****')
}
