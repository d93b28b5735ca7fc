// One toast for all surfaces; named here so that the content script imports everything it shows from one folder.
export { Toast } from '../shared/Toast.tsx'
export type { Notice, ToastProps } from '../shared/Toast.tsx'
