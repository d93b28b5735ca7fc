/** Answers as real hosts give them, in words, shapes and traps of our own: what each is worth. Used by variants.test.ts. */
export interface Variant {
  name: string
  /** Reasons that are right. */
  reasons: string[]
  body: string
  asked?: string
  final?: string
  status?: number
  type?: string
  disposition?: string
  marks?: string
  /** What stands at addresses that the page may send its visitor to. */
  at?: Record<string, { body: string; status?: number }>
}

const MENU = ['首页', '要闻动态', '政务公开', '办事服务', '政民互动', '走进青禾'].map((name, at) => `<li><a href="/${at}/">${name}</a></li>`).join('')
const FOOT = '<div class="footer"><p>主办单位：青禾县人民政府办公室　承办单位：青禾县大数据中心　地址：青禾县滨河路一号</p><p>网站标识码：3701990001　联系电话：0370-0000000</p></div>'
/** A page in the frame of a content system. */
const cms = (title: string, content: string): string => `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><ul>${MENU}</ul>${content}${FOOT}</body></html>`
const bare = (title: string, content: string): string => `<html><head><title>${title}</title></head><body>${content}</body></html>`

const STORY = '<p>清晨的河堤上，几名护河员沿着新修的步道向上游走去，一边查看排口，一边把水位记进本子里。</p><p>这条河曾经因为养殖尾水变得浑浊，去年起沿岸十一户养殖场陆续装上了沉淀池，岸边又种了芦苇。</p><p>护河员说，现在钓鱼的人多了，孩子们放学也愿意绕到河边走一段，水鸟的种类比前年多出四种。</p>'

const soft = (name: string, body: string): Variant => ({ name, reasons: ['soft-404', 'error-page'], body })
const alive = (name: string, body: string, more: Partial<Variant> = {}): Variant => ({ name, reasons: ['ok'], body, ...more })
const wall = (name: string, body: string, more: Partial<Variant> = {}): Variant => ({ name, reasons: ['challenge', 'wall', 'forbidden', 'no-right', 'login', 'too-many', 'odd-status', 'needs-script'], body, ...more })

