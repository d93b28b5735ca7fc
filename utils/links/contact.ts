/** Why a `mailto:` or `tel:` link cannot work; null where it can. */
export function contactFault(raw: string): 'bad-mail' | 'bad-phone' | null {
  const [, scheme = '', rest = ''] = /^\s*(mailto|tel|e?mail|mai?lo|maito|malto)\s*:(.*)$/is.exec(raw) ?? []
  const value = rest.split('?')[0]?.trim() ?? ''
  if (/^m(?!ailto$)|^e/i.test(scheme)) return 'bad-mail'
  if (/mailto/i.test(scheme)) {
    // `mailto:?subject=…` opens an empty letter on purpose
    if (value === '' && rest.includes('?')) return null
    let plain = value
    try {
      plain = decodeURIComponent(value)
    } catch {
      return 'bad-mail'
    }
    return plain.split(/[,;]/).every((one) => /^(?!\/)[^\s@,;:：，]+@[\w-]+(?:\.[\w-]+)+$/.test(one.trim())) ? null : 'bad-mail'
  }
  if (/tel/i.test(scheme)) return /^\+?[\d\s().-]{3,24}(?:[,;p#*xX转-]+\d{1,6})?$/.test(value.replace(/^\/\//, '')) ? null : 'bad-phone'
  return null
}
