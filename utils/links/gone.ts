import { lengthOf, type HtmlFacts } from './html.ts'

/** A page that says it is missing, in the words of Chinese content systems and of servers. */
const GONE_WORDS = new RegExp([
  '(?:页面|网页|该页|此页|文章|内容|信息|文件|资源|栏目|频道|链接|地址|稿件|文档|网址|站点|目录|路径|新闻|记录|数据|主题|公告|事项)(?:可能|已经|已|暂时|现在)?(?:并)?(?:被|不)?(?:不存在|存在|找不到|未找到|没有找到|无法找到|删除|移除|下线|下架|失效|失踪|丢失|走丢|跑丢|飞走|迷路|撤回|撤销|撤稿|过期|屏蔽)',
  '(?:找不到|未找到|没有找到|没找到|无法找到|查无|不存在)(?:此|该|这个|这篇|您|你|所|要|请求|访问|查看|浏览|需要|相关|对应|指定|的|了|到){0,8}(?:页面|网页|页|文章|内容|信息|文件|资源|栏目|地址|网址|链接|记录|数据)',
  '(?:页面|网页|文章|内容)(?:去哪|不见|走失|出走|溜走|跑到|被外星人)',
  '(?:无法|不能)(?:显示|打开|访问|浏览|查看)(?:此|该|您|你|要|所|请求|访问|的){0,6}(?:网页|页面|内容)',
  '(?:page|file|document|object|resource|article|url|address)(?: you(?:\'re| are)? (?:requested|looking for)| requested)?[^.]{0,40}(?:not found|not exist|cannot be found|could not be found|can(?:no|\')t be found|was not found|been (?:removed|deleted|moved)|no longer (?:exists?|available))',
  '404[\\s:：,，-]{0,3}(?:not found|error|错误|页面|找不到|未找到)|(?:http|error|错误|代码)[\\s:：-]{0,3}404|not\\s+found',
].join('|'), 'i')

/** What a server prints when a program behind it fails, answered with status 200. */
const ERROR_WORDS = /HTTP (?:Status|错误|Error)\s*[–-]?\s*(?:5\d\d)|Whitelabel Error Page|Server Error in '|Internal Server Error|服务器(?:内部)?(?:错误|异常|出错)|系统(?:错误|异常|出错|繁忙)|程序(?:错误|异常)|java\.(?:lang|sql|io|util)\.\w+Exception|org\.springframework|Microsoft OLE DB Provider|ODBC (?:Drivers|SQL)|ORA-\d{5}|You have an error in your SQL|(?:Fatal error|Parse error)\s*:|Traceback \(most recent call last\)|Service (?:Temporarily )?Unavailable|Bad Gateway|Gateway Time-?out/i

/** Words an error line begins with: it speaks to the visitor or names the thing that is missing. */
const SPEAKS = /^[\s\p{P}\p{S}\d]*(?:(?:error|温馨提示|系统提示|信息提示|错误提示|错误信息|提示)[\s\p{P}\p{S}\d]*)?(?:很|非常|十分)?(?:抱歉|对不起|sorry|oops|哎呀|啊哦|糟糕|出错|您|你|该|此|本|这|所|当前|请求|访问|查看|浏览|页面|网页|文章|内容|信息|文件|资源|栏目|链接|地址|稿件|文档|网址|找不到|未找到|没有找到|无法|不存在|not|the|page|file|404|错误|error|http)/iu

export interface GoneWords {
  /** The title says it. */
  inTitle: boolean
  /** A short line of its own, outside links, says it. */
  inLine: string | null
  /** A server's error report rather than a missing page. */
  isError: boolean
  /** Next to no other text: below 500 characters outside links, no line of a paragraph's length. */
  short: boolean
  /** Much other text: a phrase in it means nothing. */
  long: boolean
}

/** A line longer than this is a sentence of a text, not a message. */
const MESSAGE = 60
/** Lines of at least so many characters are sentences. */
const SENTENCE = 30

function saysGone(line: string): boolean {
  return (GONE_WORDS.test(line) || ERROR_WORDS.test(line)) && !/[?？]|怎么办|如何|为什么|为何|的(?:通知|公告|函|批复|意见|办法|规定|情况|问题)$/.test(line)
}

/** Looks for the words of a missing page. Alone they never decide on a long page. */
export function goneWords(facts: HtmlFacts): GoneWords {
  const said = facts.lines.filter((line) => line.length <= MESSAGE && saysGone(line) && SPEAKS.test(line))
  // a message is said once or twice; a text about missing pages says it again and again
  const inLine = said.length <= 3 ? said[0] ?? null : null
  const inTitle = facts.title.length <= 60 && (saysGone(facts.title) || /^\s*(?:404|error|错误(?:页面?|提示)?|出错(?:了|啦)?|提示信息|页面出错)\s*$|^404\b|\b404\s*$/i.test(facts.title))
  const others = facts.lines.filter((line) => !said.includes(line))
  const longest = Math.max(0, ...others.map((line) => line.length))
  const total = lengthOf(facts.lines)
  return {
    inTitle,
    inLine,
    isError: ERROR_WORDS.test(facts.title) || (inLine !== null && ERROR_WORDS.test(inLine) && !GONE_WORDS.test(inLine)),
    short: total <= 500 && longest < 120,
    long: total > 1500 || longest >= 120 || others.filter((line) => line.length >= SENTENCE).length >= 6,
  }
}
