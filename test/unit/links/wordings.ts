/** Wordings of our own, tried as a bare page, as a content system's page and as a message box: what each is worth. Used by wordings.test.ts. */

/** Answers that say the page is not there, with status 200. */
export const GONE = `
您所访问的页面不存在或已删除｜对不起，您访问的内容不存在！｜抱歉！页面无法访问……｜该页面已失效
您要找的页面被外星人抓走了｜页面去火星了｜很抱歉，您要访问的页面已经下线｜内容不存在或已被管理员删除｜文档不存在
该文档已被删除｜文章不存在或未审核｜该信息已经被屏蔽｜此信息已过期或删除｜此信息不存在！｜信息未找到
没有找到您要访问的页面｜没有您要查看的信息｜您查找的资源不存在｜您请求的文件不存在｜您输入的网址有误
您输入的地址不正确，请核对后再试｜网址输入错误或页面已被移除｜你访问的页面找不回来了｜页面找不到了~｜页面君迷路啦
哎呦，页面被风吹走了｜系统找不到您请求的页面｜服务器上找不到该页面｜您访问的网页出错了｜抱歉，该专题已关闭｜该栏目已撤销
该站点已关停｜本站已停止更新并关闭｜抱歉，指定的主题不存在或已被删除或正在被审核｜抱歉，您指定的版块不存在
该主题已被删除｜记录不存在｜数据不存在｜您要查看的数据不存在或已删除｜页面已过期｜该页无法显示｜无法显示此页
无法找到该网页｜无法找到您要的网页｜找不到服务器或 DNS 错误｜您正在搜索的页面可能已经删除、更名或暂时不可用。
指定的文件不存在｜下载文件不存在｜附件不存在｜附件已被删除｜文件已丢失｜没有该文件｜无此文章｜查无此页｜没有这篇文章
该稿件已撤稿｜稿件不存在或未发布｜未发布或已撤销发布｜内容已被撤回｜内容审核中或已下架｜非法访问！参数错误｜参数不正确
缺少参数｜非法参数｜不合法的ID｜错误的请求地址｜请求的地址不存在｜请求的资源不可用｜404！您访问的页面飞走了
Sorry，页面走丢了｜您来晚了，页面已经不在了｜您访问的页面暂时无法打开｜网页已不存在｜链接已失效｜链接不存在或已过期
该链接已失效，请返回首页｜您请求的页面已被归档｜此页面已停止访问｜本页已迁至新址｜当前页面不存在，请检查您输入的网址
很遗憾，没有找到您想要的页面｜内容被作者删除了｜您打开的页面不见啦｜此网页已失联｜抱歉，该内容未公开｜资源已过期
对不起，没有查询到该信息｜对不起，您查看的文章已被回收｜您所查看的内容已转移｜亲，页面跑丢啦｜页面丢了，我们正在努力寻找
你要找的页面已经不存在了｜所请求的资源不存在｜您所请求的网址（URL）无法获取｜您想查看的页面暂时找不到
页面可能已被管理员移走｜文章已下架｜链接无效｜链接地址错误｜抱歉，出错了！该页面可能不存在｜ERROR：页面地址错误
错误代码：404｜错误号：404｜状态码 404｜温馨提示：您访问的页面不存在，系统将在 5 秒后自动返回首页
网页不存在，3秒后自动跳转到首页｜文件不存在！｜该附件不存在或已删除｜文件未找到｜找不到文件｜文件已损坏或不存在
该图片不存在｜该视频已下线｜该公告已撤回｜信息已撤销｜您要查看的通知已删除｜事项不存在或已停用｜该事项已下架
您查看的办事指南不存在｜该留言不存在｜该信件不存在或未公开｜该期刊不存在｜该活动不存在
抱歉，您要找的页面已经搬家了｜对不起，该文章正在审核或已被删除｜您浏览的信息已下架｜没有找到该页面，请检查网址是否正确
糟糕！页面消失了｜页面已被移除或更名｜该内容已失效或被删除，请访问其他内容｜此链接已过期｜抱歉，没有找到您要的文章
您查看的页面已删除，5秒后返回首页｜访问的资源不存在，请联系管理员｜文章未找到｜查询的信息不存在｜无效的文章编号
该网页无法正常显示｜该页面尚未发布｜您所访问的栏目已关闭｜咦，页面不在服务区｜网页走神了｜原文已删除｜原文链接已失效
页面打不开了，去首页看看吧｜抱歉，您要的资料已撤下｜您要找的内容躲起来了｜网页出现错误，请返回首页｜抱歉,该页已搬迁｜信息正在审核中，暂无法查看｜该应用已停用｜此連結已失效
网址已变更，请从首页重新进入｜抱歉，没有您想看的内容｜当前信息已过有效期｜该信息已取消发布｜该公众号已迁移
该政策文件已被移除｜内容建设中或已移除｜本条信息已被发布者删除｜对不起！您访问的链接不存在，可能已被移走
`.trim().split(/[｜\n]/)

