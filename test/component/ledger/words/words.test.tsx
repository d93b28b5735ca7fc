import { describe, expect, test } from 'vitest'
import { IgnoredPhrases } from '../../../../components/ledger/words/IgnoredPhrases.tsx'
import { OwnWords, type OwnWordsProps } from '../../../../components/ledger/words/OwnWords.tsx'
import { WordPacks, type PackRow } from '../../../../components/ledger/words/WordPacks.tsx'
import type { OwnWord } from '../../../../utils/types/own-word.ts'
import { fireEvent, render, screen, vi, within } from '../../kit.tsx'

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const submit = (within: Element) => fireEvent.submit(within.querySelector('form') as Element)

describe('WordPacks', () => {
  const rule = (id: string, on: boolean) => ({ id, severity: 'general' as const, says: '“{quote}”应为“{right}”。', basis: '某某通知', on })
  const PACKS: PackRow[] = [
    { id: 'forms', name: '格式', version: '1.2.0', date: '2026-11-20', reviewBy: '2027-03-31', source: '国家标准', on: true, rules: [rule('forms/a', true), rule('forms/b', false)] },
    { id: 'laws', name: '法律', version: '1.0.0', date: '2026-11-20', reviewBy: null, source: '', on: false, rules: [rule('laws/a', true)] },
  ]
  const open = (broken: { rule: string; why: string }[] = []) => {
    const told = { onPack: vi.fn(), onRule: vi.fn() }
    return { ...render(<WordPacks packs={PACKS} broken={broken} {...told} />), told }
  }
  const isOn = (name: string) => screen.getByRole('switch', { name, hidden: true }).getAttribute('aria-checked')

  test('each pack says what it is and has its switch', () => {
    const { told, container } = open()
    expect(container.querySelector('.pack p')?.textContent).toBe('版本 1.2.0，2026-11-20 更新，2 条规则来源：国家标准请在 2027-03-31 前复核')
    expect(['格式', '法律'].map(isOn)).toEqual(['true', 'false'])
    fireEvent.click(screen.getByRole('switch', { name: '法律' }))
    expect(told.onPack).toHaveBeenCalledExactlyOnceWith('laws', true)
  })

  test('behind it its rules, each with what it flags, its basis and its switch', () => {
    const { told } = open()
    const rules = screen.getByRole('list', { name: '“格式”的规则', hidden: true })
    expect(within(rules).getAllByRole('listitem', { hidden: true }).map((one) => one.textContent)).toEqual([
      'forms/a一般“…”应为“…”。依据：某某通知', 'forms/b一般“…”应为“…”。依据：某某通知',
    ])
    expect(['forms/a', 'forms/b'].map(isOn)).toEqual(['true', 'false'])
    fireEvent.click(screen.getByRole('switch', { name: 'forms/b', hidden: true }))
    expect(told.onRule).toHaveBeenCalledExactlyOnceWith('forms/b', true)
    expect(screen.getByText(/已关闭 1 条/)).toBeTruthy()
  })

  test('rules of a pack that is off cannot be switched', () => {
    open()
    expect((screen.getByRole('switch', { name: 'laws/a', hidden: true }) as HTMLButtonElement).disabled).toBe(true)
  })

  test('a broken rule is named', () => {
    open([{ rule: 'forms/x', why: 'says: missing' }])
    expect(screen.getByRole('alert').textContent).toContain('forms/x：says: missing')
  })
})

describe('IgnoredPhrases', () => {
  test('added without the space around it, and taken back', () => {
    const told = { onAdd: vi.fn(), onRemove: vi.fn() }
    const { container } = render(<IgnoredPhrases phrases={['大数局']} {...told} />)
    submit(container)
    expect(told.onAdd).not.toHaveBeenCalled()
    type('要忽略的词', ' 帐户 ')
    submit(container)
    expect(told.onAdd).toHaveBeenCalledExactlyOnceWith('帐户')
    expect((screen.getByLabelText('要忽略的词') as HTMLInputElement).value).toBe('')
    fireEvent.click(screen.getByRole('button', { name: '移除：大数局' }))
    expect(told.onRemove).toHaveBeenCalledExactlyOnceWith('大数局')
  })

  test('empty', () => {
    render(<IgnoredPhrases phrases={[]} onAdd={vi.fn()} onRemove={vi.fn()} />)
    expect(screen.getByText('还没有忽略的词。')).toBeTruthy()
  })
})

