import { expect, test } from 'vitest'
import { IDLE } from '../../../components/ledger/settings/work.ts'
import { ExportPackage } from '../../../components/ledger/team/ExportPackage.tsx'
import { ClashList } from '../../../components/ledger/team/ClashList.tsx'
import { ImportPackage, type ImportPackageProps } from '../../../components/ledger/team/ImportPackage.tsx'
import { ServerForm } from '../../../components/ledger/team/ServerForm.tsx'
import { ServerFoundBox, type ServerFoundBoxProps } from '../../../components/ledger/team/ServerFoundBox.tsx'
import { ServerSettings } from '../../../components/ledger/team/ServerSettings.tsx'
import { ServerState, type ServerStateProps } from '../../../components/ledger/team/ServerState.tsx'
import { syncAdvice, syncWords } from '../../../components/shared/SyncLine.tsx'
import type { SyncSeen } from '../../../utils/types/team-server.ts'
import { fireEvent, render, screen, vi } from '../kit.tsx'
import { FOUND, NEW, PREVIEW, SEEN, UNITS } from '../team-samples.ts'

const said = (change: Partial<SyncSeen>) => syncWords({ ...SEEN, ...change }, '2026-11-20')

test.each<[string, Partial<SyncSeen>]>([
  ['已同步 09:35', {}],
  ['已同步 11-19 09:35', { syncedAt: '2026-11-19T01:35:00Z' }],
  ['正在第一次同步…', { syncedAt: '' }],
  ['正在取回 400 / 50,000', { progress: { done: 400, total: 50_000 } }],
  ['1,234 条待传', { state: 'pending', pending: 1234 }],
  ['离线', { state: 'offline' }],
  ['离线，3 条待传', { state: 'offline', pending: 3 }],
  ['有冲突 2 处', { state: 'clash', clashes: 2 }],
  ['同步出错', { state: 'error' }],
  ['已同步 09:35，2 条未收下', { notTaken: ['1', '2'].map((id) => ({ id: `issue:${id}` as const, says: { key: 'team.couch.notTaken.lead' } })) }],
  ['', { state: 'alone' }],
])('the state line: %s', (words, change) => expect(said(change)).toBe(words))

test.each<[string, Partial<SyncSeen>]>([
  ['', {}],
  ['', { state: 'pending', pending: 3 }],
  ['', { state: 'error', says: { key: 'sync.failure.auth' }, progress: { done: 1, total: 2 } }],
  ['', { state: 'alone', says: { key: 'sync.failure.auth' } }],
  ['服务器不认这个用户名或密码。请在“团队”里重新填写', { state: 'error', says: { key: 'sync.failure.auth' } }],
  ['两个人改了同一项。点这里到“团队”，选哪一个算数', { state: 'clash', clashes: 2 }],
  ['有 1 条服务器没有收下，留在本机。点这里到“团队”看原因', { notTaken: [{ id: 'issue:1', says: { key: 'team.couch.notTaken.lead' } }] }],
])('what to do about it: %s', (words, change) => expect(syncAdvice({ ...SEEN, ...change })).toBe(words))

test('what was entered is handed over in the click itself', () => {
  const connect = vi.fn()
  render(<ServerForm busy={false} problem={{ key: 'sync.failure.auth' }} onConnect={connect} />)
  for (const [label, value] of [['服务器地址', 'http://192.168.1.8:5984'], ['数据库名', 'duwang-2026'], ['用户名', 'wang'], ['密码', 'Mima']] as const) fireEvent.input(screen.getByLabelText(label), { target: { value } })
  expect(screen.getByLabelText('密码').getAttribute('type')).toBe('password')
  expect(screen.getByRole('alert').textContent).toContain('不认这个用户名或密码')
  fireEvent.submit(screen.getByRole('form', { name: '服务器' }))
  expect(connect).toHaveBeenCalledExactlyOnceWith({ server: 'http://192.168.1.8:5984', database: 'duwang-2026', user: 'wang', password: 'Mima' })
})

function found(change: Partial<ServerFoundBoxProps>) {
  const told = { onFound: vi.fn(), onJoin: vi.fn(), onBack: vi.fn() }
  return { ...render(<ServerFoundBox database="duwang-2026" found={NEW} name="2026年读网" units={[]} busy={false} problem={null} {...told} {...change} />), told }
}

