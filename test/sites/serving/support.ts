import { SITES } from '../county/county.ts'
import { badge } from '../look/png.ts'
import { notFound, wordsPage } from './answer.ts'
import type { Answer } from './answer.ts'

const jiucuoScript = `(function () {
  var script = document.getElementById('_jiucuo_')
  var box = document.getElementById('_span_jiucuo')
  if (!script || !box) return
  var code = script.getAttribute('sitecode')
  box.innerHTML = '<a href="http://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=' + code + '&url=' + encodeURIComponent(location.href)
    + '" target="_blank"><img src="http://zfwzgl.www.gov.cn/exposure/images/jiucuo.png?v=' + code + '" alt="我为政府网站找错"></a>'
})()`

/** Paints the mark with the id that belongs to the site that asks. */
const conacScript = `(function () {
  var box = document.getElementById('_ideConac')
  if (!box) return
  var ids = { 'www.qinghe.gov.cn': 'F0B8D16A93C54E27B1A9C04D5E76F180', 'nyj.qinghe.gov.cn': 'C4EA3F8B216F5D79C2D9F37E50BA1433' }
  box.innerHTML = '<a href="http://bszs.conac.cn/sitename?method=show&id=' + ids[location.hostname]
    + '" target="_blank"><img id="imgConac" src="http://dcs.conac.cn/image/red.png" alt="党政机关"></a>'
})()`

const script = (body: string): Answer => ({ status: 200, type: 'text/javascript; charset=utf-8', body })
const picture = (kind: 'organ' | 'mistake'): Answer => ({ status: 200, type: 'image/png', body: badge(kind) })

/** A site behind a guard that wants a script run first; nobody can tell whether the page is there. */
function guarded(): Answer {
  return {
    status: 412,
    type: 'text/html; charset=utf-8',
    body: '<!DOCTYPE html><html><head><meta charset="utf-8"><script>var _$xx = Date.now().toString(36); document.cookie = "__guard=" + _$xx + "; path=/"; setTimeout(function () { location.reload() }, 60000)</script></head><body></body></html>',
  }
}

type Host = (path: string, query: URLSearchParams) => Answer

/** Marks of the county's sites; like the real registers, one with another id is not found. */
const MARKS = new Set(SITES.map(({ conac }) => conac))
/** The last is a site of a neighbouring county: the planted code that is not the page's own. */
const CODES = new Set([...SITES.map(({ code }) => code), '3701990077'])

const HOSTS: Record<string, Host> = {
  'beian.miit.gov.cn': (path) => (path === '/' ? wordsPage(200, 'ICP备案信息查询（演示）', '这是演示页面。') : notFound()),
  'beian.mps.gov.cn': (path) => (path === '/' ? wordsPage(200, '公安备案信息查询（演示）', '这是演示页面。') : notFound()),
  'www.beian.gov.cn': (path) => (path.startsWith('/portal/') ? wordsPage(200, '公安备案信息查询（演示）', '这是演示页面。') : notFound()),
  'bszs.conac.cn': (path, query) => (path === '/sitename' && MARKS.has(query.get('id') ?? '') ? wordsPage(200, '党政机关网站标识（演示）', '这是演示页面。') : notFound()),
  'dcs.conac.cn': (path) => {
    if (path === '/image/red.png') return picture('organ')
    return path.startsWith('/js/') ? script(conacScript) : notFound()
  },
  'zfwzgl.www.gov.cn': (path, query) => {
    if (path === '/exposure/jiucuo.js') return script(jiucuoScript)
    if (path === '/exposure/images/jiucuo.png') return picture('mistake')
    return path === '/exposure/jiucuo.html' && CODES.has(query.get('site_code') ?? '') ? wordsPage(200, '我为政府网站找错（演示）', '这是演示页面，不会提交任何内容。') : notFound()
  },
  'www.bailuhe-lvyou.com': (path) => (path === '/' || path === '/yuyue/' ? wordsPage(200, '白鹭河旅游网', '湿地公园每日8:30至17:00开放，讲解服务需要提前一天预约。') : notFound()),
  'www.jinlai-qipai.com': (path) => (path === '/' ? wordsPage(200, '演示页面', '这里代表一个与政府无关的网站。') : notFound()),
  'zwfw.qinghe.gov.cn': guarded,
  'data.qinghe.gov.cn': () => wordsPage(403, '403 禁止访问', '您的访问被安全策略拦截。'),
}

/** Answer of a host that pages of the county point to, or null when it is not one of them. */
export function supportAnswer(host: string, path: string, query: URLSearchParams): Answer | null {
  return HOSTS[host]?.(path, query) ?? null
}
