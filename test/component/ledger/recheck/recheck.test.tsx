import { describe, expect, test } from 'vitest'
import { RecheckLine } from '../../../../components/ledger/recheck/RecheckLine.tsx'
import { RecheckOne } from '../../../../components/ledger/recheck/RecheckOne.tsx'
import { RecheckProgress } from '../../../../components/ledger/recheck/RecheckProgress.tsx'
import { RecheckResults, type RecheckResultsProps } from '../../../../components/ledger/recheck/RecheckResults.tsx'
import { RecheckStart, type RecheckStartProps } from '../../../../components/ledger/recheck/RecheckStart.tsx'
import { RECHECK_STATES, type RecheckJob } from '../../../../utils/types/recheck.ts'
import { fireEvent, render, screen, vi } from '../../kit.tsx'
import { COUNTS, JOB, ROWS } from '../../recheck-samples.ts'
import { WEEK } from '../../round-samples.ts'
import { UNITS } from '../../samples.ts'

const names = () => screen.queryAllByRole('button').map((button) => button.textContent)

describe('choosing what to look at again', () => {
  const draw = (change: Partial<RecheckStartProps> = {}) => {
    const [onChoice, onStart] = [vi.fn(), vi.fn()]
    const props: RecheckStartProps = { choice: { scope: 'due', unitId: '', roundId: '' }, named: 0, units: UNITS, rounds: [WEEK], issues: 12, captureAllowed: true, onChoice, onStart, ...change }
    render(<RecheckStart {...props} />)
    return { onChoice, onStart }
  }
  const scopes = () => screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent)
  const begin = () => screen.getByText<HTMLButtonElement>('开始复查')

  test.each([
    [0, ['本周到期（含已超期）', '一轮里未销号的全部', '一个单位未销号的', '已销号的（看有没有反弹）']],
    [1, ['一条问题', '本周到期（含已超期）', '一轮里未销号的全部', '一个单位未销号的', '已销号的（看有没有反弹）']],
    [7, ['在列表里选中的', '本周到期（含已超期）', '一轮里未销号的全部', '一个单位未销号的', '已销号的（看有没有反弹）']],
  ])('%i issues named from elsewhere', (named, expected) => {
    draw({ named })
    expect(scopes()).toEqual(expected)
  })

  test('another scope, unit and round are told with the rest of the choice', () => {
    const { onChoice } = draw({ choice: { scope: 'unit', unitId: 'u1', roundId: '' } })
    fireEvent.click(screen.getByLabelText('已销号的（看有没有反弹）'))
    fireEvent.change(screen.getByLabelText('单位'), { target: { value: 'u3' } })
    expect(onChoice.mock.calls).toEqual([[{ scope: 'closed', unitId: 'u1', roundId: '' }], [{ scope: 'unit', unitId: 'u3', roundId: '' }]])
  })

  test.each(['open', 'closed'] as const)('%s asks for the round', (scope) => {
    const { onChoice } = draw({ choice: { scope, unitId: '', roundId: '' } })
    fireEvent.change(screen.getByLabelText('轮次'), { target: { value: WEEK.id } })
    expect(onChoice.mock.calls).toEqual([[{ scope, unitId: '', roundId: WEEK.id }]])
  })

  test.each([
    [null, true, '正在读取…'],
    [0, true, '这个范围里没有问题，不用复查。'],
    [1286, false, '1,286 条'],
  ])('%s issues: said, and started only where there are some', (issues, disabled, words) => {
    draw({ issues })
    expect(screen.getByRole('status').textContent).toBe(words)
    expect(begin().disabled).toBe(disabled)
  })

  test.each([
    ['wanted', true, false, true],
    ['not wanted', true, true, false],
    ['not allowed', false, false, false],
  ])('screenshots %s', (_, captureAllowed, untick, expected) => {
    const { onStart } = draw({ captureAllowed })
    if (untick) fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.submit(begin().closest('form')!)
    expect(onStart.mock.calls).toEqual([[expected]])
    expect(screen.queryByText('还没有允许截图，这次复查不拍新截图') !== null).toBe(!captureAllowed)
  })
})

describe('progress', () => {
  const draw = (change: Partial<RecheckJob>, done = 421) => {
    const called: string[] = []
    const call = (name: string) => () => void called.push(name)
    render(<RecheckProgress job={{ ...JOB, ...change }} done={done} onPause={call('pause')} onResume={call('resume')} onStop={call('stop')} onAgain={call('again')} />)
    return called
  }

  test.each([
    ['running', '正在复查：已看 421 条，共 1,286 条', ['暂停', '停止'], ['pause', 'stop']],
    ['paused', '已暂停：已看 421 条，共 1,286 条。已有的结果都存下了，随时可以接着做', ['继续', '停止'], ['resume', 'stop']],
    ['stopped', '已停止：看了 421 条，共 1,286 条', ['再做一次复查'], ['again']],
    ['done', '复查完成：共 1,286 条', ['再做一次复查'], ['again']],
  ] as const)('%s', (state, words, buttons, calls) => {
    const called = draw({ state })
    expect(screen.getByRole('status').textContent).toBe(words)
    expect(names()).toEqual(buttons)
    for (const button of screen.getAllByRole('button')) fireEvent.click(button)
    expect(called).toEqual(calls)
    const bar = screen.getByRole<HTMLProgressElement>('progressbar')
    expect([bar.value, bar.max]).toEqual([421, 1286])
    expect(RECHECK_STATES).toContain(state)
  })

  test('names the unit', () => {
    draw({ scope: 'unit', name: UNITS[1]!.name })
    expect(screen.getByText('一个单位未销号的 · 青禾县教育和体育局 · 2026-11-20 09:35 开始')).toBeTruthy()
  })
})

