import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { NothingToExport } from '../../../../utils/lists/refusals.ts'
import type { UnitsInput, UnitsProgress } from '../../../../utils/lists/folder/unit-files.ts'
import { unitDocuments } from '../../../../utils/lists/folder/documents.ts'
import { unitsZip, writeUnitsZip } from '../../../../utils/lists/folder/unit-zip.ts'
import type { ShotRef } from '../../../../utils/types/issue.ts'
import { issue } from '../make-issue.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPG = [0xff, 0xd8, 0xff, 0xe0]
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** Pictures by hash, and a reference to each. */
function album(...pictures: number[][]) {
  const store = new Map<string, Uint8Array>()
  const refs: ShotRef[] = pictures.map((bytes) => {
    const picture = Uint8Array.from(bytes)
    store.set(hashOf(picture), picture)
    return { hash: hashOf(picture), takenAt: '2026-11-17T01:05:00Z', outlines: [] }
  })
  return { store, refs, shots: async (hash: string) => (store.has(hash) ? new Blob([store.get(hash) as Uint8Array<ArrayBuffer>]) : null) }
}

async function filesOf(input: UnitsInput) {
  const { name, parts, manifest } = await unitsZip(input)
  const bytes = Buffer.concat(parts)
  return { name, bytes, manifest, files: unzipSync(bytes) }
}

const rowsOf = (bytes: Uint8Array | undefined) => Papa.parse<Record<string, string>>(text(bytes), { header: true, skipEmptyLines: true }).data

