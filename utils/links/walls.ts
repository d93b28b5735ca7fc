import { lengthOf, type HtmlFacts } from './html.ts'
import type { Reason } from './reasons.ts'

/** Headers that name a challenge or a firewall; their values go into `Answer.marks`. */
export const MARK_HEADERS: readonly string[] = ['cf-mitigated', 'x-safe-firewall', 'x-waf-uuid', 'x-denied-reason', 'www-authenticate', 'x-amzn-waf-action', 'x-protected-by', 'x-powered-by-anquanbao']

/** Scripts that prove a browser before they show a page: 瑞数, 加速乐, 阿里云, Cloudflare, 网宿, 腾讯云. */
const CHALLENGE_SCRIPT = /\$_ts\s*=|window\[['"]\$_ts['"]\]|__jsl_clearance|_\$[a-z]{2}\(|acw_sc__v\d|arg1\s*=\s*['"][0-9A-F]{30,}|__cf_chl|cf-browser-verification|challenge-platform|_guard\/|EO_Bot_|__tst_status|yd_cookie|yunsuo_session|security_session_verify|C3VK|WZWS_|wzwsvalidate|safeline|slg-(?:box|bg)|__waf|probe\.js\?/

/** A script that sets a cookie and loads the same address again, on a page with no text, is a challenge by any name. */
const SETS_COOKIE_AND_RELOADS = /document\s*\.\s*cookie\s*=[\s\S]*(?:location\s*\.\s*(?:reload|replace|href|assign)|location\s*=|history\.go\(0\))/

/** Words of firewalls' own pages. */
const WALL_WORDS = /(?:您的?|你的?|当前|本次)(?:的)?(?:访问|请求|操作|IP)[^。]{0,20}(?:被|已被|疑似|存在|可能)[^。]{0,12}(?:拦截|阻断|阻止|拒绝|限制|禁止|封禁|攻击|威胁|安全)|(?:访问|请求)(?:被|已被)(?:拦截|阻断|拒绝|防护)|网站防火墙|安全狗|云锁|云盾|玄武盾|创宇盾|加速乐|长亭|雷池|WAF\b|Web应用防火墙|访问过于频繁|访问频率(?:过|太)(?:高|快)|操作(?:过于|太)频繁|人机(?:身份)?验证|安全验证|滑动(?:验证|滑块)|请(?:输入|完成)验证码|(?:正在)?(?:检查|检测|验证)您?的?浏览器|请(?:开启|启用|打开)(?:浏览器的?)?\s*(?:JavaScript|cookie)|Access Denied|Attention Required|Just a moment|Checking your browser|verify (?:that )?you are (?:a )?human|Request (?:blocked|rejected)|support ID/i

/** True where the answer is a script that must run before the page shows. */
export function isChallenge(facts: HtmlFacts | null, marks: string): boolean {
  if (/cf-mitigated: ?challenge|x-amzn-waf-action: ?(?:challenge|captcha)/i.test(marks)) return true
  if (!facts || facts.scripts === 0) return false
  const textLength = lengthOf([facts.text])
  if (textLength > 300) return false
  return CHALLENGE_SCRIPT.test(facts.html) || (textLength < 80 && SETS_COOKIE_AND_RELOADS.test(facts.script))
}

/** True where a firewall answers in place of the page: a few words and no text of sentences. */
export function isWall(facts: HtmlFacts | null): boolean {
  if (!facts || lengthOf([facts.text]) > 600 || facts.lines.filter((line) => line.length >= 30).length > 3) return false
  return WALL_WORDS.test(facts.title) || WALL_WORDS.test(facts.text)
}

/**
 * What stands between us and the page: a challenge, a firewall, a refusal. Null where the page itself answered.
 * These are 需人工核实, never 死: a person's browser may well get through.
 */
export function wallOf(status: number, facts: HtmlFacts | null, marks: string): Reason | null {
  if (status === 401 || status === 407) return status === 401 ? 'login' : 'own-network'
  if (status === 511) return 'own-network'
  if (status === 412 || status === 521 || status === 202 && isChallenge(facts, marks) || isChallenge(facts, marks)) return 'challenge'
  if (status === 429) return 'too-many'
  if (status === 403) return 'forbidden'
  if (status === 405 && isWall(facts)) return 'wall' // 阿里云盾 blocks with 405
  if (status === 418 || status === 444 || status === 493 || status === 514 || (status > 530 && status < 600) || status >= 900) return 'wall'
  return status !== 404 && status !== 410 && isWall(facts) ? 'wall' : null
}