test('no database yet: it is made with a name', () => {
  const { told } = found({})
  expect(screen.getByText('连上了服务器，还没有名为“duwang-2026”的数据库。')).toBeTruthy()
  // there are no units to choose from
  expect(screen.queryByText('取回哪些单位的问题')).toBeNull()
  fireEvent.input(screen.getByLabelText('团队名称'), { target: { value: ' 第四季度 ' } })
  fireEvent.submit(screen.getByRole('form', { name: '新建团队库' }))
  expect(told.onFound).toHaveBeenCalledExactlyOnceWith('第四季度', { unitIds: null, pictures: 'demand' })
})

test('a team to join: who is there, what comes; an account that may only read is told', () => {
  const { told, container } = found({ found: FOUND })
  expect(container.textContent).toContain('已有 3 台电脑加入：王小青（A）、李禾（C）、D')
  expect(container.textContent).toContain('这个账号是只读的')
  fireEvent.click(screen.getByLabelText('只要选定的单位', { exact: false }))
  fireEvent.click(screen.getByLabelText(UNITS[1]!.name))
  fireEvent.click(screen.getByLabelText('全部取回'))
  fireEvent.submit(screen.getByRole('form', { name: '加入' }))
  expect(told.onJoin).toHaveBeenCalledExactlyOnceWith({ unitIds: [null, 'u1'], pictures: 'all' })
})

function state(change: Partial<ServerStateProps['seen']>) {
  const told = { onSync: vi.fn(), onAccept: vi.fn(), onAdmit: vi.fn(), onLeave: vi.fn() }
  return { ...render(<ServerState seen={{ ...SEEN, ...change }} user="wang" today="2026-11-20" busy={false} {...told} />), told }
}

test('joined: where, as who, with which letters; leaving asks once more', () => {
  const { told, container } = state({})
  expect(container.textContent).toContain('wang（组员）')
  expect(container.textContent).toContain('B1、B2…')
  fireEvent.click(screen.getByRole('button', { name: '立即同步' }))
  expect(told.onSync).toHaveBeenCalledOnce()
  fireEvent.click(screen.getByRole('button', { name: '退出团队' }))
  expect(told.onLeave).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '退出团队' }))
  expect(told.onLeave).toHaveBeenCalledOnce()
})

test.each([['wiped', '用本机内容重建'], ['moved', '继续使用'], ['swapped', '加入这个团队']] as const)('another server (%s): explained, and a person decides', (change, button) => {
  const { told, container } = state({ state: 'error', change, says: { key: `sync.change.${change}`, params: { space: '读网' } } })
  expect(container.textContent).toContain('“读网”')
  fireEvent.click(screen.getByRole('button', { name: button }))
  expect(told.onAccept).toHaveBeenCalledOnce()
})

test('the browser lets us ask no more: said, and asked for again by a click', () => {
  const { told, container } = state({ state: 'error', says: { key: 'sync.failure.unpermitted', params: { status: 0 } } })
  expect(container.textContent).toContain('浏览器不再允许访问这台服务器')
  fireEvent.click(screen.getByRole('button', { name: '允许访问' }))
  expect(told.onAdmit).toHaveBeenCalledOnce()
})

test('written by a newer version: nothing to decide; who has updated looks again', () => {
  state({ state: 'error', change: 'newer', says: { key: 'sync.change.newer', params: { space: '读网' } } })
  expect(screen.getAllByRole('button').filter((button) => !(button as HTMLButtonElement).disabled).map(({ textContent }) => textContent)).toEqual(['立即同步', '退出团队'])
})

test('what the server did not take is told once a reason', () => {
  state({ notTaken: ['a', 'b'].map((id) => ({ id, says: { key: 'team.couch.notTaken.lead' } })) })
  expect(screen.getAllByText('只有组长可以改这一项', { exact: false })).toHaveLength(1)
})

test('an empty password keeps the old one; nothing is offered where nothing changed', () => {
  const told = { onScope: vi.fn(), onAccount: vi.fn() }
  render(<ServerSettings user="wang" scope={{ unitIds: null, pictures: 'demand' }} units={UNITS} busy={false} {...told} />)
  const [save, check] = ['保存', '核对并保存'].map((name) => screen.getByRole('button', { name, hidden: true }) as HTMLButtonElement)
  expect([save!.disabled, check!.disabled]).toEqual([true, true])
  fireEvent.click(screen.getByLabelText('全部取回'))
  fireEvent.click(save!)
  fireEvent.input(screen.getByLabelText('用户名'), { target: { value: 'li' } })
  fireEvent.click(check!)
  expect(told.onScope).toHaveBeenCalledExactlyOnceWith({ unitIds: null, pictures: 'all' })
  expect(told.onAccount).toHaveBeenCalledExactlyOnceWith({ user: 'li', password: '' })
})