/** The same in English. */
export const GONE_ENGLISH = `
Page is gone｜Page not found｜The page you are looking for does not exist｜Sorry, this page isn’t available
Sorry, this page isn't available. The link you followed may be broken, or the page may have been removed.
We couldn’t find that page｜We couldn't find the page you requested｜The requested page could not be found.
This page has been removed｜This content is no longer available｜Nothing found｜This page doesn't exist
The file you requested was not found
The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.
No such file or directory｜No such page｜Whoops! Page missing｜Error 404｜404 - Page Not Found｜HTTP 404
404. That’s an error.｜The requested URL /a.html was not found on this server.｜Document not found｜Invalid URL
The page has expired｜Article does not exist｜Record not found｜Resource not found
Sorry! That page doesn’t seem to exist.｜The link you clicked may be broken or the page may have been removed.
Page does not exist｜This page could not be found｜Page unavailable
We are sorry, but the page you were looking for was not found｜The specified file was not found on this server
The webpage cannot be found｜Object Not Found｜Not Found｜The requested resource is not available.｜URL not found
Content not available｜This item has been deleted｜Gone｜Cannot GET /a/b.html｜No route matches
The requested document was not found on this server
Sorry, we can’t seem to find the page you’re looking for.｜This page no longer exists.
The article you requested has been archived or removed.｜Error: Document does not exist
The content you are trying to access is unavailable.｜That resource could not be located.
Looks like this page has vanished｜The URL may be misspelled or the page you are looking for is no longer available.
`.trim().split(/[｜\n]/)