describe('unitsZip', () => {
  test('has a folder for each unit with its list and screenshots', async () => {
    const { refs, shots } = album([...PNG, 1], [...PNG, 2], [...JPG, 3])
    const issues = [
      issue(3, { unitId: 'u-cz', unitName: '青禾县财政局', shots: [refs[2] as ShotRef] }),
      issue(1, { shots: [refs[0] as ShotRef, refs[1] as ShotRef] }),
      issue(2, { unitId: null, unitName: '' }),
    ]
    const { name, files } = await filesOf({ issues, shots, period: '2026-W47' })
    expect(name).toBe('单位问题清单-2026-W47.zip')
    expect(Object.keys(files)).toEqual([
      '青禾县教育和体育局/截图/1-1.png',
      '青禾县教育和体育局/截图/1-2.png',
      '青禾县教育和体育局/问题清单.csv',
      '青禾县财政局/截图/3-1.jpg',
      '青禾县财政局/问题清单.csv',
      '未定单位/问题清单.csv',
      '说明.txt',
      'manifest.json',
    ])
    expect([...(files['青禾县教育和体育局/截图/1-2.png'] ?? [])]).toEqual([...PNG, 2])
    const rows = rowsOf(files['青禾县教育和体育局/问题清单.csv'])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ 问题编号: '1', 责任单位: '青禾县教育和体育局', 截图: '截图/1-1.png\n截图/1-2.png' })
    expect(rowsOf(files['未定单位/问题清单.csv'])[0]).toMatchObject({ 问题编号: '2', 责任单位: '未定单位' })
  })

  test('the manifest counts and proves every file', async () => {
    const { refs, shots } = album([...PNG, 1])
    const issues = [issue(1, { shots: refs, updatedAt: '2026-11-18T03:00:00Z' }), issue(2, { updatedAt: '2026-11-17T03:00:00Z' })]
    const { files } = await filesOf({ issues, shots, period: '2026-W47' })
    const manifest = JSON.parse(text(files['manifest.json']))
    expect(manifest).toMatchObject({
      format: 1, period: '2026-W47', newestChange: '2026-11-18T03:00:00Z', counts: { units: 1, issues: 2, shots: 1, missingShots: 0 },
      units: [{ name: '青禾县教育和体育局', folder: '青禾县教育和体育局', issues: 2, shots: 1 }], missing: [],
    })
    const others = Object.entries(files).filter(([path]) => path !== 'manifest.json')
    const original = { '青禾县教育和体育局/截图/1-1.png': refs[0]?.hash } as Record<string, string>
    expect(manifest.files).toEqual(others.map(([path, bytes]) => ({ path, size: bytes.length, sha256: hashOf(bytes), ...(original[path] && { original: original[path] }) })))
  })

  test('a missing or damaged screenshot is named in its place and the rest exported', async () => {
    const { store, refs, shots } = album([...PNG, 1], [...PNG, 2], [...PNG, 3], [...PNG, 4])
    store.delete(refs[0]?.hash ?? '')
    store.set(refs[1]?.hash ?? '', Uint8Array.from(PNG))
    const unreadable = refs[2]?.hash
    const { files, manifest } = await filesOf({
      issues: [issue(7, { shots: refs })],
      shots: async (hash) => {
        if (hash === unreadable) throw new DOMException('gone', 'NotReadableError')
        return shots(hash)
      },
      period: 'x',
    })
    expect(Object.keys(files).filter((path) => path.includes('/截图/'))).toEqual(['青禾县教育和体育局/截图/7-4.png'])
    expect(rowsOf(files['青禾县教育和体育局/问题清单.csv'])[0]?.['截图']).toBe('7-1（截图缺失）\n7-2（截图已损坏）\n7-3（截图已损坏）\n截图/7-4.png')
    expect(manifest.missing.map(({ name, reason }) => [name, reason])).toEqual([['7-1', 'missing'], ['7-2', 'damaged'], ['7-3', 'damaged']])
    expect(manifest.counts).toMatchObject({ shots: 1, missingShots: 3 })
    expect(text(files['说明.txt'])).toContain('有 3 张截图缺失或已损坏')
  })

  test('marks are drawn on a copy; what cannot be read is handed over as it was stored, unless something on it is to be covered', async () => {
    const { refs, shots } = album([...JPG, 1], [...PNG, 2], [...PNG, 3], [...PNG, 4])
    const frame = { x: 1, y: 2, width: 3, height: 4, label: '1' }
    const framed = refs.map((ref, n) => ({ ...ref, outlines: n === 1 ? [] : [frame], ...(n === 3 && { personal: [frame] }) }))
    const drawn: unknown[] = []
    const { files, manifest } = await filesOf({
      issues: [issue(1, { shots: framed })],
      shots,
      period: 'x',
      draw: async (picture, shot, { number }) => {
        drawn.push([number, shot.outlines.length])
        if (new Uint8Array(await picture.slice(-1).arrayBuffer())[0]! >= 3) throw new DOMException('no picture', 'InvalidStateError')
        return Uint8Array.from([...PNG, 99])
      },
    })
    const last = (n: number) => files[`青禾县教育和体育局/截图/1-${n}.png`]?.at(-1)
    expect([last(1), last(2), last(3), last(4)]).toEqual([99, 99, 3, undefined])
    // Several are in work at once, so their order is not said.
    expect(drawn.map(String).sort()).toEqual(['1,0', '1,1', '1,1', '1,1'])
    expect(manifest.missing).toMatchObject([{ name: '1-4', reason: 'damaged' }])
    expect(manifest.files[0]).toMatchObject({ original: refs[0]?.hash, sha256: hashOf(Uint8Array.from([...PNG, 99])) })
  })

  test('an error that is not about one picture ends the export', async () => {
    const { refs } = album([...PNG, 1])
    const shots = async () => Promise.reject(new Error('database closed'))
    await expect(unitsZip({ issues: [issue(1, { shots: refs })], shots, period: 'x' })).rejects.toThrow('database closed')
  })

  test('units do not get what was a false alarm, needs no action or was deleted', async () => {
    const issues = [issue(1, { status: 'false-alarm' }), issue(2, { status: 'no-action' }), issue(3, { deletedAt: '2026-11-18T00:00:00Z' }), issue(4, { status: 'doubtful' }), issue(5, { status: 'closed' })]
    const { files } = await filesOf({ issues, shots: async () => null, period: 'x' })
    expect(rowsOf(files['青禾县教育和体育局/问题清单.csv']).map((row) => row['问题编号'])).toEqual(['4', '5'])
    const input = { issues: issues.slice(0, 3), shots: async () => null, period: 'x' }
    const written: Uint8Array[] = []
    await expect(writeUnitsZip(input, (chunk) => void written.push(chunk))).rejects.toThrow(NothingToExport)
    expect(written).toEqual([])
  })

  test('folders are safe and different; a renamed unit gets one', async () => {
    const units: [string | null, string][] = [
      ['a', 'CON'], ['b', '城管局?'], ['c', '城管局*'], ['d', '旧名'], ['d', '新名'], [null, '新名'], ['e', '局. '], [null, '未定单位'], [null, ''], ['f', '县'.repeat(120)],
    ]
    const issues = units.map(([unitId, unitName], n) => issue(n + 1, { unitId, unitName, foundAt: `2026-11-17T01:0${n}:00Z` }))
    const { files, manifest } = await filesOf({ issues, shots: async () => null, period: 'x' })
    expect(manifest.units.map(({ folder, issues }) => [folder, issues])).toEqual([
      ['_CON', 1], ['县'.repeat(80), 1], ['城管局_', 1], ['城管局_（2）', 1], ['局', 1], ['新名', 3], ['未定单位（2）', 1], ['未定单位', 1],
    ])
    expect(Object.keys(files)).toHaveLength(8 + 2)
  })

  test('two issues with one number keep their own screenshots', async () => {
    const { refs, shots } = album([...PNG, 1], [...PNG, 2])
    const issues = [issue(4, { shots: [refs[0] as ShotRef] }), issue(4, { id: '01JCZ1', shots: [refs[1] as ShotRef] })]
    const { files } = await filesOf({ issues, shots, period: 'x' })
    expect(Object.keys(files).filter((path) => path.includes('/截图/'))).toEqual(['青禾县教育和体育局/截图/4-1.png', '青禾县教育和体育局/截图/4-1（2）.png'])
    expect(rowsOf(files['青禾县教育和体育局/问题清单.csv']).map((row) => row['截图'])).toEqual(['截图/4-1.png', '截图/4-1（2）.png'])
  })

  test('names carry the UTF-8 flag, times are those of Asia/Shanghai, and the same data gives the same bytes', async () => {
    const { refs, shots } = album([...PNG, 1])
    const input = { issues: [issue(1, { shots: refs, updatedAt: '2026-11-17T17:30:00Z' })], shots, period: 'x' }
    const { bytes } = await filesOf(input)
    const header = new DataView(bytes.buffer, bytes.byteOffset)
    expect(header.getUint32(0, true)).toBe(0x04034b50)
    expect(header.getUint16(6, true) & 0x0800).toBe(0x0800)
    const [time, day] = [header.getUint16(10, true), header.getUint16(12, true)]
    expect([1980 + (day >> 9), (day >> 5) & 15, day & 31, time >> 11, (time >> 5) & 63]).toEqual([2026, 11, 18, 1, 30])
    expect((await filesOf(input)).bytes.equals(bytes)).toBe(true)
  })

  test('each unit gets its workbook where asked for, with its own issues and the names of its pictures', async () => {
    const { refs, shots } = album([...PNG, 1])
    const issues = [issue(1, { shots: refs }), issue(2, { unitId: 'z', unitName: '乙局' })]
    const { files, manifest } = await filesOf({ issues, shots, period: '2026-W47', documents: unitDocuments({ content: { sheet: true, notice: false, page: false }, period: '2026-W47', periodWords: '2026年第47周', day: '2026-11-21', reader: '' }, async () => null) })
    const lists = Object.keys(files).filter((path) => path.endsWith('.xlsx'))
    expect(lists).toEqual(['乙局/问题清单.xlsx', '青禾县教育和体育局/问题清单.xlsx'])
    const [first, second] = await Promise.all(lists.map(async (path) => (await readXlsx(files[path] as Uint8Array)).sheets[0]?.rows))
    expect(first?.slice(2).map((row) => row[1])).toEqual(['2'])
    expect(second?.slice(2).map((row) => [row[1], row[9]])).toEqual([['1', '截图/1-1.png']])
    expect(manifest.files.map(({ path }) => path)).toEqual(expect.arrayContaining(lists))
  })

  test('tells how far it is', async () => {
    const { refs, shots } = album([...PNG, 1], [...PNG, 2])
    const seen: UnitsProgress[] = []
    await unitsZip({ issues: [issue(1, { shots: refs }), issue(2, { unitId: 'z', unitName: '乙局' })], shots, period: 'x', onProgress: (progress) => void seen.push(progress) })
    expect(seen.map(({ done, total, unitName }) => `${done}/${total} ${unitName}`)).toEqual(['1/4 青禾县教育和体育局', '2/4 青禾县教育和体育局', '3/4 乙局', '4/4 青禾县教育和体育局'])
  })

  test('stops when asked to', async () => {
    const { refs, shots } = album([...PNG, 1], [...PNG, 2], [...PNG, 3])
    const stop = new AbortController()
    let asked = 0
    const input = {
      issues: [issue(1, { shots: refs })],
      shots: async (hash: string) => {
        asked += 1
        if (asked === 2) stop.abort()
        return shots(hash)
      },
      period: 'x',
      signal: stop.signal,
    }
    await expect(unitsZip(input)).rejects.toHaveProperty('name', 'AbortError')
    expect(asked).toBe(2)
  })

  test('waits for a slow sink and passes on its failure', async () => {
    const { refs, shots } = album([...PNG, 1])
    let busy = false
    await writeUnitsZip({ issues: [issue(1, { shots: refs })], shots, period: 'x' }, async () => {
      expect(busy).toBe(false)
      busy = true
      await new Promise((done) => setImmediate(done))
      busy = false
    })
    const full = async () => Promise.reject(new DOMException('disk full', 'QuotaExceededError'))
    await expect(writeUnitsZip({ issues: [issue(1)], shots, period: 'x' }, full)).rejects.toHaveProperty('name', 'QuotaExceededError')
  })
})