test('wrong clocks and issues that came back are said', () => {
  const { container } = render(<ClashList clashes={[]} skews={[{ who: '李禾', days: 31 }, { who: '', days: 2 }]} returned={[{ id: '3', number: 'C3', description: '附件打不开' }]} onSettle={vi.fn()} />)
  expect(container.textContent).toContain('李禾：快约 31 天')
  expect(container.textContent).toContain('一台还不知道名字的电脑：快约 2 天')
  expect(screen.getByRole('link', { name: '第 C3 号' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '查看疑似重复的问题' }).getAttribute('href')).toBe('#/issues?flag=duplicate')
})

test('a package of what changed since the last one, or since a day', () => {
  const write = vi.fn()
  render(<ExportPackage today="2026-11-20" last="2026-11-18T01:35:00Z" units={[]} work={IDLE} onExport={write} onCancel={vi.fn()} />)
  const go = () => fireEvent.click(screen.getByRole('button', { name: '导出交换包' }))
  fireEvent.click(screen.getByLabelText('自上次导出（2026-11-18 09:35）以来'))
  go()
  fireEvent.click(screen.getByLabelText('自选定的一天以来'))
  fireEvent.change(screen.getByLabelText('从哪一天起'), { target: { value: '2026-11-16' } })
  go()
  expect(write.mock.calls.map(([choice]) => (choice as { since: string }).since)).toEqual(['last', '2026-11-16'])
})

function importing(change: Partial<ImportPackageProps>) {
  const told = { onFile: vi.fn(), onPassword: vi.fn(), onTake: vi.fn(), onLeave: vi.fn(), onCancel: vi.fn() }
  return { ...render(<ImportPackage locked={false} preview={null} work={IDLE} {...told} {...change} />), told }
}

test('before a package is taken in: what it adds, changes, brings back, and where it clashes', () => {
  const { told, container } = importing({ preview: { by: '李禾', madeAt: '2026-11-20T01:35:00Z', what: PREVIEW } })
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent)
  expect(rows).toEqual(['类别新增更新', '问题124', '历史、底册和其他331', `${UNITS[2]!.name}94`, '单位未定30'])
  for (const words of ['由 李禾 写于 2026-11-20 09:35', '带来截图和网页 14 个，缺 2 个', '会有 1 条问题冲突', '有 1 条删除过的问题', '时钟快了一天以上', '有 1 项来自更新的版本']) expect(container.textContent).toContain(words)
  fireEvent.click(screen.getByRole('button', { name: '不导入' }))
  expect([told.onLeave.mock.calls.length, told.onTake.mock.calls.length]).toEqual([1, 0])
  fireEvent.click(screen.getByRole('button', { name: '合并到台账' }))
  expect(told.onTake).toHaveBeenCalledOnce()
})

test('before a package is taken in: that another PC goes by our id, or that two others go by one', () => {
  const shown = (change: Partial<typeof PREVIEW>) => {
    const { container, unmount } = importing({ preview: { by: '李禾', madeAt: '2026-11-20T01:35:00Z', what: { ...PREVIEW, ...change } } })
    const words = container.textContent!
    unmount()
    return words
  }
  const [ours, theirs] = ['另一台电脑和本机用着同一个身份', '写出这个包的电脑和另一台用着同一个身份']
  for (const [change, says] of [[{}, []], [{ twin: 'abcdefgh' }, [ours]], [{ copied: true }, [theirs]]] as const) {
    const words = shown(change)
    expect([ours, theirs].filter((one) => words.includes(one))).toEqual(says)
  }
})

test('a package with a password asks for it; while it is checked nothing can be taken in', () => {
  const { told, rerender } = importing({ locked: true })
  fireEvent.input(screen.getByLabelText('这个包有密码'), { target: { value: '青禾县十二月' } })
  fireEvent.click(screen.getByRole('button', { name: '打开' }))
  expect(told.onPassword).toHaveBeenCalledExactlyOnceWith('青禾县十二月')
  rerender(<ImportPackage locked={false} preview={{ by: '', madeAt: '2026-11-20T01:35:00Z', what: PREVIEW }} work={{ ...IDLE, progress: { stage: 'check', done: 1, total: 2 } }} {...told} />)
  expect(screen.queryByRole('button', { name: '合并到台账' })).toBeNull()
  expect(screen.getByRole('progressbar')).toBeTruthy()
})
