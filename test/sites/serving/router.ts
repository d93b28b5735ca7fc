import iconv from 'iconv-lite'
import { articleIdOf, articlePath } from '../county/addresses.ts'
import { fillSlips } from '../county/fill.ts'
import { SITES } from '../county/county.ts'
import type { Clock, CountySite, Scene } from '../county/types.ts'
import { filedPicture, pictureAt } from '../look/pictures.ts'
import { scriptAt } from '../look/scripts.ts'
import { styleAt } from '../look/style.ts'
import { notFound } from './answer.ts'
import type { Answer } from './answer.ts'
import { LAYOUTS } from './layouts.ts'
import { plantedAnswer } from './planted.ts'
import { supportAnswer } from './support.ts'

/** Folder and style of an address with its date left out: an older address of the same article still works. */
function undated(path: string): string {
  return path.replace(/\/\d{6}\/t\d{8}_/, '/t_').replace(/\/content\/\d{4}-\d\d\/\d\d\//, '/content/').replace(/^\/art\/\d+\/\d+\/\d+\//, '/art/')
}

function page(scene: Scene, path: string): string | null {
  const { site } = scene
  if (path === '/' || /^\/index\.html?$/.test(path)) return LAYOUTS[site.style].home(scene)
  const wanted = path.endsWith('/index.html') && site.style !== 'jcms' ? path.slice(0, -'index.html'.length) : path
  const column = site.columns.find((one) => one.path === wanted)
  if (column) return LAYOUTS[column.style].column(scene, column)
  const id = articleIdOf(path)
  if (id === null) return null
  for (const one of site.columns) {
    const article = one.articles.find((it) => it.id === id && (scene.mended || !it.onlyMended))
    if (article && undated(articlePath(one, article, scene)) === undated(path)) return LAYOUTS[one.style].article(scene, one, article)
  }
  return null
}

function html(site: CountySite, text: string): Answer {
  // As old sites do: GBK, and only the page itself says so.
  if (site.encoding === 'gbk') return { status: 200, type: 'text/html', body: iconv.encode(text, 'gbk') }
  return { status: 200, type: 'text/html; charset=utf-8', body: text }
}

function look(path: string): Answer | null {
  const picture = path === '/favicon.ico' ? pictureAt('/images/logo.svg') : pictureAt(path)
  if (picture) return { status: 200, type: 'image/svg+xml', body: picture }
  const file = filedPicture(path)
  if (file) return { status: 200, type: 'image/png', body: file }
  const style = styleAt(path)
  if (style) return { status: 200, type: 'text/css; charset=utf-8', body: style }
  const script = scriptAt(path)
  return script ? { status: 200, type: 'text/javascript; charset=utf-8', body: script } : null
}

/** Answers one address of the county; a host or path that is not ours gets a real 404. */
export function answer(host: string, address: string, clock: Clock, mended: boolean): Answer {
  const { pathname: path, searchParams } = new URL(address, `http://${host}`)
  const site = SITES.find((one) => one.host === host)
  if (!site) return supportAnswer(host, path, searchParams) ?? notFound()
  const found = look(path) ?? plantedAnswer(host, path, mended)
  if (found) return found
  const text = page({ clock, mended, site }, path)
  return text === null ? notFound() : html(site, fillSlips(text, mended))
}
