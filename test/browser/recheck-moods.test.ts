import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecheckResult } from '../../utils/types/issue.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { createMoodySite, notice, page as html, RIGHT, says, type Mood, type MoodySite } from './kit/moody-site.ts'
import { Person } from './kit/person.ts'
import { recheck } from './kit/recheck.ts'

/**
 * A page that no longer answers as itself bears no fault any more, and that is no mending: through the real fetch, and through
 * the tab where the copy could not tell.
 */
let site: MoodySite
let running: Running
let person: Person
let page: Page

const words = (title: string, text: string) => html(title, `<h1>${title}</h1><p>${text}</p>`)
const LOGIN = html('统一身份认证_用户登录', '<form action="/login"><h1>用户登录</h1><label>账号 <input name="user"></label><label>密码 <input type="password" name="pass"></label><button>登录</button></form>')

const MOODS: readonly [host: string, what: string, allowed: readonly RecheckResult[], mood: Mood][] = [
  ['mended', 'mended', ['fixed'], (response, name) => says(notice(name, RIGHT))(response, name)],
  ['same', 'as it was', ['standing'], (response, name) => says(notice(name, '中华人名共和国'))(response, name)],
  ['gone', '404', ['unreachable'], says(words('404 Not Found', '您访问的页面不存在'), 404)],
  ['soft', '200, but says that it is gone', ['unreachable'], says(words('提示信息', '抱歉，您访问的页面不存在或已被删除'))],
  ['error', '500', ['unreachable'], says(words('Internal Server Error', '服务器内部错误'), 500)],
  ['wall', 'a wall, 403', ['person'], says(words('访问被拦截', '您的请求可能存在威胁，已被网站防火墙拦截'), 403)],
  ['wall-200', 'a wall, 200', ['person', 'unreachable'], says(words('网站防火墙', '您的请求带有不合法参数，已被网站管理员设置拦截！事件编号 20261120'))],
  ['many', '429', ['person'], says(words('Too Many Requests', '访问过于频繁，请稍后再试'), 429)],
  ['login', 'a login page', ['person'], says(LOGIN)],
  ['to-login', 'sent to a login page', ['person'], (response) => response.writeHead(302, { Location: 'http://sso.lanxi.gov.cn/cas/login.html' }).end()],
  ['sso', 'the login page itself', ['person'], says(LOGIN)],
  ['home', 'sent to the home page', ['unreachable'], (response) => response.writeHead(302, { Location: '/' }).end()],
  ['home-js', 'sent to the home page by script', ['unreachable', 'person'], says('<!doctype html><script>location.href="/"</script>')],
  ['login-js', 'a login page that a script paints', ['person'], says(`<!doctype html><meta charset="utf-8"><body><script>document.body.innerHTML = ${JSON.stringify(LOGIN.slice(LOGIN.indexOf('<form')))}</script>`)],
  ['empty', 'an empty page', ['person'], says('<!doctype html><html><head><title></title></head><body></body></html>')],
  ['reset', 'the connection is cut', ['unreachable'], (response) => void response.destroy()],
  ['other', 'another page at the address', ['changed', 'person'], (response) => says(words('蓝溪县冬季供暖价格听证会公告', '根据《中华人民共和国价格法》和《政府制定价格听证办法》，定于2026年10月20日召开听证会。参加人员名单另行公布。'))(response, '')],
  ['pattern', 'another notice of one pattern', ['changed', 'person'], says(html('人事任免公告', notice('人事任免', RIGHT).replace(/<title>[\s\S]*?<\/h1>/, '<h1>人事任免公告</h1>')))],
  ['file', 'a file', ['person', 'unreachable'], (response) => response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF-1.4')],
]
const urlOf = (host: string) => `http://${host}.lanxi.gov.cn/zwgk/%E9%98%B2%E6%B1%9B${host}.html`

beforeAll(async () => {
  site = await createMoodySite()
  running = await launchChromium({ port: site.port })
  person = new Person(running)
  page = await running.context.newPage()
  for (const [host] of MOODS) {
    const { findings } = await person.visit(page, urlOf(host))
    await person.record(page, findings.find(({ check }) => check.startsWith('wording/'))!)
  }
  await page.goto('about:blank')
  for (const [host, , , mood] of MOODS) site.turn(`${host}.lanxi.gov.cn`, mood)
}, 200_000)

afterAll(async () => {
  await running?.close()
  await site?.close()
})

const at = async (host: string) => (await person.issues()).find(({ url }) => url.includes(`${host}.lanxi`))!

test('only the mended page is proposed as 已整改', { timeout: 300_000 }, async () => {
  await recheck(person, '一轮里未销号的全部')
  const found = await Promise.all(MOODS.map(async ([host, what, allowed]) => ({ what, allowed, recheck: (await at(host)).recheck })))
  expect(found.filter(({ allowed, recheck }) => !recheck || !allowed.includes(recheck.result))).toEqual([])
  const desk = await person.desk()
  await desk.getByRole('button', { name: '1 条已整改的全部销号' }).waitFor()
  await desk.getByRole('button', { name: '已整改 1', exact: true }).waitFor()
})

test('confirmed from the popup on the next visit, and taken back from its toast', async () => {
  await person.visit(page, urlOf('mended'))
  const popup = await person.popup(page)
  const { number } = await at('mended')
  for (const [step, said, status] of [['确认已整改', `第 ${number} 号已改为已整改`, 'fixed'], ['销号', `第 ${number} 号已销号`, 'closed']] as const) {
    await popup.getByRole('button', { name: step, exact: true }).click()
    await popup.getByText(said).waitFor()
    expect((await at('mended')).status).toBe(status)
    await popup.locator('.toast').getByRole('button', { name: '撤销' }).click()
    await popup.getByText(`已撤销 第 ${number} 号`).waitFor()
    expect((await at('mended')).status).toBe('open')
  }
  await popup.getByRole('button', { name: '确认已整改', exact: true }).waitFor()
  await popup.close()
})

test('a page that is a wall now, visited by a person, is not said to be mended either', async () => {
  for (const host of ['gone', 'login', 'home', 'empty', 'other']) {
    await page.goto(urlOf(host), { waitUntil: 'load' }).catch(() => null)
    const glance = await person.settled(page)
    expect(glance.past.filter(({ state }) => state === 'fixed'), host).toEqual([])
  }
})
