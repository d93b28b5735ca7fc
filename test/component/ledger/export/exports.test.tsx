import { expect, test, vi } from 'vitest'
import { Exports } from '../../../../entrypoints/ledger/export/Exports.tsx'
import type { Desk } from '../../../../utils/app/desk/index.ts'
import { DEFAULT_CONTENT, type ExportContent } from '../../../../utils/types/export.ts'
import type { Source } from '../../../../utils/types/live.ts'
import { fireEvent, render, screen } from '../../kit.tsx'

const unit = { key: 'u1', name: '甲局', issues: 1, shots: 0, serious: 0, withoutDeadline: 0, personal: 1 }
const PREVIEW = { units: [unit], issues: 1, shots: 0, withoutUnit: 0, withoutDeadline: 0, personal: 1, bytes: { marked: 1, originals: 1, thumbnails: 1, none: 1 } }

const told = <T,>(value: T): Source<T> => (tell) => {
  tell(value)
  return () => undefined
}

/** A desk whose disk is slow: what is chosen is never stored. */
function slowDesk() {
  const exportUnits = vi.fn(async (_: unknown, __: ExportContent) => null)
  const setContent = vi.fn(() => new Promise<null>(() => undefined))
  const desk = {
    today: () => '2026-11-21', settings: told({ exportContent: { ...DEFAULT_CONTENT, mask: false }, csvProfiles: [], csvProfile: '', bulletin: { area: '', signer: '' } }),
    anyIssue: told(true), folder: told({ handle: null }), preview: () => told(PREVIEW), canChooseFolder: () => false, quarters: () => [], setContent, exportUnits,
  }
  return { desk: desk as unknown as Desk, setContent, exportUnits }
}

test('what was chosen counts at once, stored or not, and one choice takes no other back', async () => {
  const { desk, setContent, exportUnits } = slowDesk()
  render(<Exports desk={desk} doing={(work) => void work()} sync={false} />)
  for (const name of [/^个人信息打码/, /^问题清单\.html/]) fireEvent.click(await screen.findByRole('checkbox', { name }))
  fireEvent.click(screen.getByRole('button', { name: '按单位导出' }))
  const wanted = { ...DEFAULT_CONTENT, mask: true, page: true }
  expect(setContent).toHaveBeenLastCalledWith(wanted)
  expect(exportUnits).toHaveBeenCalledWith(expect.anything(), wanted, expect.anything())
})