/** Short living pages whose words come near: title and body. */
export const LIVING: [title: string, body: string][] = [
  ['停水', '<h1>停水</h1><p>自来水公司将关闭东街阀门。</p>'],
  ['关于撤销某某奖项的决定', '<p>经研究，决定撤销某某的先进称号。</p>'],
  ['档案查询指南', '<p>档案丢失的，请到原单位补办。</p>'],
  ['遗失声明', '<p>青禾县某某商店公章丢失，声明作废。</p>'],
  ['注销公告', '<p>青禾县某某协会已注销，请债权人申报债权。</p>'],
  ['文件清理结果', '<p>下列文件失效：</p><table><tr><td>青政发〔2001〕3号</td></tr></table>'],
  ['路灯维修进展', '<p>城区路灯正在维修，预计三日完成。</p>'],
  ['公众号停更公告', '<p>“青禾微讯”公众号已停止更新，感谢关注。</p>'],
  ['网站关停公告', '<p>根据集约化要求，县林业局网站已关停，内容已迁移至县政府网站。</p>'],
  ['网站迁移公告', '<p>县教育局网站已整体迁移至县政府网站，新地址为本站教育栏目，欢迎访问。</p>'],
  ['系统升级公告', '<p>为提升服务，定于3月5日22时至次日6时对系统升级，届时服务暂停。</p>'],
  ['网站地图', '<p>以下为全站栏目</p>'],
  ['无障碍浏览', '<p>按Ctrl+加号放大页面</p>'],
  ['网站声明', '<p>未经授权不得转载本站内容。</p><p>本站部分内容来自其他网站，如有侵权请联系删除。</p>'],
  ['附件', '<p>附件：1.申请表.doc</p>'],
  ['办理结果', '<p>经查询，暂无该企业处罚记录</p>'],
  ['行政处罚', '<p>暂无行政处罚信息</p>'],
  ['领导信箱', '<p>来信主题：小区门禁损坏</p><p>答复：已更换。</p>'],
  ['政策问答', '<p>问：许可证遗失了怎么补办</p><p>答：带身份证到窗口申请。</p>'],
  ['失物招领', '<p>找到黑色背包一个</p>'],
  ['废止决定', '<p>现决定废止《青禾县集市管理办法》。</p>'],
  ['资格复审', '<p>未到场者视为放弃，资格被取消。</p>'],
  ['会议取消', '<p>原定于周五的会议取消。</p>'],
  ['链接', '<p>友情链接</p>'],
  ['数据说明', '<p>部分数据缺失，以年鉴为准。</p>'],
  ['图片新闻', '<p>图片：护河员在巡河。</p>'],
  ['错误更正', '<p>昨日刊发的稿件中人名有误，特此更正。</p>'],
  ['价格公示', '<p>404 元/吨</p>'],
  ['车牌摇号', '<p>编号404：张某</p>'],
  ['征求意见', '<p>征求意见已结束。</p><p>期间收到意见3条。</p>'],
  ['系统介绍', '<p>该系统可拦截诈骗电话，守护钱袋子。</p>'],
  ['IP地址备案', '<p>单位更换IP地址须备案。</p>'],
  ['Results', '<p>No bids were received by the deadline.</p>'],
  ['Notice', '<p>The office at River Road has been moved to Bridge Street.</p>'],
  ['Notice', '<p>This service is not available on public holidays.</p>'],
  ['Lost and found', '<p>Items not found within 30 days are sold.</p>'],
  ['关于删除失效文件的公告', '<p>下列文件已失效：青政发〔2010〕1号。</p>'],
  ['办公地点搬迁公告', '<p>县司法局已搬迁至滨河路8号。</p>'],
  ['许可证失效公告', '<p>下列许可证已失效。</p><table><tr><td>1</td><td>某某药店</td></tr></table>'],
  ['重大决策预公开', '<p>目前没有相关信息</p>'],
  ['信件已关闭', '<p>来信内容：路灯不亮。</p><p>答复：已修复。</p>'],
  ['废标公告', '<p>本项目已终止。</p><p>项目编号：QH-1，原因：有效供应商不足三家。</p>'],
  ['网络安全宣传周：什么是Web应用防火墙', '<p>Web应用防火墙能拦截攻击请求，保护网站。</p><p>本周宣传活动在文化广场举行，工作人员向市民讲解如何识别钓鱼网站和诈骗短信。</p>'],
  ['植树节活动', '<p>活动已结束，感谢参与。</p>'],
  ['关于停止使用旧印章的通知', '<p>旧印章自即日起停用。</p>'],
  ['公示', '<p>公示期已过，无异议。</p>'],
  ['招聘', '<p>报名已截止。</p>'],
  ['办事指南', '<p>该事项需提交身份证原件。</p>'],
  ['失信名单', '<p>该企业已被移出名单。</p>'],
  ['信息公开目录', '<p>该目录每月更新。</p>'],
  ['旧版网站', '<p>这是旧版网站，点此进入新版。</p>'],
  ['桥梁拆除', '<p>老桥已拆除，新桥年底通车。</p>'],
  ['数据库', '<p>该数据库收录古籍千册。</p>'],
  ['密码找回', '<p>忘记密码可到窗口找回。</p>'],
  ['系统操作', '<p>登录系统后点击右上角。</p>'],
  ['登录方式说明', '<p>支持手机号、扫码登录两种方式。</p>'],
  ['安全生产', '<p>企业存在安全风险，责令整改。</p>'],
  ['交通管制', '<p>东街禁止通行，请绕行。</p>'],
  ['Archive', '<p>The archive holds papers from 1911.</p>'],
  ['Permit', '<p>Your permit is not valid after May.</p>'],
  ['Address', '<p>The office address is River Road 1.</p>'],
  ['纪念馆', '<p>周一闭馆维护，其余时间开放。</p>'],
  ['平台介绍', '<p>平台正在建设中，预计年底上线。</p>'],
]

