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