const GONE: Variant[] = [
  soft('CMS: 已删除或未发布', cms('信息提示', '<div>您查看的信息已被删除或尚未发布</div>')),
  soft('CMS: 文章编号', cms('青禾县人民政府', '<p>提示：该文章不存在，请检查文章编号。</p>')),
  soft('CMS: 出错啦', bare('出错啦', '<h2>出错啦！</h2><p>您访问的页面可能已被删除、移动或暂时不可用</p><a href="/">返回</a>')),
  soft('CMS: 迁移', cms('青禾县教育局', '<h3>您要访问的页面已迁移</h3><p>5 秒后返回首页</p>')),
  soft('CMS: 下线', cms('内容已下线', '<p>抱歉，该内容已下线</p>')),
  soft('portal: 不翼而飞', bare('页面丢失', '<p>哎呀，您访问的页面不翼而飞了</p>')),
  soft('portal: 迷路', bare('404', '<p>页面迷路了，试试从首页出发</p>')),
  soft('English', bare('Oops', "<h1>Oops! That page can't be found.</h1><p>It looks like nothing was found at this location.</p>")),
  soft('English 2', bare('Page Not Found | Qinghe', "<h1>We can't find the page you're looking for</h1>")),
  soft('English 3', bare('Not Found', '<p>Sorry, the content you requested is no longer available.</p>')),
  soft('nginx words with 200', bare('404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>')),
  soft('IIS words with 200', bare('404 - 找不到文件或目录。', '<h2>404 - 找不到文件或目录。</h2><h3>您要查找的资源可能已被删除，已更改名称或者暂时不可用。</h3>')),
  soft('Tomcat words with 200', bare('HTTP Status 404 – Not Found', '<h1>HTTP Status 404 – Not Found</h1><p>The origin server did not find a current representation for the target resource.</p>')),
  soft('only a picture', bare('404', '<img src="/images/lost.png">')),
  soft('message box and back', '<script>alert("该信息已被删除！");history.back();</script>'),
  soft('message box of a framework', bare('', '<script>layer.msg("您访问的文章不存在",function(){history.go(-1)})</script>')),
  soft('written by a script', '<script>document.write("对不起，您访问的页面不存在");</script>'),
  soft('program failed', bare('系统错误', '<h1>系统错误</h1><p>java.lang.NullPointerException</p>')),
  soft('PHP failed', '<br><b>Fatal error</b>: Uncaught Error: Call to a member function on null in /var/www/show.php on line 12'),
  soft('ASP.NET failed', bare('“/”应用程序中的服务器错误。', "<h1>Server Error in '/' Application.</h1>")),
  soft('database failed', bare('错误提示', '<p>ORA-12541: TNS: no listener</p>')),
  { name: 'JSON instead of a page', reasons: ['soft-404'], type: 'application/json', body: '{"code":404,"msg":"文章不存在","data":null}' },
  { name: 'plain text instead of a page', reasons: ['soft-404'], type: 'text/plain', body: 'File not found.' },
  { name: 'Go server with 200', reasons: ['soft-404'], type: 'text/plain; charset=utf-8', body: '404 page not found' },
  soft('suggestions in links', cms('抱歉', `<p>抱歉，您访问的页面已不存在</p><ul>${Array.from({ length: 20 }, (_, at) => `<li><a href="/a${at}.html">推荐阅读：护河员走上新修的步道查看排口第${at}期</a></li>`).join('')}</ul>`)),
  { name: 'error page by redirect', reasons: ['soft-404', 'redirect-dead'], final: 'http://www.qinghe.gov.cn/common/404.html', body: cms('页面找不到', '<p>您访问的页面找不到</p>') },
  soft('bare: no such document', bare('', '无此文档')),
  soft('archived', bare('提示', '<p>该信息已归档，暂不提供浏览</p>')),
  soft('letters set apart', bare('提 示', '<p>您 访 问 的 页 面 不 存 在</p>')),
  soft('written in a script by numbers', '<script>alert("\\u8be5\\u4fe1\\u606f\\u4e0d\\u5b58\\u5728");history.back()</script>'),
  soft('a picture and nothing else', bare('青禾县水利局', '<center><img src="/images/404.png"></center>')),
  soft('a background and a way home', bare('青禾县水利局', '<div style="background:url(/skin/error404.jpg)"></div><a href="/">返回首页</a>')),
  soft('a panel without the site', bare('没有找到站点', '<h1>没有找到站点</h1><p>您的请求在Web服务器中没有找到对应的站点！</p>')),
  soft('the database does not answer', cms('青禾县', '<p>数据库连接失败！</p>')),
  soft('a draft', bare('提示', '<p>文章未发布</p>')),
  soft('no page made of it yet', bare('提示', '<p>该网页未生成</p>')),
  { name: 'sent to an error page that names 404', reasons: ['soft-404'], final: 'http://www.qinghe.gov.cn/error.jsp?code=404', body: cms('青禾县', '<p>出错啦</p>') },
  soft('wrong record number', bare('青禾县', '<p>文章ID错误</p>')),
  soft('wrong parameter', bare('信息提示', '<p>参数错误！</p><p>没有找到相应的记录</p>')),
  soft('traditional characters', bare('頁面不存在', '<p>抱歉，您要瀏覽的頁面不存在</p>')),
  soft('moved away', cms('访问出错', '<p>该页面可能已经搬走啦</p>')),
  soft('Apache in English, 200', bare('Object not found!', '<h1>Object not found!</h1><p>The requested URL was not found on this server. If you entered the URL manually please check your spelling and try again.</p><h2>Error 404</h2>')),
  soft('Tomcat names the address', bare('Apache Tomcat/8.5 - Error report', '<h1>HTTP Status 404 - /app/a.jsp</h1>')),
  soft('ASP.NET in Chinese', bare('运行时错误', '<h1>“/”应用程序中的服务器错误。</h1><p>运行时错误</p>')),
  soft('no database', bare('', "Can't connect to MySQL server on 'db'")),
  { name: 'sent home by a named address', reasons: ['redirect-home'], body: '<script>var home="/";location.href=home;</script>', at: { 'http://www.qinghe.gov.cn/': { body: cms('青禾县', '<p>要闻</p>') } } },
  { name: 'sent on by its base', reasons: ['soft-404'], body: '<base href="/x/"><script>location.href="b.html"</script>', at: { 'http://www.qinghe.gov.cn/x/b.html': { body: bare('x', '<p>您访问的页面不存在</p>') } } },
]

