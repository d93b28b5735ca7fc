import { spawnSync } from 'node:child_process'

/** True where tesseract's command line with its Chinese model is installed (Debian: tesseract-ocr, tesseract-ocr-chi-sim). */
export function hasCommandLine(): boolean {
  const list = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' })
  return list.status === 0 && /^chi_sim$/m.test(list.stdout)
}

/** What the command line reads with its own settings; null where it cannot open the file. */
export function readByCommandLine(path: string): { text: string; ms: number } | null {
  const start = performance.now()
  const { status, stdout } = spawnSync('tesseract', [path, 'stdout', '-l', 'chi_sim'], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] })
  return status === 0 ? { text: stdout, ms: performance.now() - start } : null
}
