/** What answers at once, or takes no callback; every other function of ours does. */
const AT_ONCE: ReadonlySet<string> = new Set(['connect', 'create in contextMenus', 'getManifest', 'getMessage', 'getUILanguage', 'getURL'])

type Call = (...args: unknown[]) => unknown

/**
 * Chromium's API with promises: each function is called with a callback, and `runtime.lastError` becomes a rejection.
 * What is thrown at once, as in a page that outlived its extension, rejects too. Events and values are handed on as they are.
 * @param root `chrome`; undefined outside an extension, and then so is what comes back
 */
export function promised<T extends object | undefined>(root: T): T {
  return root && wrapped(root, '', () => (root as { runtime?: { lastError?: { message?: string } } }).runtime?.lastError)
}

function wrapped<T extends object>(area: T, name: string, lastError: () => { message?: string } | undefined): T {
  // A copy stands for the area, because a proxy may not give another value for what cannot be changed.
  return new Proxy(Object.create(area) as T, {
    get: (_, key) => {
      const it: unknown = area[key as keyof T]
      if (typeof key === 'symbol' || it === null || (typeof it !== 'function' && typeof it !== 'object') || /^on[A-Z]|^lastError$/.test(key)) return it
      return typeof it === 'object' ? wrapped(it, key, lastError) : functionOf(area, it as Call, AT_ONCE.has(key) || AT_ONCE.has(`${key} in ${name}`), lastError)
    },
  })
}

function functionOf(area: object, call: Call, atOnce: boolean, lastError: () => { message?: string } | undefined): Call {
  if (atOnce) return (...args) => call.apply(area, args)
  return (...args) =>
    new Promise((resolve, reject) => {
      call.call(area, ...args, (value: unknown) => {
        const error = lastError()
        if (error) reject(new Error(error.message))
        else resolve(value)
      })
    })
}
