import type { LinkReading } from '../types/reading.ts'

/** Addresses that lead nowhere by themselves, spaces and semicolons left out. */
const NOWHERE = /^(?:#*!?|about:blank#?|(?:javascript:)+(?:#|\/\/.*|\(?0\)?|\{\}|void\(?(?:0|null|''|"")?\)?|null|undefined|(?:return)?false|return(?:true)?|''|"")?)$/i

/** `#` means "to the top" where the words say so. */
const TO_TOP = /^(?:(?:返回|回到|回)?(?:页面|网页)?顶部?|回顶部?|置顶|top|back to top|↑|▲|︿|∧)$/i

/** Buttons made of links; their scripts listen on a parent, where no reader sees them. */
const BUTTON = /^[\s【[(（<《]*(?:打印(?:本页|此页|页面|文章)?|关闭(?:本页|窗口|此页|页面)?|收藏(?:本页|本站)?|加入收藏|设为首页|分享(?:到.{0,6})?|字[体号][:：]?|[大中小默](?:号|字|认)?|[+-]|放大|缩小|正常|默认|朗读|播放|暂停|尾页|末页|上一?[页张条个篇]|下一?[页张条个篇]|上页|下页|前一?页|后一?页|\d{1,4}|\.{2,}|跳转|展开|收起|切换|换一?[张批组个]|刷新|复制(?:链接)?|点赞|评\s*论|(?:官方)?微信(?:公众号)?|(?:官方)?微博|.{0,14}(?:微信公众号|微博|小程序|客户端)|qq空间|朋友圈|简体(?:版|中文)?|[繁简][體体]?(?:版|中文)?|简\s*\/\s*繁|无障碍(?:浏览|阅读)?|长者(?:模式|版)|关怀(?:模式|版)|适老(?:化|版)|高级(?:搜索|检索)|(?:登录)?个人中心|用户登录|(?:word|pdf|txt|excel|图片)\s*下载|导出(?:word|pdf)?|下载(?:word|pdf)|正文|详情页?|<<?|>>?|«|»|‹|›|×|x|←|→)[\s】\])）>》]*$/i

/** True for an address that leads nowhere by itself. */
export function isNowhere(raw: string): boolean {
  return NOWHERE.test(raw.replace(/[\s;]+/g, ''))
}

/**
 * 空链: an `<a>` or `<area>` whose address leads nowhere and whose click nothing handles.
 * Not a link to the page's top, not a button made of a link, not what no one can see or what has no words (icons, arrows).
 */
export function isEmptyLink(link: LinkReading): boolean {
  if (link.tag !== 'a' && link.tag !== 'area') return false
  if (link.handled || !link.visible || !isNowhere(link.raw)) return false
  const text = link.text.replace(/\s+/g, ' ').trim()
  return text !== '' && !(TO_TOP.test(text) && /^#+$/.test(link.raw.trim())) && !BUTTON.test(text)
}
