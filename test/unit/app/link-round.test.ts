import { expect, test } from 'vitest'
import { startLinkRound, type Line } from '../../../utils/app/page/link-round.ts'
import { PlainError } from '../../../utils/errors.ts'
import type { LinkVerdict } from '../../../utils/types/link.ts'
import { fastChecker } from '../links/server.ts'

const verdict = (href: string, of: LinkVerdict['verdict'] = 'alive'): LinkVerdict => ({
  href, verdict: of, reason: 'ok', status: 200, netError: null, hops: [], evidence: '', ms: 1, checkedAt: '', looks: 1, failures: 0,
})
const gone = () => new PlainError({ key: 'app.error.background-gone' })

/** Lines that the test answers itself. */
function lines() {
  const asked: { hrefs: string[]; told: (verdict: LinkVerdict) => void; end: () => void; break: () => void; closed: boolean }[] = []
  const look = (hrefs: string[], told: (verdict: LinkVerdict) => void): Line => {
    let end!: () => void
    let fail!: (error: unknown) => void
    const done = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]))
    const line = { hrefs, told, end, break: () => fail(gone()), closed: false }
    asked.push(line)
    return { done, close: () => void (line.closed = true) }
  }
  return { asked, look }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

test('a page without links is done at once', async () => {
  await startLinkRound([], [], lines().look, () => undefined).done
})

test('a background that dies half way is asked again for the rest only', async () => {
  const { asked, look } = lines()
  const round = startLinkRound(['a', 'b', 'c'], [], look, () => undefined)
  asked[0]!.told(verdict('b', 'dead'))
  asked[0]!.break()
  await turn()
  expect(asked[1]!.hrefs).toEqual(['a', 'c'])
  asked[1]!.told(verdict('a'))
  asked[1]!.told(verdict('c', 'unsure'))
  asked[1]!.end()
  await round.done
  expect(round.progress()).toEqual({ total: 3, done: 3, alive: 1, dead: 1, unsure: 1, waiting: [], paused: false })
})

test('a background that never answers is given up', async () => {
  const { asked, look } = lines()
  const round = startLinkRound(['a'], [], look, () => undefined)
  let failed: unknown
  round.done.catch((error: unknown) => (failed = error))
  for (let i = 0; i < 5; i++) {
    asked[i]!.break()
    await turn()
  }
  expect(asked).toHaveLength(5)
  expect(failed).toMatchObject({ says: { key: 'app.error.background-gone' } })
})

test('pause closes the line and resume asks for what is left', async () => {
  const { asked, look } = lines()
  const round = startLinkRound(['a', 'b'], [], look, () => undefined)
  asked[0]!.told(verdict('a'))
  round.pause()
  expect([asked[0]!.closed, round.progress().paused]).toEqual([true, true])
  round.resume()
  expect(asked[1]!.hrefs).toEqual(['b'])
  expect(round.progress().paused).toBe(false)
})

test('verdicts of an earlier round of the page are kept', async () => {
  const { asked, look } = lines()
  const round = startLinkRound(['a', 'b'], [verdict('a'), verdict('gone')], look, () => undefined)
  expect(asked[0]!.hrefs).toEqual(['b'])
  expect(round.progress()).toMatchObject({ total: 2, done: 1 })
})

test('a host that waits is named as the background stops it, whatever port or case its address has', async () => {
  const mute: typeof fetch = (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new TypeError('ended'))))
  const checker = fastChecker({ fetch: mute })
  const hrefs = ['http://www.qinghe.gov.cn:8081/a.html', 'http://WWW.Qinghe.gov.cn:8081/b.html', 'https://www.qinghe.gov.cn/c.html']
  const look = (asked: string[], told: (verdict: LinkVerdict) => void): Line =>
    ({ done: checker.check(asked, { pageUrl: 'http://www.qinghe.gov.cn:8081/', onVerdict: told }).then(() => undefined), close: () => undefined })
  const round = startLinkRound(hrefs, [], look, () => undefined)
  await turn()
  const [waiting, ...others] = round.progress().waiting ?? []
  expect([waiting, others]).toEqual([{ host: 'www.qinghe.gov.cn', left: 3 }, []])
  checker.stopHost(waiting!.host)
  await round.done
  expect(round.verdicts().map(({ reason }) => reason)).toEqual(['stopped', 'stopped', 'stopped'])
})