const SENT_ON: Variant[] = [
  { name: 'refresh to home', reasons: ['redirect-home', 'soft-404'], body: '<html><head><META content="1;URL=\'/\'" http-equiv="Refresh"></head></html>', at: { 'http://www.qinghe.gov.cn/': { body: cms('青禾县人民政府', STORY) } } },
  { name: 'timeout to home', reasons: ['redirect-home'], body: '<script>setTimeout(function(){ window.location.replace("/index.html") }, 2000)</script>', at: { 'http://www.qinghe.gov.cn/index.html': { body: cms('青禾县人民政府', STORY) } } },
  { name: 'onload to home', reasons: ['redirect-home'], body: '<html><body onload="self.location=\'/\'"></body></html>', at: { 'http://www.qinghe.gov.cn/': { body: cms('青禾县人民政府', STORY) } } },
  { name: 'function that is called', reasons: ['redirect-home'], body: '<script>function go(){ top.location.href = "/" } setTimeout("go()", 1000)</script>', at: { 'http://www.qinghe.gov.cn/': { body: cms('青禾县人民政府', STORY) } } },
  { name: 'countdown', reasons: ['redirect-home'], body: '<script>var n=3;setInterval(function(){ if(--n<=0){ location["href"]="/" } },1000)</script>', at: { 'http://www.qinghe.gov.cn/': { body: cms('青禾县人民政府', STORY) } } },
  { name: 'script to a dead page', reasons: ['redirect-dead'], body: '<script>location.assign("/moved/9.html")</script>', at: { 'http://www.qinghe.gov.cn/moved/9.html': { body: 'gone', status: 404 } } },
  { name: 'script to a living page', reasons: ['redirected'], body: '<script>location="/new/9.html"</script>', at: { 'http://www.qinghe.gov.cn/new/9.html': { body: cms('护河员的一天', STORY) } } },
  { name: 'one frame that is gone', reasons: ['redirect-dead'], body: '<html><body><iframe src="/old/x.html" width="100%" height="100%"></iframe></body></html>', at: { 'http://www.qinghe.gov.cn/old/x.html': { body: '', status: 404 } } },
  alive('phones are sent elsewhere', bare('停水通知', '<script>if(/Android|iPhone/i.test(navigator.userAgent)){location.href="/m/"}</script><p>城北片区三日停水半天。</p>'), { at: { 'http://www.qinghe.gov.cn/m/': { body: cms('青禾县人民政府', STORY) } } }),
  alive('a button goes home', bare('停水通知', '<script>function goHome(){location.href="/"}</script><p>城北片区三日停水半天。</p><button onclick="goHome()">首页</button>'), { at: { 'http://www.qinghe.gov.cn/': { body: cms('青禾县人民政府', STORY) } } }),
  alive('a click goes home', bare('停水通知', '<script>$("#back").on("click",function(){ location.href="/" });document.getElementById("x").onclick=function(){location="/"}</script><p>城北片区三日停水半天。</p>'), { at: { 'http://www.qinghe.gov.cn/': { body: cms('青禾县人民政府', STORY) } } }),
  alive('old browsers are sent elsewhere', bare('停水通知', '<!--[if lt IE 9]><meta http-equiv="refresh" content="0;url=/ie.html"><![endif]--><p>城北片区三日停水半天。</p>'), { at: { 'http://www.qinghe.gov.cn/ie.html': { body: '', status: 404 } } }),
  alive('without scripts elsewhere', bare('停水通知', '<noscript><meta http-equiv="refresh" content="0;url=/nojs.html"></noscript><p>城北片区三日停水半天。</p>'), { at: { 'http://www.qinghe.gov.cn/nojs.html': { body: '', status: 404 } } }),
  alive('renews itself', cms('河道水位', `<meta http-equiv="refresh" content="300"><p>青禾河城区段水位一点二米。</p>${STORY}`)),
]