describe('OwnWords', () => {
  const WORD: OwnWord = { id: '1', wrong: '青何县', right: '青禾县', severity: 'serious', note: '县名' }
  const open = (change: Partial<OwnWordsProps> = {}) => {
    const told = {
      onSwitch: vi.fn(), onSearch: vi.fn(), onFile: vi.fn(), onImport: vi.fn(), onCancelImport: vi.fn(), onTemplate: vi.fn(),
      onExport: vi.fn(), onAdd: vi.fn(), onDelete: vi.fn(), onClear: vi.fn(),
    }
    return { ...render(<OwnWords on total={0} matching={0} words={[]} search="" preview={null} busy={null} problem={null} {...told} {...change} />), told }
  }
  const preview = { fileName: 'a.csv', encoding: 'GBK', added: 99_998, changed: 0, unchanged: 0, problems: [{ line: 3, says: { key: 'words.bad.same' } }] }

  test('empty: how to begin, nothing to export or delete', () => {
    const { told } = open()
    expect(screen.getByText('还没有自有词')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '导出' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '下载模板' }))
    expect(told.onTemplate).toHaveBeenCalledOnce()
  })

  test('a file is looked at with its bad lines before it is imported', () => {
    const { told } = open({ preview })
    expect(screen.getByText('编码 GBK：新增 99,998 个，修改 0 个，不变 0 个')).toBeTruthy()
    expect(screen.getByText('第 3 行').parentElement?.textContent).toBe('第 3 行“错误”和“正确”一样')
    fireEvent.click(screen.getByRole('button', { name: '确认导入' }))
    expect(told.onImport).toHaveBeenCalledOnce()
  })

  test('100,000 bad lines are cut and counted; nothing to import is not imported', () => {
    const problems = Array.from({ length: 100_000 }, (_, n) => ({ line: n + 1, says: { key: 'words.bad.twice' } }))
    const { container } = open({ preview: { ...preview, added: 0, problems } })
    expect(container.querySelectorAll('.lines li')).toHaveLength(201)
    expect(screen.getByText('还有 99,800 行未列出')).toBeTruthy()
    expect((screen.getByRole('button', { name: '确认导入' }) as HTMLButtonElement).disabled).toBe(true)
  })

  test('a word added by hand; the next one starts with its severity', () => {
    const { told, container } = open()
    type('错误', ' 青何县')
    type('正确', '青禾县')
    fireEvent.change(screen.getByLabelText('级别'), { target: { value: 'serious' } })
    submit(container)
    expect(told.onAdd).toHaveBeenCalledExactlyOnceWith({ wrong: '青何县', right: '青禾县', severity: 'serious', note: '' })
    expect(['错误', '级别'].map((label) => (screen.getByLabelText(label) as HTMLInputElement).value)).toEqual(['', 'serious'])
  })

  test('the list: searched, cut and counted, deleted one by one or, asked twice, as a whole', () => {
    const { told } = open({ total: 5000, matching: 300, words: [WORD], search: '青' })
    expect(screen.getByRole('row', { name: /青何县/ }).textContent).toBe('青何县青禾县严重县名删除')
    expect(screen.getByText('显示 1 个，共 300 个')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '删除：青何县' }))
    expect(told.onDelete).toHaveBeenCalledExactlyOnceWith(WORD)
    fireEvent.click(screen.getByRole('button', { name: '全部删除' }))
    expect(told.onClear).not.toHaveBeenCalled()
    fireEvent.click(within(screen.getByRole('group', { name: '删除全部 5,000 个词？' })).getByRole('button', { name: '全部删除' }))
    expect(told.onClear).toHaveBeenCalledOnce()
  })

  test('the whole list has a switch', () => {
    const { told } = open({ total: 1, matching: 1, words: [WORD], on: false })
    fireEvent.click(screen.getByRole('switch', { name: '使用自有词库' }))
    expect(told.onSwitch).toHaveBeenCalledExactlyOnceWith(true)
  })
})
