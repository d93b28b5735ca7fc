import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ahead } from '../../../../utils/lists/folder/ahead.ts'
import { changedOnly } from '../../../../utils/lists/folder/changed-only.ts'
import { unitDocuments } from '../../../../utils/lists/folder/documents.ts'
import { writeUnitFiles } from '../../../../utils/lists/folder/unit-files.ts'
import { issue } from '../make-issue.ts'

/** A disk that keeps files by path and notes what is written. */
function disk() {
  const files = new Map<string, Uint8Array>()
  const written: string[] = []
  return {
    files,
    written,
    read: async (path: string) => files.get(path) ?? null,
    write: async (path: string, bytes: Uint8Array) => {
      written.push(path)
      files.set(path, bytes)
    },
    remove: async (path: string) => {
      if (!files.delete(path)) throw new Error(`no ${path}`)
    },
  }
}

const documents = unitDocuments({ content: { sheet: true, notice: true, page: true }, period: '2026-W47', periodWords: '2026年第47周', day: '2026-11-21', reader: '何青' }, async () => null)
const base = { shots: async () => null, period: '2026-W47', documents }

test('a second export writes only what changed, and deletes nothing', async () => {
  const shared = disk()
  shared.files.set('甲局/我们的备忘.txt', new Uint8Array([1]))
  const issues = [issue(1, { unitId: 'a', unitName: '甲局' }), issue(2, { unitId: 'b', unitName: '乙局' })]
  const run = async (of: typeof issues) => {
    const sink = changedOnly(shared)
    shared.written.length = 0
    await writeUnitFiles({ ...base, issues: of }, () => sink)
    return sink.counts
  }
  expect(await run(issues)).toEqual({ written: 10, unchanged: 0, kept: 0 })
  expect(await run(issues)).toEqual({ written: 0, unchanged: 10, kept: 0 })
  const changed = await run([issues[0]!, { ...issues[1]!, description: '别的', updatedAt: '2026-11-20T00:00:00Z' }])
  expect(shared.written.sort()).toEqual(['manifest.json', 'manifest.unfinished.json', '乙局/问题清单.csv', '乙局/问题清单.html', '乙局/问题清单.xlsx', '乙局/整改通知单.docx'].sort())
  expect(changed).toEqual({ written: 5, unchanged: 5, kept: 0 })
  expect([...shared.files.keys()].filter((path) => !path.includes('局/')).sort()).toEqual(['manifest.json', '说明.txt'])
  expect(shared.files.has('甲局/我们的备忘.txt')).toBe(true)
})

test('a letter is not written anew because another day has come, only when it says something else; then it carries that day', async () => {
  const shared = disk()
  const run = async (day: string, description: string) => {
    const sink = changedOnly(shared)
    shared.written.length = 0
    const letters = unitDocuments({ content: { sheet: false, notice: true, page: false }, period: '2026-W47', periodWords: '2026年第47周', day, reader: '何青' }, async () => null)
    const manifest = await writeUnitFiles({ ...base, documents: letters, issues: [issue(1, { description })] }, () => sink)
    const [letter] = manifest.files.filter(({ path }) => path.endsWith('.docx'))
    const stands = shared.files.get(letter!.path)!
    expect(createHash('sha256').update(stands).digest('hex')).toBe(letter!.sha256)
    expect(stands.length).toBe(letter!.size)
    const text = strFromU8(unzipSync(stands)['word/document.xml']!)
    return { day: letter!.day, said: ['21', '22', '24'].filter((one) => text.includes(`2026年11月${one}日`)), written: [...shared.written] }
  }
  expect(await run('2026-11-21', '一')).toMatchObject({ day: '2026-11-21', said: ['21'] })
  expect(await run('2026-11-22', '一')).toEqual({ day: '2026-11-21', said: ['21'], written: [] })
  expect(await run('2026-11-22', '二')).toMatchObject({ day: '2026-11-22', said: ['22'] })
  const path = [...shared.files.keys()].find((one) => one.endsWith('.docx'))!
  shared.files.set(path, Uint8Array.of(1, 2, 3))
  expect((await run('2026-11-24', '二')).written.filter((one) => one.endsWith('.docx'))).toEqual([expect.stringContaining('改动过'), path])
})

test('what somebody changed on the shared drive is kept beside the new file', async () => {
  const shared = disk()
  const run = async (description: string) => {
    const sink = changedOnly(shared)
    await writeUnitFiles({ ...base, issues: [issue(1, { unitId: 'a', unitName: '甲局', description })] }, () => sink)
    return sink.counts.kept
  }
  expect(await run('一')).toBe(0)
  shared.files.set('甲局/问题清单.xlsx', new Uint8Array([9, 9, 9]))
  expect(await run('二')).toBe(1)
  const kept = [...shared.files.keys()].filter((path) => path.includes('改动过'))
  expect(kept).toEqual([expect.stringMatching(/^甲局\/问题清单（改动过 [0-9a-f]{6}）\.xlsx$/)])
  expect(shared.files.get(kept[0]!)).toEqual(new Uint8Array([9, 9, 9]))
  expect(shared.files.get('甲局/问题清单.xlsx')!.length).toBeGreaterThan(1000)
  // The new ones are ours again.
  expect(await run('三')).toBe(0)
})

test('a disk that fails half way: no manifest, so nothing half-written is called done', async () => {
  const shared = disk()
  const failing = { ...shared, write: async (path: string, bytes: Uint8Array) => (path.endsWith('.docx') ? Promise.reject(new Error('full')) : shared.write(path, bytes)) }
  await expect(writeUnitFiles({ ...base, issues: [issue(1)] }, () => changedOnly(failing))).rejects.toThrow('full')
  expect(shared.files.has('manifest.json')).toBe(false)
})

test('an update that fails half way takes the manifest away; the next one knows its own files', async () => {
  const shared = disk()
  const write = (of: Parameters<typeof changedOnly>[0], description: string) => {
    const sink = changedOnly(of)
    return writeUnitFiles({ ...base, issues: [issue(1, { description })] }, () => sink).then(() => sink.counts)
  }
  await write(shared, '一')
  const failing = { ...shared, write: async (path: string, bytes: Uint8Array) => (path.endsWith('.docx') ? Promise.reject(new Error('full')) : shared.write(path, bytes)) }
  await expect(write(failing, '二')).rejects.toThrow('full')
  expect([shared.files.has('manifest.json'), shared.files.has('manifest.unfinished.json')]).toEqual([false, true])
  expect(await write(shared, '二')).toMatchObject({ kept: 0 })
  expect([shared.files.has('manifest.json'), shared.files.has('manifest.unfinished.json')]).toEqual([true, false])
})

test('work goes ahead of what is written, in order, never too far', async () => {
  let running = 0
  let most = 0
  const work = async (n: number) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((done) => setImmediate(done))
    running -= 1
    if (n === 7) throw new Error('seven')
    return n * 2
  }
  const seen: number[] = []
  await expect((async () => {
    for await (const result of ahead([...Array(10).keys()], 3, work)) seen.push(result)
  })()).rejects.toThrow('seven')
  expect(seen).toEqual([0, 2, 4, 6, 8, 10, 12])
  expect(most).toBeLessThanOrEqual(3)
  expect(most).toBeGreaterThan(1)
})
