import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium, type Running } from './kit/chromium.ts'
import { Person } from './kit/person.ts'

/** A person's hold on the link check: pause, go on, one site, all, again. The servers answer only when the test says so. */
const PAGE = 'http://www.qinghe.gov.cn/list.html'
const LINKS = [...Array.from({ length: 9 }, (_, at) => `http://www.qinghe.gov.cn/a${at}.html`), ...Array.from({ length: 3 }, (_, at) => `http://slow.qinghe.gov.cn/b${at}.html`)]
const ARTICLE = '<!doctype html><title>护河</title><h1>护河</h1><p>清晨的河堤上，护河员沿着步道向上游走去，把水位记进本子里。</p>'

let server: Server
let running: Running
let person: Person
let asked: string[] = []
let held: ServerResponse[] = []
let isHeld = true

function release(): void {
  isHeld = false
  for (const response of held.splice(0)) response.end(ARTICLE)
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const address = `http://${request.headers.host}${request.url}`.replace(/:\d+\//, '/')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (address === PAGE) return void response.end(`<!doctype html><html lang="zh-CN"><title>通知公告</title><h1>通知公告</h1><ul>${LINKS.map((href, at) => `<li><a href="${href}">第${at}条</a></li>`).join('')}</ul>`)
    if (!LINKS.includes(address)) return void response.writeHead(404).end()
    asked.push(address)
    if (isHeld) held.push(response)
    else response.end(ARTICLE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running = await launchChromium({ port: (server.address() as AddressInfo).port })
  person = new Person(running)
}, 120_000)

afterAll(async () => {
  await running?.close()
  server?.closeAllConnections()
  server?.close()
})

test('pauses, goes on, stops one site, stops all, and looks again', async () => {
  const page = await running.context.newPage()
  const layer = person.layer(page)
  await page.goto(PAGE)
  await page.bringToFront()
  await layer.waitFor((text) => text.includes('链接 0 / 12'))
  await layer.openPanel()

  await layer.click('暂停')
  await layer.waitFor((text) => text.includes('已暂停 0 / 12'))
  // what was under way is given up a moment later
  await expect.poll(() => held.every((response) => response.destroyed)).toBe(true)
  const before = asked.length
  release()
  await page.waitForTimeout(1_000)
  expect(asked).toHaveLength(before)

  isHeld = true
  await layer.click('继续')
  await layer.waitFor((text) => text.includes('按网站停止（2 个网站还在查）'))
  await layer.click('按网站停止（2 个网站还在查）')
  await layer.click('停止检查 slow.qinghe.gov.cn')
  await layer.waitFor((text) => text.includes('需人工核实 3'))

  await layer.click('全部停止')
  const stopped = await layer.waitFor((text) => text.includes('已暂停 3 / 12'))
  expect(stopped).not.toContain('按网站停止')

  release()
  await layer.click('继续')
  await layer.waitFor((text) => text.includes('链接已查 12：正常 9，死链 0，需人工核实 3'))
  await layer.click('重新检查链接')
  await layer.waitFor((text) => text.includes('链接已查 12：正常 12，死链 0，需人工核实 0'))
  await page.close()
})

test('the popup’s buttons answer the keyboard', async () => {
  const page = await running.context.newPage()
  await page.goto(PAGE)
  await person.settled(page)
  const popup = await person.popup(page)
  await popup.getByRole('button', { name: '重新检查链接' }).focus()
  await popup.keyboard.press('Enter')
  await popup.getByText('链接已查 12：正常 12').waitFor()
  await popup.close()
  await page.close()
})
