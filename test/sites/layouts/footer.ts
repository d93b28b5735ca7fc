import { siteUrl } from '../county/addresses.ts'
import type { CountySite, Scene } from '../county/types.ts'

/** Planted on one page each: 找错 left out, or with another site's code. */
export type JiucuoFault = 'missing' | 'other-site' | null

function jiucuo(site: CountySite, mended: boolean, fault: JiucuoFault): string {
  const planted = mended ? null : fault
  if (planted === 'missing') return ''
  const code = planted === 'other-site' ? '3701990077' : site.code
  if (site.jiucuo === 'script') {
    return `<span id="_span_jiucuo"></span><script id="_jiucuo_" sitecode="${code}" src="http://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>`
  }
  const url = encodeURIComponent(siteUrl(site, '/'))
  return `<a class="mark" href="http://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${code}&amp;url=${url}" target="_blank">`
    + '<img src="http://zfwzgl.www.gov.cn/exposure/images/jiucuo.png" alt="我为政府网站找错" height="44"></a>'
}

function conac(site: CountySite): string {
  if (site.jiucuo === 'script') {
    return '<span id="_ideConac"></span>'
      + `<script src="//dcs.conac.cn/js/15/370/0199/60000001/CA${site.police}0000001.js"></script>`
  }
  return `<a class="mark" href="http://bszs.conac.cn/sitename?method=show&amp;id=${site.conac}" target="_blank">`
    + '<img src="http://dcs.conac.cn/image/red.png" alt="党政机关" height="44"></a>'
}

/** The footer with its seven marks: 标识码, ICP, 公安备案, 党政机关标识, 找错, 主办单位 and 联系方式, 站点地图. */
export function footer({ site, mended, clock }: Scene, fault: JiucuoFault = null): string {
  const portal = site.host.startsWith('www.')
  const map = portal ? '/wzdt/' : 'http://www.qinghe.gov.cn/wzdt/'
  return `<footer class="foot" id="footer"><div class="wrap foot-in">
<div class="marks">${conac(site)}${jiucuo(site, mended, fault)}</div>
<div class="foot-text">
<p><a href="${map}">站点地图</a> | <a href="http://www.qinghe.gov.cn/gywm/">关于我们</a>${portal ? ' | <span>本网站支持IPv6</span>' : ''}</p>
<p>主办单位：${site.sponsor}　联系电话：${site.phone}　地址：${site.address}</p>
<p>网站标识码：${site.code}　<a href="http://beian.miit.gov.cn/" target="_blank">${site.icp}</a>　<a href="http://beian.mps.gov.cn/#/query/webSearch?code=${site.police}" target="_blank">鲁公网安备 ${site.police}号</a></p>
<p>版权所有：${site.sponsor}　${clock.today.slice(0, 4)}年</p>
</div></div></footer>`
}
