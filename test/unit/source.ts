import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One file of ours, path from the project's root with `/`. */
export interface Source {
  path: string
  text: string
}

export interface Import {
  /** Another file of ours from the project's root, or the name of a package. */
  to: string
  /** Gone when the program runs. */
  isType: boolean
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^'"]*?\sfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

/** The program files under these folders; data and styles are none. */
export function sourcesOf(...folders: string[]): Source[] {
  const paths = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mjs}`)).map((path) => path.replaceAll('\\', '/'))
  return paths.filter((path) => !path.includes('node_modules')).sort().map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** What a file imports, statically or on demand. */
export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from, alone, later]) => {
    const name = (from ?? alone ?? later ?? '').replace(/\?\w+$/, '')
    return { to: name.startsWith('.') ? normalize(join(dirname(path), name)).replaceAll('\\', '/') : name, isType: type !== undefined }
  })
}

/** The program without what is said about it; line numbers stay. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ')
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|[\s,;{}()])\/\/.*$/gm, blank)
}

/** Lines of these files, comments aside, that match: `path:line text`. */
export function linesWith(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  )
}