/** What firewalls, logins and busy hosts say in place of a page: title and body. */
export const WALLED: [title: string, body: string][] = [
  ['Blocked', '<p>Your request has been blocked by the security policy.</p>'],
  ['', '<p>请勿盗链，禁止直接访问</p>'],
  ['提示', '<p>检测到非法请求，已记录您的IP：1.2.3.4</p>'],
  ['', '<p>您的IP已被列入黑名单</p>'],
  ['', '<p>因为请求中包含不安全的内容，该请求已被终止</p>'],
  ['浏览器安全检查中...', '浏览器安全检查中，请稍候<script>var s="x"</script>'],
  ['', '<p>访问请求可能对网站造成安全威胁，已被阻断</p>'],
  ['安全拦截', '<p>请求ID：ab12</p><p>您的IP：1.1.1.1</p>'],
  ['', '<p>系统检测到您的访问行为异常，请稍后重试</p>'],
  ['', '<div>向右滑动完成验证</div><script src="a.js"></script>'],
  ['验证码', '<img src="/captcha.jpg"><input><button>提交</button>'],
  ['', '<p>请证明您不是机器人</p>'],
  ['', '<p>当前访问人数过多，请排队等候</p>'],
  ['', '<p>仅限境内访问</p>'],
  ['', '<p>请插入数字证书（UKey）后登录</p>'],
  ['扫码登录', '<p>请使用手机扫码登录</p><img src="q.png">'],
  ['提示信息', '<p>抱歉，您需要登录后才能查看本帖</p>'],
  ['提示信息 - 青禾论坛', '<p>抱歉，您所在的用户组(游客)无法进行此操作</p>'],
  ['提示信息', '<p>操作已收到</p>'],
  ['', '<p>网站建设中，敬请期待</p>'],
  ['', '<p>您的访问已被WAF拦截</p>'],
  ['', '<p>请求异常，已被安全策略拦截</p>'],
  ['', '<p>您的网络环境存在安全风险，请完成验证</p>'],
  ['', '<p>请点击下方按钮完成验证</p>'],
  ['', '<p>访问验证：请按住滑块拖动到最右边</p>'],
  ['', '<p>你的IP访问太频繁了</p>'],
  ['', '<p>禁止访问：来源不合法</p>'],
  ['', '<p>安全检测中，请等待跳转</p>'],
  ['', '<p>为了您的账号安全，请登录后访问</p>'],
  ['', '<p>您还没有登录，3秒后跳转到登录页</p>'],
  ['', '<p>该内容仅对本单位用户开放</p>'],
  ['', '<p>请使用政务外网或VPN访问</p>'],
  ['', '<p>系统正在升级，请稍后再来</p>'],
  ['', '<p>服务器维护，暂停服务</p>'],
  ['', '<p>此网页需要浏览器启用JavaScript</p>'],
  ['', '<p>Please enable JavaScript and cookies to continue</p>'],
  ['', '<p>Verifying you are human. This may take a few seconds.</p>'],
  ['', '<p>You do not have permission to access this page</p>'],
  ['', '<p>Access to this page has been denied</p>'],
  ['', '<p>Too many requests, slow down</p>'],
  ['', '<p>Please log in to view this page</p>'],
  ['', '<p>Session expired, please sign in again</p>'],
  ['', '<p>Site under maintenance</p>'],
]

