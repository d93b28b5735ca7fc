import { ownUrl } from '../../utils/browser/runtime.ts'
import { createPictureWork } from '../../utils/app/pictures/work.ts'
import { OCR_FOLDER } from '../../utils/ocr/files.ts'

/** Reads pictures in a worker of their own. */
export function startPictures() {
  return createPictureWork({
    startWorker: () => new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' }),
    cores: navigator.hardwareConcurrency || 1,
    folder: ownUrl(`/${OCR_FOLDER}`),
    later: (ms, what) => {
      const timer = setTimeout(what, ms)
      return () => clearTimeout(timer)
    },
  })
}
