import { parseAddress } from './address.ts'
import type { Answer } from './answer.ts'
import { lengthOf, type HtmlFacts } from './html.ts'

const LOGIN_PATH = /(?:^|[/_.\-?&=])(?:log-?in|sign-?in|log-?on|sso|cas|passport|oauth2?|uaa|auth|tyrz|authorize|authserver|idp|denglu|dl)(?=$|[/_.\-?&=])|[a-z](?:Login|SignIn)\b|(?:^|\/)(?:login|userLogin)\w*/i
const LOGIN_TITLE = /登录|登陆|统一身份认证|单点登录|用户认证|实名认证|log ?in|sign ?in/i

/** Pages that tell how it is done. */
const ABOUT_LOGIN = /如何|怎[么样]|指南|说明|手册|流程|步骤|通知|公告|帮助|问题|方式|操作/

/** True when the address itself names a login page. */
function isLoginAddress(href: string): boolean {
  const url = parseAddress(href)
  return url !== null && (LOGIN_PATH.test(url.pathname) || /^(?:sso|cas|passport|login|auth|id|uc|tyrz)\./i.test(url.hostname))
}

/**
 * True when the answer asks to log in instead of showing what the link names. A link straight to a login page is no wall:
 * the login page is what it names.
 */
export function isLoginWall(answer: Answer, facts: HtmlFacts | null): boolean {
  if (isLoginAddress(answer.asked)) return false
  if (answer.final !== answer.asked && isLoginAddress(answer.final)) return true
  if (!facts) return false
  const titled = LOGIN_TITLE.test(facts.title) && facts.title.length <= 40
  if (titled && facts.title.length <= 20 && lengthOf([facts.text]) < 120 && !ABOUT_LOGIN.test(facts.title)) return true
  if (facts.asksPassword) return titled || lengthOf([facts.text]) < 200
  return /^(?:.{0,12})(?:请先?登录|您?(?:还|尚)没有?登录|(?:please )?(?:log|sign) ?in (?:to|again|first)|(?:your )?session (?:has )?expired|[^，。]{0,8}(?:数字证书|CA证书|U-?Key|U盾)[^，。]{0,8}登录|(?:需要?|必须)(?:先)?登录(?:后|之后|才|以后)|您(?:还|尚)?未登录|登录(?:已)?(?:超时|失效|过期)|会话(?:已)?(?:超时|失效|过期))/i.test(facts.lines.find((line) => /登录|会话|log ?in|sign ?in|session/i.test(line)) ?? '')
    && lengthOf([facts.text]) < 300
}
