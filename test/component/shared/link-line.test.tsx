import { expect, test } from 'vitest'
import { BrokenIndex } from '../../../components/shared/BrokenIndex.tsx'
import { LinkLine } from '../../../components/shared/LinkLine.tsx'
import type { Finding } from '../../../utils/types/finding.ts'
import { fireEvent, render, screen, vi } from '../kit.tsx'

const RUNNING = { total: 40, done: 10, alive: 7, dead: 2, unsure: 1, paused: false, waiting: [{ host: 'slow.qinghe.gov.cn', left: 28 }, { host: 'b.qinghe.gov.cn', left: 2 }] }

test('says how far it is, by verdict', () => {
  render(<LinkLine links={RUNNING} />)
  expect(screen.getByText('链接 10 / 40：正常 7，死链 2，需人工核实 1')).toBeTruthy()
  expect(screen.getByRole('progressbar', { name: '链接检查进度' }).getAttribute('value')).toBe('10')
})

test('one site is stopped by a button of its own', () => {
  const onStopHost = vi.fn()
  render(<LinkLine links={RUNNING} onStopHost={onStopHost} />)
  fireEvent.click(screen.getByText('按网站停止（2 个网站还在查）'))
  fireEvent.click(screen.getByRole('button', { name: '停止检查 slow.qinghe.gov.cn' }))
  expect(onStopHost).toHaveBeenCalledWith('slow.qinghe.gov.cn')
})

test('no site can be stopped when nothing runs', () => {
  render(<LinkLine links={{ ...RUNNING, done: 40, waiting: [] }} onStopHost={vi.fn()} />)
  expect(screen.queryByText(/按网站停止/)).toBeNull()
})

const finding = (indicator: string | null): Finding => ({ id: String(Math.random()), check: 'links/dead', indicator, severity: 'general', says: { key: 'x' }, basis: { key: 'x' }, suggestion: null, evidence: '', anchor: null, confidence: 1 })

test.each([
  [['W-D08', 'W-D08', null], '首页不可用链接 2 个（按个扣分）'],
  [['W-D09'], '本页不可用链接 1 个（计入其他页面，按个扣分）'],
])('counts what inspectors count: %j', (indicators, words) => {
  render(<BrokenIndex findings={indicators.map(finding)} />)
  expect(screen.getByText(words)).toBeTruthy()
})

test('says nothing where no link is broken', () => {
  const { container } = render(<BrokenIndex findings={[finding(null)]} />)
  expect(container.textContent).toBe('')
})
