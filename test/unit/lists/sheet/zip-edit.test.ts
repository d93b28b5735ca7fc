import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { editZip } from '../../../../utils/lists/sheet/zip-edit.ts'

const FILES = { 'a.xml': '<a>一</a>'.repeat(500), 'b.bin': '\u0000\u0001', 'xl/c.xml': '<c/>'.repeat(300), 'empty.xml': '' }
const archive = zipSync({ ...Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, strToU8(text)])), 'b.bin': [strToU8(FILES['b.bin']), { level: 0 }] })
const edit = (name: string) => (name === 'xl/c.xml' ? (text: string) => `${text.replace(/<c\/>/g, '<d>二</d>')}!` : null)

describe('editZip', () => {
  test('one file is changed, the others and their order stand', async () => {
    const files = unzipSync(await editZip(archive, edit))
    expect(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(Object.entries({ ...FILES, 'xl/c.xml': `${'<d>二</d>'.repeat(300)}!` }))
  })

  test('another library reads it and finds every check sum right', async () => {
    const zip = await JSZip.loadAsync(await editZip(archive, edit), { checkCRC32: true })
    expect(Object.keys(zip.files)).toEqual(Object.keys(FILES))
    expect(await zip.file('a.xml')!.async('string')).toBe(FILES['a.xml'])
  })

  test('bytes are put in as they are, stored', async () => {
    const picture = Uint8Array.from({ length: 300 }, (_, n) => n & 255)
    const changed = await editZip(archive, (name) => (name === 'b.bin' ? picture : edit(name)))
    const zip = await JSZip.loadAsync(changed, { checkCRC32: true })
    expect(await zip.file('b.bin')!.async('uint8array')).toEqual(picture)
    expect(Object.keys(zip.files)).toEqual(Object.keys(FILES))
    const methods: number[] = []
    unzipSync(changed, { filter: ({ compression }) => methods.push(compression) < 0 })
    expect(methods).toEqual([8, 0, 8, 8])
  })

  test('nothing to change: the same bytes', async () => {
    expect(await editZip(archive, () => null)).toEqual(archive)
  })
})
