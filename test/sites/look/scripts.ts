/** The portal's own script: tabs, type size, sharing, the prompt before another site. */
const portal = `
document.querySelectorAll('[role=tablist]').forEach(function (list) {
  list.addEventListener('click', function (event) {
    var tab = event.target.closest('[role=tab]')
    if (!tab) return
    var box = list.parentNode
    box.querySelectorAll('[role=tab]').forEach(function (one) { one.classList.toggle('on', one === tab) })
    box.querySelectorAll('[role=tabpanel]').forEach(function (one) { one.hidden = one.dataset.pane !== tab.dataset.tab })
  })
})
function doZoom(size) {
  var body = document.querySelector('#zoom, #UCAP-CONTENT')
  if (body) body.querySelectorAll('p').forEach(function (one) { one.style.fontSize = size + 'px' })
}
function share() { if (navigator.share) navigator.share({ title: document.title, url: location.href }) }
function leave(link) {
  if (confirm('您访问的链接即将离开“青禾县人民政府”门户网站，是否继续？')) window.open(link.dataset.url)
}
`

/** Paging line of 拓尔思 lists: total pages, current (from 0). */
const page = `
function createPageHTML(total, current) {
  document.write('<span>共' + total + '页</span>　<span>第' + (current + 1) + '页</span>')
}
`

/** Paints a list from the text/xml script that follows its box, a moment after load. */
const jpage = `
function jpage(id, options) {
  window.addEventListener('load', function () {
    setTimeout(function () {
      var box = document.getElementById(id)
      var xml = document.querySelector('script[type="text/xml"]').textContent
      var rows = xml.match(/<record><!\\[CDATA\\[[\\s\\S]*?\\]\\]><\\/record>/g) || []
      box.querySelector('.jpage-list').innerHTML = rows.map(function (row) {
        return row.replace('<record><![CDATA[', '').replace(']]></record>', '')
      }).join('')
      box.querySelector('.default_pgPanel').textContent = '共' + options.totalRecord + '条记录　第1页　共' + Math.max(1, Math.ceil(options.totalRecord / options.perPage)) + '页'
    }, 250)
  })
}
`

/** Script by path, or null. */
export function scriptAt(path: string): string | null {
  return { '/script/portal.js': portal, '/script/page.js': page, '/script/jpage.js': jpage }[path] ?? null
}