const LIVING: Variant[] = [
  { name: 'an answer to a letter, with its date', reasons: ['ok', 'maybe-gone'], body: cms('留言', '<h1>留言</h1><p>2024-03-04</p><p>您要查询的档案记录不存在，请到窗口核对。</p>') },
  alive('a series that is over', cms('本专题已归档', '<h1>本专题已归档</h1><p>2024-03-04</p><p>报道至此结束，共刊发稿件五十六篇，谢谢各位读者一路相伴，旧稿仍可在馆里查阅，电子版见附件。</p><p>附件：目录</p>')),
  alive('an examination', bare('考试须知', '<h1>考试须知</h1><p>考生须通过资格核验，完成验证后方可入场，仅限校内师生参加。</p>')),
  alive('a clean net', bare('网络宣传周', '<h1>网络宣传周</h1><p>净化网络环境防范风险，禁止外部人员访问机房。</p>')),
  alive('a picture out of a camera', bare('活动照片', '<img src="/2024/IMG_404.jpg">')),
  alive('a message that waits for a failure', bare('数据', '<div id="list"></div><script>$.ajax({url:"/api/list",success:function(d){$("#list").html(d)},error:function(){alert("页面不存在")}})</script>')),
  alive('a letter that ends with a captcha', cms('县长信箱', '<h1>写信须知</h1><p>我们在五个工作日内答复。</p><form><input name="title"><textarea></textarea>请输入验证码<input name="code"><button>提交</button></form>')),
  alive('a notice about a network', cms('政务外网改造公告', '<p>各单位仅限政务外网访问审批系统，请提前备份数据。</p>')),
  alive('a message title with a picture of the number 404', cms('第404期简报', '<h1>第404期简报</h1><img src="/2024/W020240404404.jpg"><p>本期刊登修渠、护林、助学三件事。</p>')),
  alive('a job list that is not out', cms('招聘', '<h1>招聘</h1><p>职位信息未发布，敬请期待。</p>')),
  alive('long article that mentions it', cms('县政务网站完成栏目整合', `${STORY}<p>整合期间，有网友打开旧链接时看到“页面不存在”的提示，技术人员已逐条设置跳转。</p>${STORY}`)),
  alive('a paragraph of its own', cms('网站运维周记', `${STORY}<p>您访问的页面不存在</p><p>这是上周被反映最多的一句提示，运维人员为此查了四百多条旧链接，补上了去处。</p>${STORY}`)),
  alive('a road', cms('省道404线养护工程完工', '<h1>省道404线养护工程完工</h1><p>全长十一公里的养护工程昨天完工通车。</p>')),
  alive('a road at the end', cms('关于封闭省道 404', '<p>因桥梁检修，省道 404 线南段封闭三天。</p>')),
  alive('a number in front', cms('404户农房完成改造', '<h1>404户农房完成改造</h1><p>改造后的农房水电齐全，住户已陆续搬回。</p>')),
  alive('a short answer under 信息公开', cms('依申请公开答复', '<p>经检索，您申请公开的信息不存在。如对本答复不服，可以依法申请行政复议。</p>')),
  alive('a document that has lapsed', cms('青禾县集市管理办法', '<p>效力状态：该文件已失效</p><p>为规范集市秩序，便利群众赶集，制定本办法。集市设在镇区东街，逢三、六、九开市。</p><p>摊位按号经营，收摊后自行清扫，垃圾投放到指定地点，违者由集市管理站劝导改正。</p>')),
  alive('a tender that is over', cms('办公用纸询价公告', '<p>该公告已过期</p><p>一、项目名称：办公用纸采购。二、数量：五百箱。三、送货地点：县政府机关食堂东侧仓库。四、联系人：办公室行政股。</p>')),
  alive('a blank column', cms('人事信息', '<p>暂无相关信息</p>')),
  alive('a column under construction', cms('专题专栏', '<p>该栏目暂无内容</p>')),
  alive('a search without hits', cms('站内搜索', '<p>没有找到相关内容，请换一个词试试</p>'), { asked: 'http://www.qinghe.gov.cn/search?q=abc' }),
  alive('a notice about an outage', cms('关于网站短时无法访问的公告', '<p>因机房检修，本周六凌晨县政府网站将短时无法访问，请提前办理业务。</p>')),
  alive('a questions page', cms('常见问题', `<p>问：为什么有的页面打不开？</p><p>答：您访问的页面不存在，一般是因为旧栏目已经归并到新栏目，可以在首页按栏目名称查找，也可以拨打服务热线询问。</p><p>问：附件下载不了怎么办？</p><p>答：请更换浏览器，或者在工作时间联系网站管理员，我们会在一个工作日内处理并把结果告诉您。</p>`)),
  alive('security notice', cms('警惕仿冒政务网站', `<p>近期出现仿冒网站，页面提示“您的访问请求被拦截，请完成安全验证”，诱导填写银行卡号。</p>${STORY}`)),
  alive('article about logging in', cms('办事指南：如何登录服务平台', `<p>打开首页后点右上角，选择个人登录，输入手机号和验证码即可。</p>${STORY}`)),
  alive('short page', bare('值班电话', '<p>值班电话：0370-0000001</p>')),
  alive('English page', bare('Rivers', '<p>The page lists water levels of the river at five bridges; levels are updated each morning by the county office.</p>')),
  alive('an empty list of a program', cms('结果公示', '<table><tr><th>姓名</th><th>单位</th></tr><tr><td>共 0 条</td></tr></table>')),
  alive('JSON data', '{"code":200,"data":[{"id":404,"name":"桥"}]}', { type: 'application/json' }),
  alive('robots', 'User-agent: *\nDisallow:', { type: 'text/plain' }),
  alive('speaks of what was deleted elsewhere', cms('关于删除虚假信息的通报', `<h1>通报</h1><p>该账号发布的信息已被删除。</p>${STORY}`)),
  alive('asks for reports of broken links', cms('河堤步道', '<h1>河堤步道</h1><p>步道全长三公里。</p><p>链接有误请反馈：0370-0000000</p>')),
  alive('old browsers are not supported', cms('河堤步道', '<h1>河堤步道</h1><p>步道全长三公里。</p><p>本网站不支持旧版浏览器访问</p>')),
  alive('work on security checks', cms('汛前安全检查', '<h1>汛前安全检查</h1><p>县应急局正在进行安全检查，重点查看泵站。</p>')),
  alive('a letter with a slider', cms('写信', '<form><p>请如实填写来信内容，办理单位将在十五个工作日内答复，答复可凭编号查询。来信人姓名、电话和地址仅供办理单位联系之用，不对外公开。请勿重复提交同一事项，紧急事项请直接拨打热线电话。</p><div class="geetest"></div></form>')),
]

