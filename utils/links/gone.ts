import { lengthOf, type HtmlFacts } from './html.ts'

/** What can be missing. */
const THING = '(?:页面|网页|此页|该页|本页|文章|内容|信息|文件|资源|栏目|频道|链接|连结|地址|网址|稿件|文档|站点|目录|路径|新闻|记录|数据|主题|公告|事项|网站|专题|附件|图片|视频|帖子|版块|板块|本站|原文)'
/** What has become of it. A verb must end there: 失效文件, 删除权 and 关闭的通知 are words of living pages. */
const LOST = '(?:(?:已经?)?不(?:再)?存在|不在了|不在服务区|(?:尚|还)未发布|消失|走神|不翼而飞|丢(?=了)|归档|回收|转移|移走|失联|打不开|(?:出现|发生)(?:了)?错误|(?:已|已经)?过(?:有效|保存|查看)期限?|(?:已|已经)?取消发布|(?:暂|尚|还)?未开放|撤下|躲起来|(?:停止|暂停)访问|无法获取|被?(?:归档|回收|转移|移走)|(?:已|已经)?(?:整体)?(?:迁移|搬迁)|(?:不|没)见|找不(?:到|着)|(?:未|没有?|无法)找到|被?(?:删除|移除|移动|下线|下架|撤回|撤销|撤稿|屏蔽|隐藏)|失效|失踪|丢失|走失|过期|搬(?:家|走)|关闭|关停|停用|停止服务|(?:走|跑|弄)丢|出错|找不回来|被[^，。被]{1,5}(?:抓|吹|带|偷|叼|拐|吃)(?:走|掉)|(?:飞|跑|溜|出)走|迷路|(?:去|飞|跑)(?:哪|火星|月球|外太空)[^，。]{0,4}|(?:(?:暂时)?(?:无法|不能|不可)(?:正常)?)(?:显示|打开|访问|浏览|查看|用))'
const END = '(?=$|[\\s，。！!,.；;、~～…:：（(”"]|了|啦|掉|或|以及|并|请)'
/** 暂无内容 and 没有信息 are a blank column's words; only what the visitor asked for can be missing in them. */
const ASKED = '(?:此|该|这个|这篇|这条|您|你|所|要|想|看|请求|访问|查看|浏览|查找|需要|对应|指定|的|了|到)'
const FIND = `(?:(?:找不到|找不着|未找到|没有找到|没找到|无法找到|(?:没有?|未)查(?:询|找)?到|查不到|查无|不存在|无(?=[此该]))(?:${ASKED}|相[关应]|符合条件|任何){0,9}|(?:暂无|没有)${ASKED}{1,9})`

const APOSTROPHE = '[\'’]?'

