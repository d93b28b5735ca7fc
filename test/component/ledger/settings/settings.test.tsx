import { describe, expect, test } from 'vitest'
import { CaptureSetting } from '../../../../components/ledger/settings/CaptureSetting.tsx'
import { DeadlineSettings } from '../../../../components/ledger/settings/DeadlineSettings.tsx'
import { IgnoreList } from '../../../../components/ledger/settings/IgnoreList.tsx'
import { LinkSettings } from '../../../../components/ledger/settings/LinkSettings.tsx'
import { ReaderSetting } from '../../../../components/ledger/settings/ReaderSetting.tsx'
import { settingsSection } from '../../../../components/ledger/settings/sections.ts'
import { SettingsSheet } from '../../../../components/ledger/settings/SettingsSheet.tsx'
import { SiteSwitches } from '../../../../components/ledger/settings/SiteSwitches.tsx'
import { WordingLevel } from '../../../../components/ledger/words/WordingLevel.tsx'
import { COLUMN_CLASSES, type ColumnClass } from '../../../../utils/types/roster.ts'
import { fireEvent, render, screen, vi } from '../../kit.tsx'

const change = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } })

describe('the sheet', () => {
  test.each([['storage', 'storage'], ['nothing', 'people'], [null, 'people']])('the address part %s shows %s', (name, section) => {
    expect(settingsSection(name)).toBe(section)
  })

  test('lists the parts that there are, and says where one is', () => {
    render(<SettingsSheet section="storage" sections={['people', 'storage']}>x</SettingsSheet>)
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#/settings/people', '#/settings/storage'])
    expect(screen.getByRole('link', { name: '存储与备份' }).getAttribute('aria-current')).toBe('page')
  })
})

describe('时限', () => {
  const columns = Object.fromEntries(COLUMN_CLASSES.map((one) => [one, 30])) as Record<ColumnClass, number | null>
  const open = () => {
    const told = { onColumnDeadline: vi.fn(), onLetterDays: vi.fn(), onSeverityDeadline: vi.fn() }
    render(<DeadlineSettings deadlines={{ columns, severities: { serious: 1, general: 3, minor: 5, doubtful: null } }} letterDays={5} {...told} />)
    return told
  }

  test('the office’s limit for answering letters is changed, and never emptied', () => {
    const told = open()
    change('单封留言个工作日', '3')
    expect(told.onLetterDays).toHaveBeenCalledWith(3)
    change('单封留言个工作日', '')
    expect(told.onLetterDays).toHaveBeenCalledOnce()
  })

  test('each change is handed on at once', () => {
    const told = open()
    change('严重个工作日', '2')
    change('动态、要闻天', '')
    expect(told.onSeverityDeadline).toHaveBeenCalledExactlyOnceWith('serious', 2)
    expect(told.onColumnDeadline).toHaveBeenCalledExactlyOnceWith('news', null)
  })

  test.each(['0', '-3', '1.5', '99999'])('%s is no number of days and goes back', (value) => {
    const told = open()
    change('严重个工作日', value)
    expect(told.onSeverityDeadline).not.toHaveBeenCalled()
    expect((screen.getByLabelText('严重个工作日') as HTMLInputElement).value).toBe('1')
  })
})

test('the wording check’s level is chosen among four, each with what was measured', () => {
  const onLevel = vi.fn()
  render(<WordingLevel level="balanced" measured={{ strict: 0.05, balanced: 0.3, full: 2 }} onLevel={onLevel} />)
  expect((screen.getByRole('radio', { name: /均衡/ }) as HTMLInputElement).checked).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: /严谨.*每万字误报 0.05/ }))
  expect(onLevel).toHaveBeenCalledWith('strict')
})

test('who reads is kept without spaces around the name', () => {
  const onReader = vi.fn()
  render(<ReaderSetting reader="" onReader={onReader} />)
  change('写入每条问题的“检查人”', ' 王读网 ')
  expect(onReader).toHaveBeenCalledExactlyOnceWith('王读网')
})

test('a site is switched at once', () => {
  const onSite = vi.fn()
  render(<SiteSwitches sites={[{ host: 'a.gov.cn', on: false }]} onSite={onSite} />)
  fireEvent.click(screen.getByRole('switch', { name: 'a.gov.cn' }))
  expect(onSite).toHaveBeenCalledExactlyOnceWith('a.gov.cn', true)
})

test('screenshots that are not allowed yet can be allowed', () => {
  const onAllowCapture = vi.fn()
  render(<CaptureSetting captureAllowed={false} onAllowCapture={onAllowCapture} />)
  fireEvent.click(screen.getByRole('button', { name: '允许截图' }))
  expect(onAllowCapture).toHaveBeenCalledOnce()
})

test('what was ignored can be shown again', () => {
  const onUnignore = vi.fn()
  render(<IgnoreList ignores={[{ id: 'i', scope: 'site', check: 'links/dead', quote: 'x', where: 'a.gov.cn', at: '2026-11-20T01:35:00Z' }]} onUnignore={onUnignore} />)
  fireEvent.click(screen.getByRole('button', { name: '恢复提示：x' }))
  expect(onUnignore).toHaveBeenCalledExactlyOnceWith('i')
})

describe('链接检查', () => {
  const open = () => {
    const told = { onHours: vi.fn(), onPrivate: vi.fn(), onListed: vi.fn() }
    render(<LinkSettings hours={{ alive: 24, other: 1 }} inPrivate={false} listed={['www.12371.cn']} {...told} />)
    return told
  }

  test('how long results are kept is changed one by one, and never emptied', () => {
    const { onHours } = open()
    change('能打开的小时', '48')
    expect(onHours).toHaveBeenLastCalledWith({ alive: 48, other: 1 })
    change('打不开或需人工核实的小时', '0')
    expect(onHours).toHaveBeenLastCalledWith({ alive: 24, other: 0 })
    change('能打开的小时', '')
    expect(onHours).toHaveBeenCalledTimes(2)
  })

  test('private windows are left alone until someone says otherwise', () => {
    const { onPrivate } = open()
    const toggle = screen.getByRole('switch', { name: '在无痕窗口里也检查链接' })
    expect(toggle.getAttribute('aria-checked')).toBe('false')
    fireEvent.click(toggle)
    expect(onPrivate).toHaveBeenCalledWith(true)
  })

  test('hosts are listed a line each, however they were pasted', () => {
    const { onListed } = open()
    fireEvent.change(screen.getByRole('textbox', { name: '不需要离站提示的网站' }), { target: { value: 'www.12371.cn\nhttps://www.sample.org/a，b.sample.org' } })
    expect(onListed).toHaveBeenCalledWith(['www.12371.cn', 'https://www.sample.org/a', 'b.sample.org'])
  })
})