const WALLED: Variant[] = [
  wall('files are not given to other sites', bare('提示', '<p>非法链接，请从本站页面访问</p>')),
  wall('a file is not given to other sites', bare('提示', '非法下载，请从本站页面访问'), { asked: 'http://www.qinghe.gov.cn/a.pdf' }),
  wall('校园网', bare('提示', '<p>仅限教育网内访问</p>')),
  wall('a waiting room', bare('排队', '<p>当前访问人数过多，您前面还有120人，请耐心等待</p>')),
  wall('a token that has run out', bare('提示', '<p>token已失效，请重新获取授权</p>')),
  wall('cookies are forbidden here', bare('提示', '<p>您的浏览器禁用了Cookie，请开启后重试</p>')),
  wall('only for telephones', bare('提示', '<p>请使用手机访问本页面</p>')),
  wall('WeChat: odd surroundings', bare('环境异常', '<p>当前环境异常，完成验证后即可继续访问。</p><a>去验证</a>')),
  wall('another browser is asked for', bare('提示', '<p>请使用IE浏览器访问本系统</p>')),
  wall('瑞数 202', '<html><head><meta id="9DhefwqGPrzGxEp9hPaoag" content="x" r="m"></head><script type="text/javascript" charset="utf-8" src="/4QbVtADbnLVIc/c.FxJzG50F.dfe1675.js" r="m"></script><script>(function(){var _$af=0;function _$b1(){}})()</script><body></body></html>', { status: 202 }),
  wall('瑞数 400', '<html><script>$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.cd="qq"</script></html>', { status: 400 }),
  wall('加速乐 with concatenation', "<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_clearance');location.href=location.pathname+location.search</script>"),
  wall('加速乐 eval', '<script>eval(function(p,a,c,k,e,d){return p}("0.1=2",3,3,"document|cookie|__jsl_clearance".split("|"),0,{}));setTimeout("location.reload()",1)</script>', { status: 521 }),
  wall('安全狗', bare('网站防火墙', '<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p>')),
  wall('安全狗 404', bare('安全狗提示', '<p>您所提交的请求含有不合法的参数，已被安全狗拦截</p>'), { status: 404 }),
  wall('云锁', bare('拦截提示', '<p>当前访问疑似黑客攻击，已被网站管理员设置为拦截</p><p>云锁</p>')),
  wall('D盾', bare('D盾_拦截提示', '<p>您的请求被拦截了</p>')),
  wall('宝塔', bare('网站防火墙', '<p>您的请求似乎存在威胁，已被拦截</p>')),
  wall('知道创宇', bare('知道创宇云安全', '<p>由于您访问的请求可能对网站造成威胁，已被创宇盾阻断</p>'), { status: 405 }),
  wall('阿里云', bare('405', '<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>'), { status: 405 }),
  wall('阿里云 slider', bare('滑动验证页面', '<p>亲，请拖动下方滑块完成验证</p>')),
  wall('腾讯云', bare('腾讯云 Web 应用防火墙', '<p>您的访问请求可能对网站造成安全威胁，请求已被管理员设置的策略阻断</p>')),
  wall('华为云', bare('418', '<p>您的请求疑似攻击行为！</p><p>事件ID：0-0000-00</p>'), { status: 418 }),
  wall('深信服', bare('访问被阻断', '<p>The URL you requested has been blocked. URL = www.qinghe.gov.cn/</p>')),
  wall('绿盟', bare('提示', '<p>您的访问被拒绝，如有疑问请联系管理员</p>')),
  wall('奇安信', bare('拦截页面', '<p>您的访问存在安全风险，已被网站安全防护系统拦截</p>')),
  wall('Cloudflare', '<title>Just a moment...</title><script>window._cf_chl_opt={}</script>', { status: 403, marks: 'cf-mitigated: challenge' }),
  wall('Cloudflare 200', '<title>Attention Required! | Cloudflare</title><p>Sorry, you have been blocked</p>', { status: 503 }),
  wall('F5', '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234</body></html>'),
  wall('too quick', bare('提示', '<p>您访问过于频繁，请稍后再试</p>')),
  wall('address not allowed', bare('访问受限', '<p>您的IP地址不在允许访问的范围内</p>')),
  wall('inside only', bare('提示', '<p>该系统仅限政务外网访问</p>')),
  wall('no right', cms('提示', '<p>您没有权限访问该页面</p>')),
  wall('no right 2', bare('权限不足', '<p>对不起，您无权查看该信息</p>')),
  wall('WeChat only', bare('抱歉，出错了', '<p>请在微信客户端打开链接</p>')),
  wall('login form', cms('青禾县人才服务平台', '<form><input type=password name=p><input name=u><button>登录</button></form>')),
  wall('login in words', cms('提示', '<p>您尚未登录或登录已超时，请重新登录</p>')),
  wall('login by script', '<script>window.location.href="/cas/login?service=x"</script>', { at: { 'http://www.qinghe.gov.cn/cas/login?service=x': { body: bare('统一身份认证', '<input type="password">') } } }),
  wall('login by JSON', '{"code":401,"msg":"未登录"}', { type: 'application/json' }),
  wall('cookies wanted', bare('', '<p>请开启浏览器的 Cookie 后访问</p>')),
  { name: 'maintenance', reasons: ['maintenance'], body: bare('系统维护', '<p>网站正在升级维护，请稍后访问，给您带来的不便敬请谅解。</p>') },
  { name: 'maintenance in a frame', reasons: ['maintenance'], body: bare('提示', '<h1>系统升级中</h1><p>预计于今晚 22 时恢复</p>') },
  alive('notice about maintenance', cms('关于网站停机维护的通知', `<p>定于本周六零时至六时对县政府网站进行停机维护，期间网站无法访问，敬请谅解。</p>${STORY}`)),
  wall('腾讯云 in other words', bare('501', '<p>很抱歉，您提交的请求可能对网站造成威胁，请求已被管理员设置的策略阻断</p>')),
  wall('Incapsula', '<html><head><meta name="robots" content="noindex"><script src="/_Incapsula_Resource?x=1"></script></head><body></body></html>'),
  wall('slider of a service', '<html><head><title>验证</title><script src="https://static.geetest.com/v4/gt4.js"></script></head><body><p>点击按钮进行验证</p></body></html>'),
  wall('not in the service area', bare('', '<p>您的IP地址不在服务范围内</p>')),
  wall('not from there', bare('提示', '<p>您所在的地区暂无法访问本网站</p>')),
  wall('too quick in other words', bare('', '<p>您访问的频率过快，请稍后再试</p>')),
  wall('checks and loads again', '<html><head><title>网站访问提示</title><script>setTimeout(function(){location.reload()},1500)</script></head><body><p>网站正在进行安全检测，请稍候…</p></body></html>'),
  wall('a script without a name', '<html><head><script src="/a_b_c.js?v=1"></script></head><body onload="run()"></body></html>'),
]

