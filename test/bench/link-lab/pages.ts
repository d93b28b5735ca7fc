import iconv from 'iconv-lite'

/** Pages of the lab: a made-up county 鹿原县, all words our own. */

const MENU = ['首页', '走进鹿原', '政务公开', '政务服务', '互动交流', '数据发布', '专题专栏'].map((name, at) => `<li><a href="/c${at}/">${name}</a></li>`).join('')

/** A page in the county's frame, as content systems make them: menu, breadcrumb, content, footer. */
export function framed(title: string, content: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<div class="top"><ul>${MENU}</ul></div><div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/c2/">政务公开</a></div>
<div class="main">${content}</div>
<div class="foot"><p>主办单位：鹿原县人民政府办公室 承办单位：鹿原县大数据中心</p><p>网站标识码：0000000000 联系电话：0000-0000000</p></div></body></html>`
}

const SENTENCES = [
  '各乡镇要把灌渠清淤安排在插秧之前，逐段登记水毁点位，能修的当天修好。',
  '会议听取了农业农村局关于春耕物资储备的汇报，对种子、化肥的调运作了安排。',
  '工作组走访了三个村的养殖户，逐户核对补贴面积，现场解答了申报材料的问题。',
  '本次培训分四期进行，每期两天，内容包括茶园修剪、病虫害识别和包装贮运。',
  '县图书馆延长周末开放时间，新增少儿借阅区，读者凭身份证即可办理借书证。',
  '道路养护期间请过往车辆减速慢行，服从现场人员指挥，由此带来的不便敬请谅解。',
]

/** An article that differs from every other: its number turns the sentences round. */
export function article(n: number): string {
  const paragraphs = Array.from({ length: 4 }, (_, at) => `<p>${SENTENCES[(n + at) % 6]}${SENTENCES[(n * 5 + at * 2 + 1) % 6]}第${n}号台账已更新。</p>`)
  return framed(`鹿原县工作动态第${n}期_鹿原县人民政府`, `<h1>鹿原县工作动态第${n}期</h1><p>发布时间：2026-03-${10 + (n % 18)} 来源：县政府办</p>${paragraphs.join('')}`)
}

/** A page that is short and alive. */
export const shortNotice = (n: number): string => framed(`停水通知（${n}）`, `<h1>停水通知</h1><p>因管道检修，城北片区${n}日停水半天。</p>`)

/** A long page that speaks about missing pages and is none. */
export const faq = (n: number): string => framed('网站使用常见问题', `<h1>网站使用常见问题（${n}）</h1>${Array.from({ length: 12 }, (_, at) => `<h3>问题${at}：打开时提示“您访问的页面不存在”怎么办？</h3><p>页面不存在通常是地址有误或文章已移到新栏目，可从首页进入栏目查找，也可使用站内搜索。${SENTENCES[at % 6]}</p>`).join('')}`)

/** Ways in which content systems say, with status 200, that an article is gone. */
export const GONE_PAGES: ((n: number) => string)[] = [
  () => framed('鹿原县人民政府', '<div class="tip">对不起，您要查看的信息不存在或已被删除！</div><p><a href="/">返回首页</a></p>'),
  () => '<html><head><title>提示信息</title></head><body><p>该文章已删除</p></body></html>',
  (n) => framed('页面未找到', `<h2>抱歉，您访问的页面找不到了</h2><p>地址 /deleted/${n} 可能已失效，<span>5</span>秒后返回首页</p>`),
  () => '<html><head><title>404</title></head><body><img src="/404.png" alt=""><p>啊哦，您要找的页面走丢了~</p></body></html>',
  () => framed('鹿原县人民政府门户网站', '<p>很抱歉，该栏目不存在</p>'),
  () => '<html><head><title>Error</title></head><body><h1>The page you requested could not be found.</h1></body></html>',
]

/** A host's own error page in words that no list of phrases has. */
export const oddError = (path: string): string => framed('鹿原县档案馆', `<div class="say">这里空空如也，就像收割后的稻田。</div><p>您输入的是 ${path}</p><p>不妨到 <a href="/">大厅</a> 坐坐，或者看看这些：</p><ul>${Array.from({ length: 5 }, () => `<li><a href="/x">推荐${Math.floor(Math.random() * 1000)}</a></li>`).join('')}</ul>`)

/** A home page. */
const LETTERS = SENTENCES.join('').replace(/[，。、]/g, '')
const anyWords = (): string => Array.from({ length: 14 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('')
/** Says nothing that a list of words has, and shows other news each time. */
export const restless = (): string => framed('鹿原县书市', `<p>书都在架上，茶都在桌上，您要翻的那一页风还没有吹到，请到门口的石阶上坐一坐，看看别的。</p><ul>${Array.from({ length: 6 }, () => `<li><a href="/x">${anyWords()}</a><span>03-${10 + Math.floor(Math.random() * 18)}</span></li>`).join('')}</ul>`)

export const home = (name: string): string => framed(`${name}`, `<h2>要闻</h2><ul>${Array.from({ length: 30 }, (_, at) => `<li><a href="/art/${at}.html">${SENTENCES[at % 6]?.slice(0, 18)}</a><span>03-${10 + (at % 18)}</span></li>`).join('')}</ul><h2>通知公告</h2><p>${SENTENCES.join('')}</p>`)

/** A site that lets nobody in, in words of its own. */
export const closedShop = framed('提示', '<p>本馆资料请持阅览证，由东门进馆后浏览。</p>')
/** A page that waits for its data, and says what it would say if none came. */
export const waits = '<html><head><title>数据</title></head><body><div id="list"></div><script>$.ajax({url:"/api/list",success:function(d){$("#list").html(d)},error:function(){alert("页面不存在")}})</script></body></html>'

export const login = framed('统一身份认证平台', '<form><input name="user"><input type="password" name="word"><button>登录</button></form>')

export const WALLS = {
  ruishu: '<!DOCTYPE html><html><head><meta id="ZzTtQq" content="aB3dEf_lab" r="m"><script>$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.nsd=12345;</script></head><body></body></html>',
  jiasule: '<script>document.cookie="__jsl_clearance_s=0|lab";location.href=location.pathname+location.search</script>',
  acw: '<html><script>var arg1="0123456789ABCDEF0123456789ABCDEF01234567";var _0x=["reload"];function go(x){document.cookie="acw_sc__v2="+x;document.location.reload()}go(arg1)</script></html>',
  named: '<html><head><title>网站防火墙</title></head><body><h1>您的请求带有不合法参数，已被网站管理员设置拦截！</h1></body></html>',
  spa: '<!doctype html><html><head><meta charset="utf-8"><title>鹿原政务服务</title></head><body><div id="app"></div><script src="/assets/app.js"></script></body></html>',
}

export const OWNERS = {
  gambling: '<html><head><title>金沙国际娱乐-真人百家乐-体育投注平台</title><meta name="keywords" content="百家乐,老虎机,时时彩"><meta name="description" content="首存送彩金"></head><body><h1>注册送彩金</h1><p>电子游艺 棋牌游戏 体育投注</p></body></html>',
  porn: '<html><head><title>成人视频在线观看-无码专区</title></head><body><p>国产精品 日韩无码 偷拍自拍</p></body></html>',
  sale: '<html><head><title>luyuan-trade.com is for sale</title></head><body><h1>This domain is for sale</h1><p>Make an offer for this domain</p></body></html>',
  parked: '<html><head><title>luyuan-old.com</title></head><body><p>该域名已过期，请联系注册商续费。</p><p>Related searches</p></body></html>',
}

export const serverError = '<html><head><title>HTTP Status 500 – Internal Server Error</title></head><body><h1>HTTP Status 500</h1><p>java.lang.NullPointerException at gov.luyuan.Info.show</p></body></html>'

/** The text as GBK, without saying so: half of such pages leave it to the browser. */
export function gbk(html: string, declared: boolean): Buffer {
  return iconv.encode(html.replace('<meta charset="utf-8">', declared ? '<meta charset="gb2312">' : ''), 'gbk')
}

/** A PDF that ends, of so many bytes. */
export const pdf = (size: number): Buffer => Buffer.from(`%PDF-1.4\n${'1 0 obj\n'.repeat(Math.ceil(size / 8))}startxref\n9\n%%EOF\n`)
/** The smallest ZIP: its end-of-central-directory record after some bytes. */
export const zip = (): Buffer => Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(300, 7), Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)])
export const png = (): Buffer => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