describe('results', () => {
  const draw = (change: Partial<RecheckResultsProps> = {}) => {
    const told: unknown[][] = []
    const tell = (name: string) => (...given: unknown[]) => void told.push([name, ...given])
    render(
      <RecheckResults
        counts={COUNTS} rows={ROWS} more={0} chosen={null} closable={[]} returnable={[]}
        onChoose={tell('choose')} onMore={tell('more')} onFollow={tell('follow')} onFollowAll={tell('all')} onOpenIssue={tell('issue')} onOpenPage={tell('page')} {...change}
      />,
    )
    return told
  }

  test('counts stand beside each result, and choose it', () => {
    const told = draw({ chosen: 'unreachable' })
    const choices = screen.getAllByRole('button').filter((one) => one.hasAttribute('aria-pressed'))
    expect(choices.map(({ textContent }) => textContent)).toEqual(['全部 1,286', '已整改 318', '未整改 902', '原文已变，请人工看 41', '页面打不开 12', '需人工 13'])
    expect(choices.filter((one) => one.getAttribute('aria-pressed') === 'true').map(({ textContent }) => textContent)).toEqual(['页面打不开 12'])
    for (const one of choices.slice(0, 2)) fireEvent.click(one)
    expect(told).toEqual([['choose', null], ['choose', 'fixed']])
  })

  test('all at once only after a second yes', () => {
    const told = draw({ rows: [], closable: ['a', 'b'], returnable: ['c'] })
    fireEvent.click(screen.getByText('2 条已整改的全部销号'))
    expect(told).toEqual([])
    expect(screen.getByText('把 2 条复查为已整改的问题全部销号？')).toBeTruthy()
    fireEvent.click(screen.getByRole('group', { name: /^把 2 条/ }).querySelector('button')!)
    expect(told).toEqual([['all', ['a', 'b'], 'closed']])
    expect(screen.getByText('1 条未整改的全部退回待整改')).toBeTruthy()
  })

  test.each([
    [COUNTS, '这一类没有结果。'],
    [{ fixed: 0, standing: 0, changed: 0, unreachable: 0, person: 0 }, '还没有看到'],
  ])('says why there is nothing', (counts, words) => {
    draw({ rows: [], counts })
    expect(screen.getByText(words)).toBeTruthy()
  })

  test('more lines', () => {
    const told = draw({ rows: [], more: 1186 })
    fireEvent.click(screen.getByText('再显示 1,186 条'))
    expect(told.map(([name]) => name)).toEqual(['more'])
  })
})

describe('one line', () => {
  const draw = (at: number) => {
    const told: unknown[][] = []
    const tell = (name: string) => (...given: unknown[]) => void told.push([name, ...given])
    render(<RecheckLine {...ROWS[at]!} onFollow={tell('follow')} onOpenIssue={tell('issue')} onOpenPage={tell('page')} />)
    return told
  }

  test.each([
    ['mended, open', 0, ['销号', '看问题', '打开网页']],
    ['mended, 已整改', 1, ['销号', '看问题', '打开网页']],
    ['mended, closed by this re-check', 2, ['看问题', '打开网页']],
    ['standing, said to be mended', 3, ['退回待整改', '看问题', '打开网页']],
    ['standing, open', 4, ['看问题', '打开网页']],
    ['changed', 5, ['看问题', '打开网页']],
    ['unreachable', 6, ['看问题', '打开网页']],
    ['for a person', 7, ['看问题', '打开网页']],
    ['deleted meanwhile', 8, ['打开网页']],
  ])('%s: the steps that may follow', (_, at, expected) => {
    draw(at)
    expect(names()).toEqual(expected)
  })

  test('says what was found, what it says now, and tells the result from the status', () => {
    const told = draw(0)
    expect(screen.getByText('复查：已整改')).toBeTruthy()
    expect(screen.getByText('待整改')).toBeTruthy()
    expect(screen.getByText('有新截图')).toBeTruthy()
    expect(screen.getByText('原处现在写的是“青禾县人民政府”', { exact: false }).textContent).toContain('现在：各乡镇人民政府')
    fireEvent.click(screen.getByRole('button', { name: '第 12 号销号' }))
    fireEvent.click(screen.getByText('看问题'))
    fireEvent.click(screen.getByText('打开网页'))
    const { issue, item } = ROWS[0]!
    expect(told).toEqual([['follow', issue, 'closed'], ['issue', issue!.id], ['page', item.url]])
  })

  test('what the page says is text', () => {
    const evil = { ...ROWS[0]!, item: { ...ROWS[0]!.item, found: { ...ROWS[0]!.item.found!, now: '<img src=x onerror=alert(1)>' } } }
    render(<RecheckLine {...evil} onFollow={vi.fn()} onOpenIssue={vi.fn()} onOpenPage={vi.fn()} />)
    expect(document.querySelector('img')).toBeNull()
    expect(screen.getByText('现在：<img src=x onerror=alert(1)>')).toBeTruthy()
  })

  test.each([[1, '反弹 2 次'], [2, '已处理']])('line %i says %s', (at, words) => {
    draw(at)
    expect(screen.getByText(words)).toBeTruthy()
  })
})

test('one issue: the newest re-check and another one', () => {
  const onRecheck = vi.fn()
  const { rerender } = render(<RecheckOne recheck={null} onRecheck={onRecheck} />)
  expect(names()).toEqual(['复查这一条'])
  rerender(<RecheckOne recheck={ROWS[1]!.item.found} onRecheck={onRecheck} />)
  expect(screen.getByText('已整改')).toBeTruthy()
  expect(screen.getByText('2026-11-20 09:40')).toBeTruthy()
  fireEvent.click(screen.getByText('复查这一条'))
  expect(onRecheck).toHaveBeenCalledTimes(1)
})