/** A page that says it is missing, in the words of Chinese content systems and of servers. */
const GONE_WORDS = new RegExp([
  `${THING}[^，。！？!?；;自起]{0,14}?${LOST}${END}`,
  `${FIND}(?:页面|网页|页|文章|内容|信息|文件|文档|稿件|资源|栏目|频道|地址|网址|链接|记录|数据|站点|网站|文件或目录)${END}`,
  `(?:页面|网页|文章|稿件|文档)(?:尚|还)?未(?:生成|发布|审核)${END}`,
  `${THING}[^。！？!?；;]{0,14}不(?:再|予)?(?:提供|支持)(?:公开)?(?:浏览|查看|访问|展示)${END}`,
  // any other thing that the visitor asked for
  `(?:该|此(?![前次外后时])|本(?![次周月年人])|(?:您|你)[^，。；]{0,4}(?:查看|访问|请求|浏览|打开|查找|要)的)[^，。；的]{1,5}?(?:(?:已经?)?不存在|(?:已|已经)被?(?:删除|下架|下线|撤回|撤下|回收|归档|移走)|被(?:删除|下架|撤回|移走)|未公开)${END}`,
  `(?:页面|网页|[本此该]页)[^，。]{0,4}(?:迁|移|搬)至|^(?:该|此)(?:公众号|帐号|账号)[^，。]{0,4}(?:迁移|注销|屏蔽|封禁|停用|冻结)|(?:信息|内容|文章)[^，。]{0,4}审核中[，,]?(?:暂时?)?(?:无法|不能|不可|不予)|^(?:该|此|本)(?:应用|服务|功能)(?:已|已经)?(?:停用|下线|关闭|停止服务)${END}|^(?:该|此|本|您访问的)?(?:网址|链接(?:地址)?|页面地址)(?:已|已经)变更${END}`,
  `^(?:error[：:\\s]*)?(?:链接|网址|页面|请求)(?:地址)?(?:无效|错误|有误|不正确)(?=$|[\\s，。！!])`,
  `无法(?:正常)?(?:显示|打开|访问|加载|查看)${ASKED}{0,6}(?:页面|网页|页|文章|内容|文件)${END}`,
  `(?:您|你|输入|请求|访问)[^，。]{0,8}(?:网址|地址|链接|URL|路径)[^，。]{0,4}(?:有误|错误|不正确|无效|不合法)${END}`,
  `未发布或(?:已|者)?[^，。]{0,4}(?:撤销|删除|下线)|找不到服务器或\\s*DNS`,
  // what the address names a record by
  `(?:参数|ID|编号|编码)(?:错误|有误|无效|非法|不(?:合法|正确|存在))${END}|(?:非法|无效|错误|不合法)的?(?:请求|文章|页面|信息)?(?:参数|ID|编号|编码|网址|链接|地址)${END}|(?:缺少|缺失)(?:必要|必需|必填)?的?(?:参数|ID)${END}`,
  `(?:page|file|document|object|resource|article|url|address|content|link|record|item|post)\\b[^.]{0,60}(?:not found|not exist|does(?:n${APOSTROPHE}t| not) (?:(?:seem|appear) to )?exist|cannot be found|could(?: not|n${APOSTROPHE}t) be found|can(?: no|${APOSTROPHE})t be found|been (?:removed|deleted|moved|unpublished|archived)|(?:could|can)(?: ?not|n${APOSTROPHE}t) be located|vanished|no longer (?:exists?|available|here)|(?:is(?:n${APOSTROPHE}t| not)|not|un) ?available|has expired|(?:is|went|gone) missing)`,
  `(?:could(?:n${APOSTROPHE}t| not)|can(?:${APOSTROPHE}t|not| not)|unable to|did(?:n${APOSTROPHE}t| not)) (?:seem to )?(?:find|locate) (?:the|that|this|your)? ?(?:\\w+ )?(?:page|file|document|article|resource|record|content)`,
  'no such (?:file|page|document|article|record|resource)|^(?:this |the )?page (?:is|was|has) gone|^nothing (?:was )?found|^cannot get /|^no route matches|^gone$|(?:page|file) missing\\b|^(?:error[\\s:]*)?invalid (?:url|link|id|parameter|address)',
  `404[.\\s:：,，-]{0,3}(?:not found|error|that${APOSTROPHE}s an error|错误|页面|找不到|未找到)|(?:http|error|status|页面|错误[号码]?|代码|状态码)[\\s:：-]{0,3}404|^[^\\u4e00-\\u9fa5]{0,30}not\\s+found|^\\s*404\\s*$`,
].join('|'), 'i')

