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
  }
}

const documents = unitDocuments({ content: { sheet: true, notice: true, page: true }, period: '2026-W47', periodWords: '2026年第47周', day: '2026-11-21', reader: '何青', thumbs: async () => null })
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
  expect(await run(issues)).toEqual({ written: 10, unchanged: 0 })
  expect(await run(issues)).toEqual({ written: 0, unchanged: 10 })
  const changed = await run([issues[0]!, { ...issues[1]!, description: '别的', updatedAt: '2026-11-20T00:00:00Z' }])
  expect(shared.written.sort()).toEqual(['manifest.json', '乙局/问题清单.csv', '乙局/问题清单.html', '乙局/问题清单.xlsx', '乙局/整改通知单.docx'].sort())
  expect(changed).toEqual({ written: 5, unchanged: 5 })
  expect(shared.files.has('甲局/我们的备忘.txt')).toBe(true)
})

test('a disk that fails half way: no manifest, so nothing half-written is called done', async () => {
  const shared = disk()
  const failing = { ...shared, write: async (path: string, bytes: Uint8Array) => (path.endsWith('.docx') ? Promise.reject(new Error('full')) : shared.write(path, bytes)) }
  await expect(writeUnitFiles({ ...base, issues: [issue(1)] }, () => changedOnly(failing))).rejects.toThrow('full')
  expect(shared.files.has('manifest.json')).toBe(false)
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
