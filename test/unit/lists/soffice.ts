import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** LibreOffice's program, or null where none is installed: tests that need it are then skipped and counted as skipped. */
export const SOFFICE: string | null =
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => ['soffice', 'soffice.exe'].map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null

/** Options of LibreOffice's CSV filter for input and output: comma, quote, UTF-8, from line 1; quoted fields are text. */
export const UTF8_CSV = '44,34,76,1,,0,true,false'

/**
 * Opens a file in LibreOffice without a window and saves it in another format; returns the new file's bytes.
 * The profile is its own, so that no running LibreOffice is disturbed, and goes with the folder.
 */
export function convert(name: string, bytes: Uint8Array, to: string, filter: { in?: string; out?: string } = {}): Buffer {
  if (!SOFFICE) throw new Error('LibreOffice is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'duwang-soffice-'))
  try {
    writeFileSync(join(folder, name), bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const options = [...(filter.in ? [`--infilter=${filter.in}`] : []), '--convert-to', filter.out ? `${to}:${filter.out}` : to]
    const out = join(folder, 'out')
    execFileSync(SOFFICE, [`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...options, '--outdir', out, join(folder, name)], { stdio: 'pipe', timeout: 120_000 })
    return readFileSync(join(out, name.replace(/\.[^.]+$/, `.${to}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