/** What a server prints when a program behind it fails, answered with status 200. */
const ERROR_WORDS = /HTTP (?:Status|错误|Error)\s*[–-]?\s*(?:5\d\d)|Whitelabel Error Page|Server Error in '|Internal Server Error|(?:内部服务器|服务器内部)错误|Struts Problem Report|no Action mapped for namespace|无法加载(?:模块|控制器)|(?:模块|控制器|模板)不存在|mysqli?_\w+\(\)|Access denied for user|java\.(?:lang|sql|io|util)\.\w+Exception|org\.springframework\.|Microsoft OLE DB Provider|ODBC (?:Drivers|SQL)|ORA-\d{5}|You have an error in your SQL|(?:Fatal error|Parse error)\s*:|Traceback \(most recent call last\)|SQLSTATE\[|(?:Can't|Could not) connect to (?:local )?(?:MySQL|database)|应用程序中的服务器错误|^运行时错误$|Service (?:Temporarily )?Unavailable|Bad Gateway|Gateway Time-?out|^(?:抱歉|对不起|很抱歉)?[，,]?(?:服务器|系统|程序|应用|数据库)(?:内部|运行|连接|访问|发生)?(?:错误|异常|出错|出现错误|繁忙|故障|(?<=连接|访问)(?:失败|不上))(?=$|[\s，。！!,.；;：:（(]|了|请|\d)/i

/** A title that is nothing but the error. */
const BARE_TITLE = /^[\s\p{P}]*(?:(?:error|http|错误)?\s*404(?:\s*(?:error|page|错误|页面|提示|公益页?|页))?|error|错误(?:页面?|提示)?|出错(?:了|啦)?|页面出错)[\s\p{P}]*$/iu

/** Characters beside which a picture of an error is all that is shown, and all that is outside links. */
const FEW = 40
const MUCH = 200
/** A title of messages of any kind: what this one says tells which. */
const MESSAGE_TITLE = /^[\s\p{P}]*(?:(?:系统|信息|温馨)?提示(?:信息)?|跳转提示|message)[\s\p{P}]*$/iu
/** Missing children in place of a missing page, as two charities offer it, and the servers' own long explanations. */
const OWN_PAGES = /\/404\/(?:search_children|latest\/404)\.js|From RFC 2068/i

/** A picture of the error, by its name, its words or as a background: `/images/404.png`. */
const PICTURED = /(?:\ssrc|\salt|url)\s*[=(]\s*["']?(?:[^"'<>()]{0,200}\/)?(?:(?:e|err|error|page|bg|icon|tip|status|http)[_-]?)?404(?:[_-]?(?:bg|error|page|img|not[_-]?found))?(?:\.(?:png|jpe?g|gif|svg|webp)\b|["'\s>])/i

/** A title of a million spaces is a trap. */
const LONGEST_BARE = 200

/** Words a message begins with: it speaks to the visitor or names the thing that is missing. */
const SPEAKS = /^[\s\p{P}\p{S}\d]*(?:(?:error|温馨提示|系统提示|信息提示|错误提示|错误信息|参数错误|提示|原因)[\s\p{P}\p{S}\d]*)?(?:亲[，,~\s]*)?(?:很|非常|十分)?(?:抱歉|遗憾|对不起|咦|sorry|oops|unfortunately|looks like|it (?:looks|seems)|whoops|uh[ -]?oh|哎[呀呦哟]|啊哦|糟糕|出错|您|你|该|此|本|这|所|当前|请求|访问|查看|浏览|页面|网页|文章|内容|信息|文件|资源|栏目|链接|地址|稿件|文档|网址|找不到|未找到|没有|无法|查无|暂无|不存在|记录|数据|附件|图片|视频|帖子|主题|版块|板块|站点|网站|系统|服务器|指定|下载|未发布|缺少|缺失|不合法|事项|征集|状态码|查询|原文|cannot|no route|gone|not|the|this|that|we|unable|nothing|no such|invalid|page|file|document|record|article|resource|content|link|url|object|404|错误|error|http|无此|非法|无效|参数|ID|编号)/iu

/** A line longer than this is a sentence of a text, not a message. */
const MESSAGE = 60
/** English needs more letters to say the same. */
const MESSAGE_LATIN = 120
/** Lines of at least so many characters are sentences. */
const SENTENCE = 30
/** A document, notice or offer that has run out is a living page that says so: only with nothing beside it is it gone. */
const RUN_OUT = /(?:文件|公告|通知|信息|事项|主题|内容|文章|记录|专题|新闻|活动|招标|征集)[^，。]{0,6}(?:失效|过期|撤销|撤回|关闭|停用|丢失|失踪|归档|转移|回收)/
/** So many characters beside such words are the page itself. */
const LITTLE = 80
/** The date that an article bears; today's, in the heads of sites, is none. */
const DATED = /^(?!.*(?:今天|现在|星期|农历)).{0,40}(?<!\d)(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/
/** Speaks about missing pages instead of being one; what was applied for under 信息公开 and does not exist is an answer. */
const ABOUT = /[?？]|申请(?:公开|获取|的|人)|政府信息|怎么办|如何|为什么|为何|的(?:通知|公告|函|批复|意见|办法|规定|情况|问题|说明|提示|目录|决定)$/

export interface GoneWords {
  /** The title says it. */
  inTitle: boolean
  /** A short line of its own, outside links, says it. */
  inLine: string | null
  /** The title names a message that these words do not know. */
  inMessage: boolean
  /** A line bears a date, as articles do and missing pages do not. */
  dated: boolean
  /** A server's error report rather than a missing page. */
  isError: boolean
  /** Next to no other text: below 500 characters outside links, no line of a paragraph's length. */
  short: boolean
  /** Much other text: a phrase in it means nothing. */
  long: boolean
  /** Sentences stand beside the message, those of the page's foot left out. */
  sentences: number
}

/** Characters of such messages as Hong Kong, Macao and Taiwan write them, and as the mainland does. */
const TRADITIONAL = '頁網鏈覽訪問內資訊欄檔刪過關閉無開連結誤錯請對權絕鏡題稱變發現輸檢查該'
const SIMPLIFIED = '页网链览访问内资讯栏档删过关闭无开连结误错请对权绝镜题称变发现输检查该'

function simplified(text: string): string {
  return text.replace(/[頁網鏈覽訪內資訊欄檔刪過關閉無開連結誤錯請對權絕鏡題稱變發現輸檢該問]/g, (one) => SIMPLIFIED[TRADITIONAL.indexOf(one)] ?? one)
}

/** Characters of a line; Latin letters say half as much as Chinese characters. */
function weightOf(line: string): number {
  return /[\u4e00-\u9fa5]/.test(line) ? line.length : line.length / 2
}

function isMessage(written: string): boolean {
  const line = simplified(written)
  if (line.length > (/[\u4e00-\u9fa5]/.test(line) ? MESSAGE : MESSAGE_LATIN) || ABOUT.test(line)) return false
  return ERROR_WORDS.test(line) || (GONE_WORDS.test(line) && SPEAKS.test(line))
}

/** One date or two: a list of news beside the message bears one a row. */
function isDated(lines: readonly string[]): boolean {
  const dates = lines.filter((line) => !FOOT.test(line) && DATED.test(line)).length
  return dates > 0 && dates <= 2
}

/** So many sentences beside a message make a text that speaks of it. */
export const PROSE = 3
/** Who runs the site, its records and telephone. */
const FOOT = /主办|承办|备案|ICP|版权|地址|电话|标识码|技术支持|邮编|浏览器|分辨率|copyright/i

const found = new WeakMap<HtmlFacts, GoneWords>()

/** Looks for the words of a missing page, once a page. Alone they never decide on a long page. */
export function goneWords(facts: HtmlFacts): GoneWords {
  let words = found.get(facts)
  if (!words) {
    words = lookForWords(facts)
    found.set(facts, words)
  }
  return words
}

function lookForWords(facts: HtmlFacts): GoneWords {
  const total = lengthOf(facts.lines)
  const says = (part: string) => isMessage(part) && !(RUN_OUT.test(part) && total > part.length + LITTLE)
  const said = facts.lines.filter(says)
  const messages = new Set(said)
  // a message is said once or twice; a text about missing pages says it again and again
  const inLine = said.length <= 3 ? said[0] ?? null : null
  // a picture says it where nothing else is shown; beside little else it is a hint
  const pictured = total < MUCH && PICTURED.test(facts.html)
  const ownPage = OWN_PAGES.test(facts.html) || (pictured && lengthOf([facts.text]) < FEW)
  const inTitle = ownPage || facts.title.split(/[-_|—–·｜]/).some((part) => says(part.trim()) || (part.length <= LONGEST_BARE && BARE_TITLE.test(part)))
  const others = facts.lines.filter((line) => !messages.has(line))
  const longest = others.reduce((most, line) => Math.max(most, weightOf(line)), 0)
  const sentences = others.filter((line) => weightOf(line) >= SENTENCE && !FOOT.test(line)).length
  return {
    inTitle,
    inLine,
    inMessage: inLine === null && (pictured || facts.title.split(/[-_|—–·｜]/).some((part) => MESSAGE_TITLE.test(part))),
    dated: isDated(facts.lines),
    isError: ERROR_WORDS.test(facts.title) || (inLine !== null && ERROR_WORDS.test(inLine) && !GONE_WORDS.test(inLine)),
    short: ownPage || (total <= 500 && longest < 120 && sentences < PROSE),
    long: !ownPage && (total > 1500 || longest >= 120 || others.filter((line) => weightOf(line) >= SENTENCE).length >= 6),
    sentences,
  }
}
