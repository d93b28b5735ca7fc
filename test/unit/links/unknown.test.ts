import { afterEach, expect, test } from 'vitest'
import { unknownFolder } from '../../../utils/links/soft404.ts'
import { ARTICLE, fastChecker, html, notFound, page, serve, type TestServer } from './server.ts'

let server: TestServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** A host that says 404 honestly, and a system in one of its folders that greets whoever comes with the same few words. */
async function mixedHost(): Promise<TestServer> {
  return serve({
    '*': (request, response) => (request.url?.startsWith('/letters/') ? html(page('来信选登', '<p>这里静悄悄的。</p><p>去别处走走吧。</p>')) : notFound)(request, response),
    '/letters/1.html': html(page('来信选登', '<p>来信：北街路灯不亮。</p><p>答复：当晚已修好。</p>')),
    '/news/1.html': html(ARTICLE),
    '/news/2.html': html(page('停水通知', '<p>城北片区三日停水半天。</p>')),
  })
}

test('a system of its own in one folder is learnt too, in words that no list has', async () => {
  const { origin } = (server = await mixedHost())
  const at = (path: string) => `${origin}${path}`
  const paths = ['/news/1.html', '/news/2.html', '/letters/1.html', '/letters/7.html', '/letters/8.html', '/news/3.html']
  const verdicts = await fastChecker().check(paths.map(at), { pageUrl: at('/') })
  expect(verdicts.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(['alive ok', 'alive ok', 'alive ok', 'dead soft-404', 'dead soft-404', 'dead not-found'])
})

test('folders are asked about once, and only where a page is next to empty', async () => {
  const { origin, seen } = (server = await mixedHost())
  const at = (path: string) => `${origin}${path}`
  await fastChecker().check([1, 2, 3, 4, 5, 6].map((n) => at(`/letters/${n}.html`)).concat(at('/news/1.html')), { pageUrl: at('/') })
  expect(seen.filter(({ path }) => path.includes('none')).length).toBeLessThanOrEqual(4)
})

test.each([
  ['http://a.cn/x/y/1.html', 'http://a.cn/x/z/2.html', true],
  ['http://a.cn/x/1.html', 'http://a.cn/w/1.html', false],
])('%s and %s stand in one folder: %s', (one, other, same) => {
  expect(unknownFolder(one) === unknownFolder(other)).toBe(same)
  expect(unknownFolder('http://a.cn/1.html')).toBeNull()
})

const NEWS = '渠水进村早稻移栽护林员巡山小学开学典礼老桥加固桑园采摘书屋开放夜校招生河道清淤路灯更换剧团下乡果园嫁接'
/** An error page that shows other news each time, in words that no list has. */
const restless = (n: number) => {
  const rows = Array.from({ length: 6 }, (_, at) => `<li><a href="/n/${n}${at}.html">${Array.from({ length: 4 }, (_, k) => NEWS.slice((n * 7 + at * 5 + k * 11) % 50, (n * 7 + at * 5 + k * 11) % 50 + 5)).join('')}</a></li>`).join('')
  return page('青禾县档案馆', `<p>这里静悄悄的，去别处走走吧，馆里的灯还亮着，门口的石狮子还在，巷口的面馆也开着。</p><p>书在架上，茶在桌上，人在路上。</p><ul>${rows}</ul>`)
}

test('an error page that shows other news each time is known, and not taken for a page of the same frame', async () => {
  let visits = 0
  server = await serve({
    '*': (request, response) => html(restless(++visits))(request, response),
    '/': html(page('青禾县档案馆', `<h1>馆藏</h1>${'<p>馆藏家谱三百卷，可在二楼阅览，阅览前在前台登记。</p>'.repeat(8)}`)),
    '/a/1.html': html(page('青禾县档案馆', '<h1>阅览须知</h1><p>周一闭馆，其余各日八点半开门，阅览家谱须戴手套，不得拍照，二楼东侧有茶水。</p><p>团体参观提前三天预约。</p>')),
  })
  const at = (path: string) => `${server?.origin ?? ''}${path}`
  const verdicts = await fastChecker().check(['/a/1.html', '/a/7.html', '/a/8.html'].map(at), { pageUrl: at('/') })
  expect(verdicts.map(({ reason }) => reason)).toEqual(['ok', 'soft-404', 'soft-404'])
})

const EVERYWHERE = page('提示', '<p>欢迎来到青禾图书馆，进馆请走东门。</p>')

test('a page that a host shows at every address, its home page too, is no answer to a missing one', async () => {
  server = await serve({ '*': html(EVERYWHERE) })
  const at = (path: string) => `${server?.origin ?? ''}${path}`
  const verdicts = await fastChecker().check(['/a/1.html', '/a/2.html'].map(at), { pageUrl: 'http://127.0.0.1/' })
  expect(verdicts.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(['unsure same-everywhere', 'unsure same-everywhere'])
})

test('but it is, where the host shows something else at other addresses', async () => {
  server = await serve({ '*': html(EVERYWHERE), '/a/1.html': html(ARTICLE) })
  const at = (path: string) => `${server?.origin ?? ''}${path}`
  const verdicts = await fastChecker().check(['/a/2.html', '/a/1.html'].map(at), { pageUrl: 'http://127.0.0.1/' })
  expect(verdicts.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(['dead soft-404', 'alive ok'])
})
