import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Issue } from '../../utils/types/issue.ts'
import { createCountyServer } from '../sites/server.ts'
import { changeIssue, openExports, recordSome, told } from './kit/exporting.ts'
import { session } from './kit/session.ts'

/**
 * 导出到文件夹 into a real folder: the browser's own file system, since a folder dialogue cannot be answered in headless.
 * Only the dialogue is replaced.
 */
const { running, person } = await session(await createCountyServer())
let desk: Page
let issues: Issue[]

beforeAll(async () => {
  await recordSome(person)
  issues = (await person.issues()).toSorted((a, b) => a.number - b.number)
  await running.context.addInitScript(() => {
    const picker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘', { create: true })
    Object.assign(globalThis, { showDirectoryPicker: picker })
  })
  desk = await openExports(person)
}, 180_000)

/** Size of every file in the folder, and when it was written. */
const listed = (page: Page) =>
  page.evaluate(async () => {
    const all: Record<string, { size: number; at: number }> = {}
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`)
        else {
          const file = await (handle as FileSystemFileHandle).getFile()
          all[path + name] = { size: file.size, at: file.lastModified }
        }
      }
    }
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘', { create: true }), '')
    return all
  })

/** Clicks, and waits until it is said how it went. */
async function update(button: RegExp | string): Promise<string> {
  await desk.getByRole('button', { name: button }).click()
  await desk.locator('.export-told .done, .export-told .problem').waitFor()
  return told(desk)
}

/** Makes writing fail or hang from the nth file on. */
const spoil = (page: Page, from: number, how: 'full' | 'hangs') =>
  page.evaluate(
    ([from, how]) => {
      let count = 0
      const real = FileSystemFileHandle.prototype.createWritable
      FileSystemFileHandle.prototype.createWritable = async function (...args) {
        count += 1
        if (count >= from && how === 'hangs') {
          Object.assign(globalThis, { hangs: true })
          return new Promise(() => undefined)
        }
        const stream = await real.apply(this, args)
        if (count >= from) stream.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
        return stream
      }
    },
    [from, how] as const,
  )

const again = '更新文件夹“共享盘”'

test('all at first, nothing the second time, one unit after one change', async () => {
  expect(await update('导出到文件夹…')).toContain('文件夹“共享盘”已更新')
  const first = await listed(desk)
  const units = [...new Set(issues.map(({ unitName }) => unitName))]
  for (const unit of units) for (const name of ['问题清单.csv', '问题清单.xlsx', '整改通知单.docx']) expect(first[`${unit}/${name}`]?.size).toBeGreaterThan(100)
  for (const { unitName, number } of issues) expect(first[`${unitName}/截图/${number}-1.png`]?.size).toBeGreaterThan(1000)
  expect(first['manifest.json']).toBeDefined()

  expect(await update(again)).toContain(`写入 0 个文件，${Object.keys(first).length} 个没有变化`)
  expect(await listed(desk)).toEqual(first)

  const [one] = issues
  await changeIssue(desk, one!.id, { description: '导航里的栏目点开没有内容', updatedAt: new Date().toISOString() })
  desk = await openExports(person)
  await update(again)
  const second = await listed(desk)
  const changed = Object.keys(second).filter((path) => second[path]!.at !== first[path]?.at)
  expect(changed.sort()).toEqual(['manifest.json', ...['问题清单.csv', '问题清单.xlsx', '整改通知单.docx'].map((name) => `${one!.unitName}/${name}`)].sort())
})

test('a list that the unit filled in on the shared drive is kept', async () => {
  const [{ unitName, id }] = issues as [Issue]
  await desk.evaluate(async (unit) => {
    const folder = await (await (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘')).getDirectoryHandle(unit)
    const stream = await (await folder.getFileHandle('问题清单.xlsx')).createWritable()
    await stream.write('filled in by the unit')
    await stream.close()
  }, unitName)
  await changeIssue(desk, id, { description: '栏目点开没有内容', updatedAt: new Date().toISOString() })
  expect(await update(again)).toContain('有 1 个文件导出后被别人改过')
  const kept = Object.entries(await listed(desk)).filter(([path]) => path.includes('改动过'))
  expect(kept).toEqual([[expect.stringMatching(new RegExp(`^${unitName}/问题清单（改动过 [0-9a-f]{6}）\\.xlsx$`)), expect.objectContaining({ size: 21 })]])
})

test('a full disk: a plain sentence, nothing half-written is called done, and the next time makes it whole', async () => {
  await changeIssue(desk, issues[0]!.id, { description: '点开没有内容', updatedAt: new Date().toISOString() })
  const before = await listed(desk)
  // The first that is written is the old manifest, put away.
  await spoil(desk, 3, 'full')
  expect(await update(again)).toMatch(/磁盘|空间/)
  const half = await listed(desk)
  expect(half['manifest.json']).toBeUndefined()
  // What was there stands whole.
  for (const path of Object.keys(before)) if (path !== 'manifest.json') expect(half[path]?.size, path).toBeGreaterThan(0)
  desk = await openExports(person)
  expect(await update(again)).toContain('已更新')
  expect((await listed(desk))['manifest.json']).toBeDefined()
})

test('a window closed half way: no manifest, no half file; the next window finishes', async () => {
  for (const { id } of issues) await changeIssue(desk, id, { note: '请尽快处理', updatedAt: new Date().toISOString() })
  const other = await running.context.newPage()
  await other.goto(running.own('ledger.html#/export'))
  await other.getByRole('button', { name: again }).waitFor()
  await spoil(other, 4, 'hangs')
  await other.getByRole('button', { name: again }).click()
  await other.waitForFunction(() => 'hangs' in globalThis)
  await other.getByRole('progressbar', { name: '导出进度' }).waitFor()
  await other.close()
  const half = await listed(desk)
  expect(half['manifest.json']).toBeUndefined()
  expect(Object.values(half).every(({ size }) => size > 0)).toBe(true)
  desk = await openExports(person)
  expect(await update(again)).toContain('已更新')
  const whole = await listed(desk)
  expect([whole['manifest.json'] !== undefined, whole['manifest.unfinished.json']]).toEqual([true, undefined])
})
