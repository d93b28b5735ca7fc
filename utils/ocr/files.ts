/** Folder in the extension where the recogniser's files stand. */
export const OCR_FOLDER = 'ocr'

/** Scripts and model that ship inside the extension: `from` in node_modules, `to` in the extension. The worker itself picks the core that the browser can run. */
export const OCR_FILES: readonly { from: string; to: string }[] = [
  { from: 'tesseract.js/dist/worker.min.js', to: `${OCR_FOLDER}/worker.min.js` },
  ...['lstm', 'simd-lstm', 'relaxedsimd-lstm'].map((core) => ({
    from: `tesseract.js-core/tesseract-core-${core}.wasm.js`,
    to: `${OCR_FOLDER}/tesseract-core-${core}.wasm.js`,
  })),
  { from: '@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz', to: `${OCR_FOLDER}/chi_sim.traineddata.gz` },
]