/** What servers and frameworks answer in their own words, with status 200. */
export const SERVERS: [name: string, body: string, type?: string][] = [
  ['JSON as a page', '{"code":404,"message":"资源不存在"}'],
  ['WebLogic', '<title>Error 404--Not Found</title><h2>Error 404--Not Found</h2><h3>From RFC 2068 <i>Hypertext Transfer Protocol -- HTTP/1.1</i>:</h3><p>The server has not found anything matching the Request-URI. No indication is given of whether the condition is temporary or permanent.</p><p>If the server does not wish to make this information available to the client, the status code 403 (Forbidden) can be used instead. The 410 (Gone) status code SHOULD be used if the server knows, through some internally configurable mechanism, that an old resource is permanently unavailable.</p>'],
  ['Struts', '<title>Struts Problem Report</title><h2>Struts Problem Report</h2><p>There is no Action mapped for namespace / and action name x.</p>'],
  ['ThinkPHP 3', '<title>系统发生错误</title><h1>:(</h1><h1>无法加载模块:Foo</h1>'],
  ['ThinkPHP 5', '<title>跳转提示</title><h1>:(</h1><p>数据不存在</p><p>页面自动 <a href="javascript:history.back(-1);">跳转</a> 等待时间： <b>3</b></p>'],
  ['PHP without its database', 'Warning: mysql_connect(): Access denied for user'],
  ['missing children 1', '<title>404公益页</title><script src="//static.example.net/404/latest/404.js"></script>'],
  ['missing children 2', '<title>页面找不到</title><script src="http://static.example.net/404/search_children.js" homePageName="回到首页"></script>'],
  ['IIS 500', '<title>500 - 内部服务器错误。</title><h2>500 - 内部服务器错误。</h2><h3>您查找的资源存在问题，因而无法显示。</h3>'],
]

/** Pages of outgoing links that belong to somebody else now: title and body. */
export const OWNED: [title: string, body: string][] = [
  ['开云(中国)Kaiyun·官方网站-登录入口', '<p>开云体育 真人 棋牌 电竞 彩票 体育</p>'],
  ['青禾机械有限公司-必赢', '<p>必赢亚洲 bwin 官网 投注 返水</p>'],
  ['澳门六开彩开奖结果', '<p>一肖一码 特码资料</p>'],
  ['SLOT GACOR | Situs Judi Online Slot88', '<p>slot gacor maxwin deposit pulsa togel</p>'],
  ['Domain for sale', '<p>The domain sample-trade.com is available for purchase. Get a price in less than 24 hours.</p>'],
  ['', '<p>域名 sample-trade.com 已过期，请及时续费</p>'],
  ['网站暂时无法访问', '<p>该网站未根据工信部相关法规获得备案号，网站暂时无法访问</p>'],
  ['Apache HTTP Server Test Page', '<h1>Testing 123..</h1><p>This page is used to test the proper operation of the server</p>'],
]

/** Pages of outgoing links that live on, though their words come near. */
export const STILL_OURS: [title: string, body: string][] = [
  ['体育用品', '<p>篮球、足球、乒乓球拍批发，学校采购优惠。</p>'],
  ['电竞大赛', '<p>高校电竞社团联赛周末在体育馆开赛。</p>'],
  ['棋牌桌椅', '<p>生产麻将桌、棋牌桌，支持定制。</p>'],
  ['房产出售', '<p>县城中心商铺出售，价格面议。</p>'],
  ['开云路小学', '<p>开云路小学运动会开幕。</p>'],
  ['开云（中国）研究', '<p>开云集团发布奢侈品财报。</p>'],
  ['网店域名备案', '<p>已完成域名备案，感谢支持。</p>'],
]
