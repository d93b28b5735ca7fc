import type { ConfigEnv, UserManifest } from 'wxt'

/** Government sites: what the extension may read without asking. Everything else is asked for at the moment of use. */
export const GOVERNMENT_SITES = '*://*.gov.cn/*'

/** The policy's word for WebAssembly. A build whose manifest has it can read pictures (abilities.ts). */
export const WASM = "'wasm-unsafe-eval'"

/**
 * What our own pages may load besides their scripts: whatever words of a page they show, nothing of it is fetched, framed or sent.
 * MV2 has the hidden workshop as a frame of the background page, so there `frame-ancestors` is left to `web_accessible_resources`, which are none.
 */
const POLICY = "object-src 'none'; img-src 'self' blob: data:; font-src 'self'; media-src 'none'; frame-src 'self'; base-uri 'none'; form-action 'none'"

/** The manifest of each build. Every permission is explained in the README (权限). */
export function manifestOf({ manifestVersion, browser, mode }: ConfigEnv): UserManifest {
  const always = mode === 'test' ? ['<all_urls>'] : [GOVERNMENT_SITES]
  const canCopyPages = browser !== 'firefox'
  const permissions = ['activeTab', 'alarms', 'contextMenus', 'storage', 'unlimitedStorage', 'webRequest']
  if (mode !== 'legacy') permissions.push('scripting')
  if (manifestVersion === 3) permissions.push('declarativeNetRequestWithHostAccess', 'offscreen', 'sidePanel')
  // Asked for at the moment of use; nobody can answer the question in a headless browser.
  const later = canCopyPages && mode !== 'test' ? ['pageCapture'] : []
  if (canCopyPages && mode === 'test') permissions.push('pageCapture')
  const hosts =
    manifestVersion === 3
      ? { permissions, host_permissions: always, optional_host_permissions: ['<all_urls>'], ...(later.length > 0 ? { optional_permissions: later } : {}) }
      : { permissions: [...permissions, ...always], optional_permissions: ['<all_urls>', ...later] }
  // What reads pictures is WebAssembly; `legacy` comes without it.
  const scripts = mode === 'legacy' ? "script-src 'self'" : `script-src 'self' ${WASM}`
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    ...(hosts as object),
    commands: {
      // In MV2 `_execute_action` is a shortcut like any other: it opens nothing.
      [manifestVersion === 3 ? '_execute_action' : '_execute_browser_action']: { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_openPopup__' },
      'record-page': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_recordPage__' },
      // At most four may have keys from the start; these get theirs from the person.
      'capture-region': { description: '__MSG_captureRegion__' },
      'capture-element': { description: '__MSG_captureElement__' },
      'capture-page': { description: '__MSG_capturePage__' },
      'next-column': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_nextColumn__' },
      // Firefox opens its sidebar itself; Chromium's shells of MV2 have none.
      ...(browser === 'firefox' ? { _execute_sidebar_action: { description: '__MSG_openPanel__' } } : manifestVersion === 3 ? { 'open-panel': { description: '__MSG_openPanel__' } } : {}),
      'next-mark': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_nextMark__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'duwang@duwang.invalid', strict_min_version: '115.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : // MV3 takes the word for WebAssembly from 103; an older browser calls the whole manifest invalid.
        { minimum_chrome_version: mode === 'legacy' ? '86' : '103' }),
    ...(manifestVersion === 3
      ? { content_security_policy: { extension_pages: `${scripts}; ${POLICY}; frame-ancestors 'none'` } }
      : { content_security_policy: `${scripts}; ${POLICY}` }),
  } as UserManifest
}
