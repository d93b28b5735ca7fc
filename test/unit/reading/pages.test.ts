import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { read, saved } from './saved.ts'

const names = readdirSync(new URL('pages/', import.meta.url))
  .filter((f) => f.endsWith('.html'))
  .map((f) => f.slice(0, -'.html'.length))

describe('saved pages are read as their JSON says', () => {
  test.each(names)('%s', (name) => {
    const { html, wanted } = saved(name)
    expect(Object.keys(wanted.expect).length).toBeGreaterThan(0)
    expect(read(html, wanted)).toMatchObject(wanted.expect)
  })
})
