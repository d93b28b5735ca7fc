/**
 * Puts a text on the clipboard straight from a click. Pages that are not secure have no clipboard of their own, so a field in our
 * layer is copied the old way there. @returns false where the browser refuses
 */
export async function copyText(win: Window, mount: HTMLElement, text: string): Promise<boolean> {
  if (win.isSecureContext && win.navigator.clipboard) {
    try {
      await win.navigator.clipboard.writeText(text)
      return true
    } catch {
      // The page's own policy may forbid it: the old way asks nobody.
    }
  }
  const field = win.document.createElement('textarea')
  field.value = text
  field.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px;opacity:0'
  mount.append(field)
  field.select()
  const copied = win.document.execCommand('copy')
  field.remove()
  return copied
}
