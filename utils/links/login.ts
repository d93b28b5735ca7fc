import { parseAddress } from './address.ts'
import type { Answer } from './answer.ts'
import { lengthOf, type HtmlFacts } from './html.ts'

const LOGIN_PATH = /(?:^|[/_.\-?&=])(?:log-?in|sign-?in|log-?on|sso|cas|passport|oauth2?|uaa|authorize|authserver|idp|denglu|dl)(?=$|[/_.\-?&=])|[a-z](?:Login|SignIn)\b|(?:^|\/)(?:login|userLogin)\w*/i
const LOGIN_TITLE = /登录|登陆|统一身份认证|单点登录|用户认证|实名认证|log ?in|sign ?in/i

/** True when the address itself names a login page. */
export function isLoginAddress(href: string): boolean {
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
  if (facts.asksPassword) return titled || lengthOf([facts.text]) < 200
  return /^(?:.{0,12})(?:请先?登录|您(?:还|尚)?未登录|登录(?:已)?(?:超时|失效|过期)|会话(?:已)?(?:超时|失效|过期))/.test(facts.lines.find((line) => /登录|会话/.test(line)) ?? '')
    && lengthOf([facts.text]) < 300
}
