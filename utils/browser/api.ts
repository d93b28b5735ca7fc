/**
 * The one door to the extension API. Everything else in `utils/browser/` goes through it,
 * and nothing outside `utils/browser/` may.
 */
export { browser } from 'wxt/browser'
