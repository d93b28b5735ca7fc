import { describe, expect, test } from 'vitest'
import { LedgerBroken } from '../../../../components/ledger/LedgerBroken.tsx'
import { AddSite } from '../../../../components/ledger/settings/AddSite.tsx'
import { ArchiveBox, type ArchiveBoxProps } from '../../../../components/ledger/settings/ArchiveBox.tsx'
import { DeleteAll } from '../../../../components/ledger/settings/DeleteAll.tsx'
import { IgnoreList } from '../../../../components/ledger/settings/IgnoreList.tsx'
import { RestoreBox, type RestoreBoxProps } from '../../../../components/ledger/settings/RestoreBox.tsx'
import { StorageUsed, type StorageUsedProps } from '../../../../components/ledger/settings/StorageUsed.tsx'
import { VetoLimitSettings } from '../../../../components/ledger/settings/VetoLimitSettings.tsx'
import { IDLE } from '../../../../components/ledger/settings/work.ts'
import { SpaceNote } from '../../../../components/ledger/SpaceNote.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const GB = 1024 ** 3

describe('存储空间', () => {
  const open = (change: Partial<StorageUsedProps> = {}) => {
    const told = { onKeep: vi.fn(), onThin: vi.fn() }
    render(<StorageUsed estimate={{ used: 8 * GB, quota: 10 * GB }} level="warn" use={[{ kind: 'issues', count: 1234, bytes: 2048 }]} persisted={false} old={{ count: 0, days: 30 }} {...told} {...change} />)
    return told
  }

  test('used, left, and what takes it', () => {
    open()
    expect(screen.getByText('已用 8.0 GB，上限 10 GB，还剩 2.0 GB', { exact: false })).toBeTruthy()
    expect(screen.getByText('存储空间已用 80%', { exact: false })).toBeTruthy()
    expect(screen.getByRole('row', { name: /问题和历史.*1,234.*2 KB/ })).toBeTruthy()
  })

  test('a browser that says nothing is no error', () => {
    open({ estimate: null, level: 'ok' })
    expect(screen.getByText('浏览器没有说明可用的空间', { exact: false })).toBeTruthy()
  })

  test('asks the browser to keep it, and clears what is old, only where there is something to do', () => {
    const told = open({ old: { count: 40, days: 30 } })
    click('请浏览器一直保存')
    click('清理旧的链接结论')
    expect([told.onKeep.mock.calls.length, told.onThin.mock.calls.length]).toEqual([1, 1])
  })

  test('nothing is asked of a browser that keeps it', () => {
    open({ persisted: true })
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})

describe('恢复', () => {
  const open = (change: Partial<RestoreBoxProps> = {}) => {
    const told = { onFile: vi.fn(), onRestore: vi.fn(), onLeave: vi.fn(), onCancel: vi.fn() }
    const rows = [{ name: 'issues', inFile: 7, here: 12 }, { name: 'shots', inFile: 6, here: 11 }]
    const { container } = render(<RestoreBox preview={{ kind: 'backup', madeAt: '2026-11-20T01:35:00Z', missing: 2, rows }} work={IDLE} {...told} {...change} />)
    return { ...told, container }
  }

  test('says what is in the file before anything happens; replacing asks once more', () => {
    const told = open()
    expect(screen.getByText('备份文件，写于 2026-11-20 09:35')).toBeTruthy()
    expect(screen.getByRole('row', { name: '问题 7 12' })).toBeTruthy()
    expect(screen.getByText('写出这个文件时已有 2 张截图损坏或丢失', { exact: false })).toBeTruthy()
    click('替换现在的台账')
    expect(told.onRestore).not.toHaveBeenCalled()
    expect(screen.getByRole('group', { name: /现在的 12 条问题和全部设置会被文件里的内容替换/ })).toBeTruthy()
    click('替换现在的台账')
    expect(told.onRestore).toHaveBeenCalledExactlyOnceWith('replace')
  })

  test('an archive is only added', () => {
    const told = open({ preview: { kind: 'archive', madeAt: '2026-11-20T01:35:00Z', missing: 0, rows: [] } })
    expect(screen.queryByRole('button', { name: '替换现在的台账' })).toBeNull()
    click('只补充没有的')
    expect(told.onRestore).toHaveBeenCalledExactlyOnceWith('add')
  })

  test('while it runs: how far, and the way out; no other file meanwhile', () => {
    const told = open({ work: { ...IDLE, progress: { stage: 'check', done: 3, total: 9 } } })
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('3')
    expect((screen.getByRole('button', { name: '选取备份或归档文件' }) as HTMLButtonElement).disabled).toBe(true)
    click('取消')
    expect(told.onCancel).toHaveBeenCalledOnce()
  })

  test('the swap itself cannot be cancelled', () => {
    open({ preview: null, work: { ...IDLE, progress: { stage: 'swap', done: 0, total: 1 } } })
    expect(screen.queryByRole('button', { name: '取消' })).toBeNull()
  })

  test('a refused file is told aloud', () => {
    open({ preview: null, work: { ...IDLE, problem: { key: 'storage.refused.cut' } } })
    expect(screen.getByRole('alert').textContent).toContain('末尾缺了一截')
  })
})

describe('归档', () => {
  const open = (change: Partial<ArchiveBoxProps> = {}) => {
    const told = { onBefore: vi.fn(), onWrite: vi.fn(), onFile: vi.fn(), onRemove: vi.fn(), onCancel: vi.fn() }
    const weeks = [{ week: '2026-W20', ended: 3, waiting: 0 }, { week: '2026-W21', ended: 4, waiting: 2 }, { week: '2026-W22', ended: 5, waiting: 0 }]
    render(<ArchiveBox before="2026-06-01" today="2026-11-20" weeks={weeks} checked={null} work={IDLE} {...told} {...change} />)
    return told
  }

  test('writes the weeks that are over, and names those that are not', () => {
    const told = open()
    expect(screen.getByText('可以归档 2 周，共 8 条问题（2026-W20 至 2026-W22）。')).toBeTruthy()
    expect(screen.getByText('2026-W21：2 条未办结')).toBeTruthy()
    click('第一步：写出归档文件')
    expect(told.onWrite).toHaveBeenCalledExactlyOnceWith(['2026-W20', '2026-W22'])
  })

  test('nothing to archive', () => {
    open({ weeks: [] })
    expect((screen.getByRole('button', { name: '第一步：写出归档文件' }) as HTMLButtonElement).disabled).toBe(true)
  })

  test('removes only after the file was read back, and asks once more', () => {
    const told = open({ checked: { issues: 8, changed: 1, unsent: 0 } })
    expect(screen.getByText('另有 1 条在写出之后改动过', { exact: false })).toBeTruthy()
    click('从台账移出')
    click('从台账移出')
    expect(told.onRemove).toHaveBeenCalledOnce()
  })

  test('what the team’s server lacks stays, and what to do is said', () => {
    open({ checked: { issues: 0, changed: 0, unsent: 2 } })
    expect(screen.getByText('另有 2 条还没有传到团队的服务器', { exact: false })).toBeTruthy()
    expect(screen.queryByText('没有可以移出的', { exact: false })).toBeNull()
    expect(screen.queryByRole('button', { name: '从台账移出' })).toBeNull()
  })

  test('a file whose issues are gone offers nothing', () => {
    open({ checked: { issues: 0, changed: 0, unsent: 0 } })
    expect(screen.queryByRole('button', { name: '从台账移出' })).toBeNull()
  })
})

describe('删除全部', () => {
  test('takes the word, typed', () => {
    const told = { onBackup: vi.fn(), onDelete: vi.fn() }
    render(<DeleteAll {...told} />)
    click('删除全部数据…')
    click('先备份')
    expect(told.onBackup).toHaveBeenCalledOnce()
    const field = screen.getByLabelText('请输入“全部删除”确认')
    fireEvent.input(field, { target: { value: '删除' } })
    expect((screen.getByRole('button', { name: '全部删除' }) as HTMLButtonElement).disabled).toBe(true)
    fireEvent.submit(field.closest('form') as Element)
    expect(told.onDelete).not.toHaveBeenCalled()
    fireEvent.input(field, { target: { value: ' 全部删除 ' } })
    click('全部删除')
    expect(told.onDelete).toHaveBeenCalledOnce()
  })

  test('Esc leaves', () => {
    render(<DeleteAll onBackup={vi.fn()} onDelete={vi.fn()} />)
    click('删除全部数据…')
    fireEvent.keyDown(screen.getByLabelText('请输入“全部删除”确认'), { key: 'Escape' })
    expect(screen.getByRole('button', { name: '删除全部数据…' })).toBeTruthy()
  })
})

describe('the line above every view', () => {
  test.each([
    ['nothing', { level: 'ok', percent: 3 }, null, ''],
    ['a backup that is due', { level: 'ok', percent: 3 }, { days: 20 }, '已有 20 天没有备份台账'],
    ['a ledger that was never backed up', null, { days: -1 }, '台账还没有备份过'],
    ['what fills up goes first', { level: 'warn', percent: 85 }, { days: 20 }, '存储空间已用 85%'],
    ['full', { level: 'full', percent: 99 }, null, '新记录的问题不再存截图'],
  ] as const)('%s', (_, space, due, says) => {
    const { container } = render(<SpaceNote space={space} backupDue={due} onLater={vi.fn()} />)
    expect(container.textContent).toContain(says)
    expect(container.textContent === '').toBe(says === '')
  })
})

test('a ledger that does not open says why, and offers what can be read', () => {
  const told = { onReload: vi.fn(), onExport: vi.fn(), onCancel: vi.fn() }
  render(<LedgerBroken trouble={{ kind: 'broken', says: { key: 'app.error.newer-ledger' }, detail: 'UnknownError' }} work={IDLE} {...told} />)
  expect(screen.getByText('浏览器的说明：UnknownError')).toBeTruthy()
  click('导出能读出的内容')
  expect(told.onExport).toHaveBeenCalledOnce()
})

test('a site is added by what was typed', () => {
  const onAdd = vi.fn()
  render(<AddSite onAdd={onAdd} />)
  const field = screen.getByLabelText('网址或域名')
  fireEvent.input(field, { target: { value: 'www.qinghe.example' } })
  click('添加')
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('www.qinghe.example')
})

test('veto limits: a warning never comes after its veto, and the way back is there for one’s own', () => {
  const onLimit = vi.fn()
  render(<VetoLimitSettings limits={[{ id: 'W-V4.3', name: '空白栏目', warnAt: 3, limit: 5, own: true }]} onLimit={onLimit} />)
  fireEvent.change(screen.getByLabelText('空白栏目 否决'), { target: { value: '2' } })
  fireEvent.change(screen.getByLabelText('空白栏目 预警'), { target: { value: '7' } })
  click('恢复默认')
  expect(onLimit.mock.calls).toEqual([['W-V4.3', { limit: 2, warnAt: 2 }], ['W-V4.3', { warnAt: 7, limit: 7 }], ['W-V4.3', null]])
})

test('the ignore list is searched by words, host and kind', () => {
  const row = (n: number, quote: string, where: string) => ({ id: String(n), scope: 'site' as const, check: 'links/dead', quote, where, at: '2026-11-20T01:35:00Z' })
  render(<IgnoreList ignores={[row(1, '截止目前', 'a.gov.cn'), row(2, '青何县', 'b.gov.cn')]} onUnignore={vi.fn()} />)
  fireEvent.input(screen.getByLabelText('搜索已忽略的疑点'), { target: { value: 'B.GOV 青何' } })
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByRole('status').textContent).toBe('显示 1 条，共 2 条')
})