const OUT = 'http://www.sample-trade.com/p/1.html'
const OWNER: Variant[] = [
  alive('crackdown', bare('警方捣毁跨境赌博窝点', `<p>民警现场查获百家乐、老虎机等设备，冻结投注资金，抓获开设赌场、组织博彩的嫌疑人十一名。</p>${STORY}`), { asked: OUT }),
  alive('warning without police in the title', bare('百家乐十赌九骗，莫入网络博彩陷阱', `<p>网络投注平台以彩金、返水引人下注，后台随时改赔率，反诈中心提醒远离赌博。</p>${STORY}`), { asked: OUT }),
  alive('news about domain trade', bare('域名交易平台备案新规实施', `<p>新规要求域名交易平台核验买卖双方身份，域名出售前应当注销原有备案。</p>${STORY}`), { asked: OUT }),
  alive('lottery for welfare', bare('福利彩票投注站查询', '<p>全县福利彩票投注站四十七家，双色球每周二、四、日开奖，投注截止时间为开奖当晚八点。</p>'), { asked: OUT }),
  alive('crossroads', bare('城区路口交通组织调整', '<p>妇女优秀代表、A片区居民与绿色播种志愿者参加路口交通劝导，码头一带有码头工人协助。</p>'), { asked: OUT }),
  alive('a club for chess', bare('社区棋牌娱乐室开放', '<p>棋牌娱乐室每天九点开放，供老年人下象棋、打扑克。</p>'), { asked: OUT }),
  alive('time slots', bare('Appointment slots', '<p>Free slots are shown in green; choose one of the slots.</p>'), { asked: OUT }),
  { name: 'gambling', reasons: ['changed-gambling'], asked: OUT, body: bare('PG电子·(中国)官方网站', '<p>真人百家乐、电子游艺、体育投注，首存即送彩金，立即注册</p>') },
  { name: 'gambling with an old title', reasons: ['changed-gambling'], asked: OUT, body: bare('青禾茶叶商会', '<meta name="description" content="澳门新葡京官网注册送彩金"><p>澳门新葡京 真人荷官 老虎机 时时彩</p>') },
  { name: 'porn', reasons: ['changed-porn'], asked: OUT, body: bare('国产精品视频在线', '<p>成人视频 无码专区 日韩无码</p>') },
  { name: 'for sale in English', reasons: ['changed-for-sale'], asked: OUT, body: bare('sample-trade.com', '<h1>sample-trade.com is for sale</h1><p>Buy this domain. Inquire now.</p>') },
  { name: 'for sale in Chinese', reasons: ['changed-for-sale'], asked: OUT, body: bare('域名出售', '<p>您正在访问的域名可以转让！域名：sample-trade.com 请联系卖家</p>') },
  { name: 'for sale, short', reasons: ['changed-for-sale'], asked: OUT, body: bare('sample-trade.com', '<p>此域名待售，有意者请加微信</p>') },
  { name: 'expired', reasons: ['changed-parked'], asked: OUT, body: bare('域名到期提示', '<p>您访问的域名已过期，请尽快联系服务商续费</p>') },
  { name: 'host not paid', reasons: ['changed-parked'], asked: OUT, body: bare('提示', '<p>该网站空间已到期，请联系管理员</p>') },
  { name: 'not bound', reasons: ['changed-parked'], asked: OUT, body: bare('没有找到站点', '<h1>没有找到站点</h1><p>您的请求在Web服务器中没有找到对应的站点！</p>') },
]

export const VARIANTS: Variant[] = [...GONE, ...SENT_ON, ...LIVING, ...WALLED, ...OWNER]
