import { cleanup, configure } from '@testing-library/preact'
import { afterEach, vi } from 'vitest'
import { setLanguage } from '../../utils/locale.ts'
import './texts.ts'

configure({ asyncUtilTimeout: 15_000 })

afterEach(() => {
  cleanup()
  setLanguage('zh-CN')
  vi.useRealTimers()
})

export { act, fireEvent, render, screen, within } from '@testing-library/preact'

export { vi }
