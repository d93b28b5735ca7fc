import type { Browser } from 'webextension-polyfill'
import { promised } from './promised.ts'

const { browser: named, chrome } = globalThis as unknown as { browser?: Browser; chrome?: Browser }

/** A page may have an element under the name `browser`, which content scripts see as well; the API is a plain object. */
const isApi = typeof named === 'object' && Object.getPrototypeOf(named) === Object.prototype

/**
 * The one door to the extension API, for WXT as well (wxt.config.ts). Everything else in `utils/browser/` goes through it,
 * and nothing outside `utils/browser/` may.
 *
 * Firefox has `browser`, whose functions give promises. Chromium's `chrome` gives them only in MV3 and there only bit by bit
 * (`contextMenus.update` since 123), so that there every function is called with a callback, which all of them take.
 */
export const browser = (isApi ? named : promised(chrome)) as Browser
