import { expect, test } from 'vitest'
import { ignoreFinding, notIgnored } from '../../../utils/ledger/ignores.ts'
import type { Finding } from '../../../utils/types/finding.ts'
import { testLedger } from './kit.ts'

const page = 'http://www.qinghe.gov.cn/a.html'
const sister = 'http://www.qinghe.gov.cn/b.html'
const other = 'http://jyj.qinghe.gov.cn/a.html'

function finding(evidence: string, check = 'wording/x'): Finding {
  const says = { key: 'x' }
  return { id: evidence, check, indicator: null, severity: 'minor', says, basis: says, suggestion: null, evidence, anchor: null, confidence: 1 }
}

test.each([
  ['here', [false, true, true]],
  ['site', [false, false, true]],
  ['everywhere', [false, false, false]],
] as const)('ignored %s', async (scope, seen) => {
  const ledger = testLedger()
  await ignoreFinding(ledger, { kind: 'ignored', scope, check: 'wording/x', evidence: '的的', url: page })
  const ignores = await ledger.db.ignores.toArray()
  expect([page, sister, other].map((url) => notIgnored([finding('的的')], ignores, url).length === 1)).toEqual(seen)
  expect(notIgnored([finding('了了'), finding('的的', 'wording/y')], ignores, page)).toHaveLength(2)
})
