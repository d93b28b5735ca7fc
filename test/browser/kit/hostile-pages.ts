import { REDIRECTS } from './hostile-site.ts'

/** What runs nowhere if all is well: where it does, `loot` of the page or a dialog tells. */
const MARKUP = '</title></script><script>window.loot?.push("ran")</script><img src=x onerror="window.loot?.push(\'ran\');alert(1)"><svg onload=alert(1)>"\'&'
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const head = (title: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>`

/** Markup and formulas wherever the extension reads words. */
const markup = `${head(`=HYPERLINK("http://evil.test","点")${MARKUP}`)}
<meta name="SiteName" content="${escaped(MARKUP)}"><meta name="ColumnName" content="${escaped(`@SUM(1)${MARKUP}`)}"><meta name="ContentSource" content="${escaped(`-1+cmd|${MARKUP}`)}">
</head><body><h1>${escaped(MARKUP)}</h1><p>发布时间：2026-11-10</p><p>${escaped(MARKUP)}请于2月30日前完成${escaped(MARKUP)}</p><a href="/missing${encodeURIComponent(MARKUP)}.doc">${escaped(`${MARKUP}.doc`)}</a><img alt="${escaped(MARKUP)}" src="/x.png"></body></html>`

/** Titles, addresses and names without end. */
const endless = `${head('题'.repeat(200_000))}<meta name="ColumnName" content="${'栏'.repeat(100_000)}"></head><body><h1>${'题'.repeat(100_000)}</h1><p>发布时间：2026-11-10</p><p>请于2月30日前完成。</p>
<a href="/${'a'.repeat(100_000)}" title="${'b'.repeat(100_000)}">${'链'.repeat(100_000)}</a><img alt="${'c'.repeat(100_000)}" width="800" height="600" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"><ul><li><a href="/1">${'行'.repeat(50_000)}</a><span>2026-11-10</span></li></ul></body></html>`

/** A page that attacks everything it can reach from its own scripts. `id`: of the extension, as a page may have learnt it elsewhere. */
const attack = `${head('关于报送情况的通知')}</head><body><h1>关于报送情况的通知</h1><p>发布时间：2026-11-10</p><p id="fault">请于2月30日前完成。</p><p>再接再励</p><div id="work"></div>
<form name="querySelectorAll"></form><img name="evaluate"><a id="duwang-toast">已记录 第 99 号</a>
<script>
window.loot = []
const take = (what) => window.loot.push(String(what))
// Built-ins that a careless script in the same page would trust.
const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); take('shadow of ' + this.nodeName); return root }
for (const [where, name] of [[Node.prototype, 'appendChild'], [JSON, 'stringify'], [Array.prototype, 'map'], [Document.prototype, 'createElement'], [EventTarget.prototype, 'addEventListener'], [String.prototype, 'slice']]) {
  const plain = where[name]
  where[name] = function (...given) { if (this?.nodeName === 'DUWANG-LAYER' || (typeof given[0] === 'object' && given[0]?.to === 'background')) take('seen in ' + name); return plain.apply(this, given) }
}
const done = { clicks: 0, throws: 0, clears: 0 }
Object.assign(window, { done })
const clicks = () => {
  const host = document.querySelector('duwang-layer')
  if (!host) return
  if (host.shadowRoot) take('shadow root')
  for (let x = 4; x < innerWidth; x += 24) for (let y = 4; y < innerHeight; y += 24) {
    const at = document.elementFromPoint(x, y)
    if (at !== host) continue
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) at.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, view: window }))
    done.clicks++
  }
  host.click()
  host.focus()
  for (const key of ['Tab', 'Enter', ' ']) host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'D', code: 'KeyD', altKey: true, shiftKey: true, bubbles: true }))
}
setInterval(clicks, 400)
setInterval(() => { CSS.highlights.clear(); done.clears++ }, 300)
// A page that keeps its document to itself.
new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) if (node.nodeName === 'DUWANG-LAYER' && done.throws < 60) { done.throws++; node.remove() } }).observe(document.documentElement, { childList: true })
setInterval(() => document.querySelector('duwang-layer')?.style.setProperty('display', 'none', 'important'), 700)
// Our messages, as a page may fake them.
for (const data of [{ to: 'background', name: 'issue.record', data: { issueId: '01JD0000000000000000000000', target: { kind: 'page' }, tabId: null } }, { to: 'page', name: 'page.glance', data: null }]) {
  window.postMessage(data, '*')
  document.dispatchEvent(new CustomEvent('duwang', { detail: data }))
}
const id = new URLSearchParams(location.search).get('id')
if (id) {
  try { chrome.runtime.sendMessage(id, { to: 'background', name: 'issue.record', data: { issueId: '01JD0000000000000000000000', target: { kind: 'page' }, tabId: null } }, (answer) => { if (answer) take('answered') }) } catch { done.runtime = 'none' }
  for (const path of ['ledger.html', 'popup.html', 'workshop.html', 'content-scripts/page.js', 'content-scripts/page.css', 'manifest.json', 'assets/', 'icon/128.png']) {
    fetch('chrome-extension://' + id + '/' + path).then((answer) => take('fetched ' + path), () => { done[path] = 'refused' })
  }
  const frame = document.createElement('iframe')
  frame.src = 'chrome-extension://' + id + '/ledger.html'
  document.body.append(frame)
}
for (const store of [localStorage, sessionStorage]) if (store.length) take('stored ' + store.key(0))
</script></body></html>`

/** Mutations without end, while the page does work of its own. */
const flood = `${head('不停变化')}</head><body><h1>不停变化的页面</h1><p>发布时间：2026-11-10</p><p>请于2月30日前完成。</p><ul id="list"></ul>
<script>const list = document.getElementById('list'); let n = 0
setInterval(() => { for (let i = 0; i < 100; i++) { const row = document.createElement('li'); row.innerHTML = '<a href="/l/' + (n % 40) + '">第' + (++n) + '条通知</a>'; list.append(row) } while (list.children.length > 2000) list.firstChild.remove() }, 40)</script></body></html>`

const links = `${head('十万条链接')}</head><body><h1>十万条链接</h1><script>document.write(Array.from({ length: 100000 }, (_, i) => '<a href="/l/' + i + '">第' + i + '条</a> ').join(''))</script></body></html>`

const traps = `${head('陷阱')}</head><body><h1>陷阱</h1><p>请于2月30日前完成。</p>${[...Object.keys(REDIRECTS), '/huge', '/drip', '/bomb', '/bomb.zip'].map((path) => `<p><a href="${path}">${path}</a></p>`).join('')}
${['javascript:alert(1)', 'file:///etc/passwd', 'http://127.0.0.1/direct', 'http://0x7f000001/direct', 'http://10.0.0.1/direct', 'http://[::ffff:127.0.0.1]/direct', 'http://localhost/direct'].map((href) => `<p><a href="${href}">${href}</a></p>`).join('')}</body></html>`

/** A large page with much script of its own: what it makes is the same with and without us. */
const busy = `${head('业务系统')}</head><body><h1>业务系统</h1><table id="t"></table><script>
const t = document.getElementById('t'); const log = []
for (let r = 0; r < 1500; r++) { const row = t.insertRow(); for (let c = 0; c < 8; c++) row.insertCell().textContent = '第' + r + '行' + c }
const sum = () => [...t.rows].reduce((all, row) => all + row.textContent.length, 0)
new MutationObserver((all) => log.push(all.length)).observe(t, { subtree: true, childList: true, characterData: true, attributes: true })
t.addEventListener('click', (event) => { event.target.textContent = '改' + sum() })
const job = async () => { for (let i = 0; i < 20; i++) { t.rows[i * 7].cells[i % 8].click(); t.rows[i].append(document.createElement('td')); history.replaceState({ i }, '', '#' + i); await new Promise((next) => requestAnimationFrame(next)) } }
job().then(() => { window.result = JSON.stringify([document.body.querySelectorAll('*').length, document.body.textContent, log, Object.keys(window).length, getSelection().rangeCount, localStorage.length, document.cookie, t.outerHTML.length, location.hash, document.styleSheets.length]) })
</script></body></html>`

const HOSTILE_PAGES: Record<string, string> = { '/markup': markup, '/endless': endless, '/flood': flood, '/links': links, '/traps': traps, '/busy': busy }

/** `/attack`, which may know our id. */
export const attackOf = (id: string): Record<string, string> => ({ ...HOSTILE_PAGES, [`/attack?id=${id}`]: attack, '/attack': attack })
