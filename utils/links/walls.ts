import { goneWords } from './gone.ts'
import { lengthOf, type HtmlFacts } from './html.ts'
import type { Reason } from './reasons.ts'

/** Headers that name a challenge or a firewall; their values go into `Answer.marks`. */
export const MARK_HEADERS: readonly string[] = ['cf-mitigated', 'x-safe-firewall', 'x-waf-uuid', 'x-denied-reason', 'www-authenticate', 'x-amzn-waf-action', 'x-protected-by', 'x-powered-by-anquanbao']

/** Scripts that prove a browser before they show a page: 瑞数, 加速乐, 阿里云, Cloudflare, 网宿, 腾讯云. */
const CHALLENGE_SCRIPT = /\$_ts\s*=|window\[['"]\$_ts['"]\]|__jsl_clearance|_\$[a-z]{2}\(|acw_sc__v\d|arg1\s*=\s*['"][0-9A-F]{30,}|__cf_chl|cf-browser-verification|challenge-platform|_guard\/|EO_Bot_|__tst_status|yd_cookie|yunsuo_session|security_session_verify|C3VK|WZWS_|wzwsvalidate|\sr=["']m["']|safeline|slg-(?:box|bg)|__waf|probe\.js\?|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookie|\/_sec\/cp_challenge|sec-if-cpt|bm-verify|kpsdk/

/** Services that ask for a slider or a click. Forms use them too, but have more words. */
const CAPTCHA = /geetest|turnstile|hcaptcha|recaptcha|TencentCaptcha|AliyunCaptcha|awsc\.js|yidun|dun\.163\.com|vaptcha|nocaptcha/i
/** What such a page says meanwhile. */
const IN_PROGRESS = /(?:正在|请稍[候等后])[^。]{0,12}(?:检测|检查|校验|验证|跳转)|(?:检测|检查|校验|验证)中|点击(?:按钮)?[^。]{0,6}验证|verifying/i

/** A script that sets a cookie and loads the same address again, on a page with no text, is a challenge by any name. */
const SETS_COOKIE_AND_RELOADS = /document\s*\.\s*cookie\s*=[\s\S]*(?:location\s*\.\s*(?:reload|replace|href|assign)|location\s*=|history\.go\(0\))/

/** Words of firewalls' own pages. */
const WALL_WORDS = /(?:您的?|你的?|当前|本次)(?:的|所?(?:提交|发送|发起)的)?(?:访问|请求|操作|IP)[^。]{0,20}(?:被|已被|疑似|存在|可能)[^。]{0,12}(?:拦截|阻断|阻止|拒绝|限制|禁止|封禁|攻击|威胁|安全)|(?:访问|请求)(?:被|已被)[^。，]{0,12}(?:拦截|阻断|拒绝|防护)|(?:访问|请求)[^。，]{0,12}(?:威胁|攻击|风险)[，,]?[^。，]{0,10}(?:阻断|拦截|阻止)|(?:安全|请求)拦截|拦截(?:页面|提示)|检测到[^。，]{0,12}(?:访问|行为|流量|网络|操作)[^。，]{0,6}异常|不是机器人|访问(?:人数|用户|量)过[多大][^。]{0,10}(?:排队|稍[后候])|被[^。，]{0,8}(?:安全策略|防护系统|防火墙)[^。，]{0,4}(?:拦截|阻断|拒绝)|请[^。，]{0,12}完成验证|按住[^。，]{0,6}滑块|访问太频繁|^禁止访问(?=$|[：:，。！!])|安全检测中|需要[^。，]{0,8}(?:启用|开启)\s*JavaScript|网站防火墙|安全狗|云锁|云盾|玄武盾|创宇盾|加速乐|长亭|雷池|WAF\b|Web应用防火墙|访问过于频繁|访问(?:的)?频率(?:过|太)(?:高|快)|操作(?:过于|太)频繁|^验证码$|人机(?:身份)?验证|安全验证|滑动(?:验证|滑块|[^。，]{0,4}完成[^。，]{0,4}验证)|请(?:输入|完成)验证码|(?:正在)?(?:检查|检测|验证)您?的?浏览器|请(?:开启|启用|打开)(?:浏览器的?)?\s*(?:JavaScript|cookie)|Access Denied(?! for user)|Attention Required|Just a moment|enable JavaScript and cookies|verifying (?:that )?you are (?:a )?human|access to this (?:page|site|resource) (?:has been|is) (?:denied|blocked|restricted)|too many requests|Checking your browser|verify (?:that )?you are (?:a )?human|Request (?:blocked|rejected)|request has been (?:blocked|denied|rejected|terminated)|(?:请勿|禁止|防止?)盗链|检测到[^。，]{0,6}(?:非法|异常|恶意)的?(?:请求|访问|流量|操作)|(?:IP|地址)[^。，]{0,10}黑名单|请求(?:已|已经)?被(?:终止|中断|禁止)|浏览器[^。，]{0,4}(?:检查|检测|验证)中|环境异常|请(?:您)?(?:先)?(?:完成|通过)(?:下方|以下|安全|滑动|人机)[^，。]{0,6}核验|^(?:请求|访问)异常|(?:您的?|当前)网络环境[^，。]{0,8}(?:异常|风险)|前面还有\s*\d+\s*[人位]|turn JavaScript on|禁用了?\s*(?:Cookie|JavaScript)|完成验证后(?:即可|方可)继续|requested URL (?:was rejected|(?:you requested )?has been blocked)|URL you requested has been blocked|have been blocked|support ID|D盾|疑似(?:黑客)?攻击|(?:IP|地址)[^。]{0,16}(?:不在|未在|不被|没有?被?)(?:允许|授权|许可|服务范围|访问范围|白名单)|(?:所在|当前)的?(?:地区|区域|国家|位置)[^。，]{0,8}(?:无法|不能|禁止|不支持|限制|未开放)/i

/** True where the answer is a script that must run before the page shows. */
function isChallenge(facts: HtmlFacts | null, marks: string): boolean {
  if (/cf-mitigated: ?challenge|x-amzn-waf-action: ?(?:challenge|captcha)/i.test(marks)) return true
  if (!facts || facts.scripts === 0) return false
  const textLength = lengthOf([facts.text])
  if (textLength > 300) return false
  if (CHALLENGE_SCRIPT.test(facts.html)) return true
  if (textLength >= 80) return false
  return SETS_COOKIE_AND_RELOADS.test(facts.script) || CAPTCHA.test(facts.html) || (IN_PROGRESS.test(facts.text) && /reload|验证|检测|verif/i.test(`${facts.script}${facts.text}`))
}

/** Titles of notices and guides, which speak of anything. */
const ABOUT = /(?:公告|通知|通告|公示|说明|办法|方案|指南)(?=$|[-_|—–·｜\s])|什么是|如何|怎[么样]|宣传|讲座|培训班|活动|科普/

/** A letter, application or query that ends with 请输入验证码 asks for more than that. */
function isForm(html: string): boolean {
  return /<textarea\b/i.test(html) || (html.match(/<input\b(?![^<>]*\stype\s*=\s*["']?(?:hidden|submit|button|image|reset))/gi)?.length ?? 0) > 2
}

/** True where a firewall answers in place of the page: a few words and no text of sentences. */
function isWall(facts: HtmlFacts | null): boolean {
  if (!facts || lengthOf([facts.text]) > 600 || facts.lines.filter((line) => line.length >= 30).length > 3) return false
  if (ABOUT.test(facts.title) || isForm(facts.html)) return false
  return WALL_WORDS.test(facts.title) || WALL_WORDS.test(facts.text)
}

/** Words by which only a firewall speaks: an address that is simply missing is not 拦截. */
const FIREWALL = /拦截|防火墙|安全狗|云锁|云盾|创宇|WAF\b|攻击/
/** The page is there, but not for everybody: rights, networks, an app. */
const NOT_FOR_ALL = /(?:没有|无|缺少|不具有?)[^，。]{0,12}权限|所在的用户组|无权(?:访问|查看|浏览|限)|权限不足|未(?:被)?授权(?:的?访问)?|(?:仅|只)(?:限|供|能|允许)[^，。]{0,12}(?:内网|外网|专网|内部|局域网|境内|国内|VPN|微信|客户端|APP)|请(?:在|使用|用)[^，。]{0,8}(?:微信|客户端|APP|小程序)[^，。]{0,6}(?:打开|访问|查看)|^(?:该|此|本)(?:内容|页面|系统|栏目|信息)[^，。]{0,4}(?:仅|只)(?:对|向)|请(?:使用|通过|在)[^，。]{0,10}(?:外网|内网|专网|VPN)|(?:do not|don['’]?t) have (?:the )?(?:permission|access|rights)|not authori[sz]ed to|^(?:访问受限|禁止访问)$|(?:仅|只)限[^，。]{0,8}(?:教育网|校园网|校内)[^，。]{0,4}(?:访问|查看|浏览|使用|下载)|(?:连接|登录|拨入)\s*VPN|(?:签名|授权|鉴权|token)(?:验证|校验)?(?:失败|(?:已|已经)(?:失效|过期))|请(?:从|通过|在)本(?:网?站|系统|页面?)[^，。]{0,8}(?:访问|下载|进入|浏览|打开)|^非法(?:来源|引用|下载|盗链)|来源(?:页面?|地址|网站)?(?:不合法|非法|不正确)|(?:不允许|禁止)(?:(?:外部|站外)[^，。]{0,2}(?:链接|下载|引用)|直接(?:访问|下载))/i
/** Another browser or a telephone is asked for; the foot of living pages asks too. */
const OTHER_WAY = /请?(?:下载|安装)[^，。]{0,16}(?:APP|客户端)[^，。]{0,4}(?:查看|访问|浏览|办理)|请(?:使用|用|在)(?:手机|移动端|微信扫码)[^，。]{0,6}(?:访问|打开|查看|浏览)?|请(?:使用|更换|改用|用|升级)[^，。]{0,16}浏览器|浏览器[^，。]{0,4}(?:版本)?(?:过低|太低|过旧)|不支持(?:您的|当前|该|此)?[^，。]{0,6}浏览器/
/** So few characters are all that the page says. */
const ONE_LINE = 60
/** The site is being repaired; what was, or will be, repaired is an article's business. */
const REPAIRED = /(?:网站|系统|平台|页面|服务器?|本站)[^，。]{0,10}(?:升级|维护|维修|改版|检修|调整)[^，。]{0,6}(?:中|请稍[后候]|[，,。]|$)|^正在(?:进行)?[^，。]{0,6}(?:升级|维护|维修|改版)|^[^，。]{0,6}(?:升级|维护)中|^(?:网站|系统|本站)(?:正在)?建设中(?=$|[\s，。！!….])|(?:down for|under|scheduled) maintenance|be (?:right )?back soon/i
const NOT_YET = /定于|将于|拟于|关于|通知|公告|公示/

/** A few words and nothing else, one of which is meant; an article has sentences or a headline of its own. */
function says(facts: HtmlFacts, words: RegExp, unless?: RegExp): boolean {
  const { short, sentences } = goneWords(facts)
  if (!short || sentences > 1) return false
  return [...facts.title.split(/[-_|—–·｜]/), ...facts.lines].some((line) => words.test(line.trim())) && !(unless?.test(`${facts.title} ${facts.lines.join(' ')}`) ?? false)
}

/**
 * What stands between us and the page: a challenge, a firewall, a refusal. Null where the page itself answered.
 * These are 需人工核实, never 死: a person's browser may well get through.
 */
export function wallOf(status: number, facts: HtmlFacts | null, marks: string): Reason | null {
  if (status === 401 || status === 407) return status === 401 ? 'login' : 'own-network'
  if (status === 511) return 'own-network'
  if (status === 412 || status === 521 || isChallenge(facts, marks)) return 'challenge'
  if (status === 202 && facts !== null && facts.scripts > 0 && lengthOf([facts.text]) < 80) return 'challenge'
  if (status === 429) return 'too-many'
  if (status === 403) return 'forbidden'
  if (status === 418 || status === 444 || status === 493 || status === 514 || (status > 530 && status < 600) || status >= 900) return 'wall'
  if (status === 404 || status === 410) return isWall(facts) && FIREWALL.test(`${facts?.title} ${facts?.text}`) ? 'wall' : null
  if (isWall(facts)) return 'wall'
  if (facts === null || status >= 500) return null
  if (!ABOUT.test(facts.title) && says(facts, NOT_FOR_ALL)) return 'no-right'
  if (lengthOf([facts.text]) < ONE_LINE && OTHER_WAY.test(facts.text)) return 'no-right'
  return says(facts, REPAIRED, NOT_YET) ? 'maintenance' : null
}
