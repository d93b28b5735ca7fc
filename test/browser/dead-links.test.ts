import { expect, test } from 'vitest'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'

/** All dead links of a page as one issue with a table. */
const PAGE = 'http://dead.qinghe.gov.cn/list.html'
const head = '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'

const { server, running, person } = await session(await servePages({
  'dead.qinghe.gov.cn/list.html': `${head}<title>相关链接</title><body><h1>相关链接</h1><a href="/gone-1.html">办事大厅</a> <a href="/gone-2.html">下载中心</a> <a href="/alive.html">通知公告</a></body>`,
  'dead.qinghe.gov.cn/alive.html': `${head}<title>通知公告</title><body><h1>通知公告</h1><p>本栏目发布通知和公告，请留意更新。</p></body>`,
}))

test('one click records all dead links of a page as one issue, with each address and what is wrong with it', async () => {
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, PAGE)
  const dead = findings.filter(({ check }) => check === 'links/dead').map(({ evidence }) => evidence)
  expect(dead.sort()).toEqual(['http://dead.qinghe.gov.cn/gone-1.html', 'http://dead.qinghe.gov.cn/gone-2.html'])
  await page.bringToFront()
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.click('全部死链记成一条（2 个）')
  await layer.waitFor((text) => text.includes('已记录 第 1 号'))
  const issues = await person.issues()
  expect(issues).toHaveLength(1)
  expect(issues[0]).toMatchObject({ check: 'links/dead', description: '本页有 2 个链接打不开；其中 2 个只看过一天或时好时坏，改天再看仍打不开才能确认', url: PAGE, shots: [{ outlines: [{ label: '1' }] }] })
  for (const address of dead) {
    expect(issues[0]!.quote).toContain(address)
    expect(issues[0]!.context).toMatch(new RegExp(`${address.replace(/[.?]/g, '\\$&')} \\| (?:办事大厅|下载中心) \\| [^|]* \\| 404 \\| 链接“`))
  }
  await expect.poll(() => layer.count('全部死链记成一条（2 个）')).toBe(0)
  await page.close()
})

test('requests of the link check carry no cookie and no referrer', async () => {
  const page = await running.context.newPage()
  await page.context().addCookies([{ name: 'login', value: 'secret', url: PAGE }])
  server.requests.length = 0
  await person.visit(page, `${PAGE}?again`)
  await page.goto(PAGE)
  await person.settled(page)
  await page.bringToFront()
  await person.layer(page).openPanel()
  await person.layer(page).click('重新检查链接')
  await person.settled(page)
  const asked = server.requests.filter(({ address }) => /gone|alive/.test(address))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.flatMap(({ headers }) => [headers.cookie, headers.referer]).filter(Boolean)).toEqual([])
})
