/** The address of a picture as it is kept and compared: `data:` and `blob:` may be megabytes, or of one visit only. */
export function pictureAddress(src: string): string {
  return /^(?:data|blob):/.exec(src)?.[0] ?? src.slice(0, 4000)
}

/** What an element shows now; '' where it is painted by a script. */
export function shownAddress(element: Element): string {
  const { currentSrc, src } = element as Partial<HTMLImageElement>
  return currentSrc || src || ''
}
