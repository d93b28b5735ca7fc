import { describe, expect, test } from 'vitest'
import { changedOwner } from '../../../utils/links/changed-owner.ts'
import { classifyWithoutRequest } from '../../../utils/links/classify.ts'
import { readHtml } from '../../../utils/links/html.ts'
import type { Answer } from '../../../utils/links/answer.ts'
import type { LinkReading } from '../../../utils/types/reading.ts'

const of = (html: string, host = 'www.old-luyuan.com') => changedOwner({ final: `http://${host}/` } as Answer, readHtml(html))?.reason ?? null
const page = (title: string, body: string, meta = '') => `<html><head><title>${title}</title><meta name="keywords" content="${meta}"></head><body>${body}</body></html>`

describe('what a bought domain shows', () => {
  test.each([
    ['澳门新葡京娱乐城-官网', '<p>真人百家乐 老虎机 注册送彩金</p>', '', 'changed-gambling'],
    ['鹿原旅游', '<p>首存返水 体育投注 开户送 棋牌平台</p>', '百家乐,时时彩', 'changed-gambling'],
    ['&#28595;&#38376;&#33889;&#20140;-&#30334;&#23478;&#20048;', '<p>&#36141;&#24425;</p>', '', 'changed-gambling'],
    ['Best Online Casino - Slots and Poker', '<p>Sportsbook betting jackpot</p>', '', 'changed-gambling'],
    ['华体会体育-官网登录入口', '<p>体育投注 真人娱乐 电竞下注</p>', '', 'changed-gambling'],
    ['米兰体育·(中国)官方网站-登录入口', '<p>足球投注 真人荷官</p>', '', 'changed-gambling'],
    ['太阳集团tyc151cc-首页', '<p>太阳城集团 娱乐 注册</p>', '', 'changed-gambling'],
    ['必威betway·(中国区)官方网站', '<p>专业体育平台</p>', '', 'changed-gambling'],
    ['斗地主赢现金', '<p>棋牌游戏下载 捕鱼 炸金花</p>', '', 'changed-gambling'],
    ['草榴社区', '<p>成人论坛</p>', '', 'changed-porn'],
    ['易名中国', '<p>该域名在易名中国上架出售</p>', '', 'changed-for-sale'],
    ['Suspended', '<p>This site has been suspended by the hosting provider</p>', '', 'changed-parked'],
    ['', '<script>document.title="\\u6fb3\\u95e8\\u535a\\u5f69\\u5a31\\u4e50\\u57ce"</script>', '', 'changed-gambling'],
    ['亚洲无码在线', '<p>制服诱惑 未满18岁禁止进入</p>', '', 'changed-porn'],
    ['成人导航', '<p>本站含有成人内容，未满18岁请离开</p><p>黄片 福利姬 裸聊</p>', '', 'changed-porn'],
    ['澳门资料大全_香港六合', '<p>今晚开奖 特码 一肖一码 六合彩</p>', '', 'changed-gambling'],
    ['国产av在线观看免费', '<p>亚洲精品 一区二区 在线视频</p>', '', 'changed-porn'],
    ['成人影院-无码在线', '<p>国产精品</p>', '', 'changed-porn'],
    ['luyuan.com', '<h1>本域名出售，有意者请联系</h1>', '', 'changed-for-sale'],
    ['luyuan.com - This domain is for sale', '<p>Buy this domain</p>', '', 'changed-for-sale'],
    ['luyuan.com', '<p>该域名已过期，请及时续费</p>', '', 'changed-parked'],
    ['luyuan.com', '<script src="https://img.sedoparking.com/js/park.js"></script>', '', 'changed-parked'],
    ['Welcome to nginx!', '<h1>Welcome to nginx!</h1><p>If you see this page, the web server is successfully installed.</p>', '', 'changed-parked'],
  ])('%s: %#', (title, body, meta, reason) => expect(of(page(title, body, meta))).toBe(reason))
})

test('is seen also after a hidden link to such a page was classified', () => {
  const link = { tag: 'a', raw: 'https://www.sample.com/', href: 'https://www.sample.com/', text: '澳门新葡京娱乐城真人百家乐', anchor: { path: [] }, visible: false, handled: false } as unknown as LinkReading
  expect(classifyWithoutRequest(link, { url: 'https://www.qinghe.gov.cn/', isSecure: true }).reason).toBe('hidden-harmful')
  expect(of(page('华体会体育-官网登录入口', '<p>体育投注 真人娱乐 电竞下注</p>'))).toBe('changed-gambling')
})

describe('what it is not', () => {
  const long = '<p>民警走进社区和学校，发放资料，提醒居民不要参与任何形式的网络投注。</p>'.repeat(4)
  test.each([
    ['公安机关打击跨境赌博专项行动', `${long}<p>百家乐、老虎机、彩金都是骗局，切勿下注。</p>`],
    ['中国福利彩票', '<p>双色球第2026030期开奖公告，本期销售总额三亿元，奖池累计。</p>'],
    ['鹿原县体育彩票管理站', '<p>体彩公益金使用情况公告。</p>'],
    ['房屋出售信息', '<p>两室一厅出售，价格面议。</p>'],
    ['域名管理办法', `<p>第一条 为规范域名注册服务，制定本办法。第二条 域名转让应当符合规定。</p>${'<p>域名注册服务机构应当公布服务流程和收费标准，受理用户的申请和投诉，保障用户的合法权益。</p>'.repeat(12)}`],
    ['澳门博彩业上半年收入', '<p>博彩监察部门公布，博彩毛收入同比增加，赌场客流回升。</p>'],
    ['域名管理通知', '<p>及时续费，防止域名过期后被抢注。</p>'],
    ['青禾集团2024年工作会议_青禾集团2025', '<p>金沙2024年度总结</p>'],
    ['2019博览会精彩神州行', '<p>十里番石榴，让球迷尽兴，冠亚和季军出炉，东亚盘锦馆，不必威严。</p>'],
    ['公里番茄大棚', '<p>上下分层种植，里番茄外辣椒。</p>'],
    ['太阳能热水器集团', '<p>太阳集团旗下热水器、路灯。</p>'],
    ['域名备案流程', '<p>未备案的请尽快备案，到期续费可在窗口办理。</p>'],
    ['鹿原草榴村', '<p>草榴村石榴采摘节。</p>'],
    ['鹿原旅游网', '<p>太阳山景区、永利桥古渡一日游。</p>'],
    ['企业名录', '<p>金沙江路一百号，皇冠蛋糕店。</p>'],
    ['扫黄打非举报', '<p>发现色情视频、成人网站请举报。</p>'],
  ])('%s', (title, body) => expect(of(page(title, body))).toBeNull())

  test.each([
    ['公安机关通报网络赌博典型案例', '<p>警方捣毁真人百家乐、老虎机网站三家。</p>'],
    ['今晚开奖', '<p>中国福利彩票双色球开奖，投注截止二十点。</p>'],
    ['赌博合同无效', '<p>张某在澳门赌场欠下赌债，返回鹿原后被诉至法院，法院认为因百家乐、老虎机赌博形成的债务不受法律保护，判决驳回原告的全部请求。</p>'],
    ['博彩', '<p>博彩业考察记</p>'],
  ])('a government host that writes about it: %s', (title, body) => expect(of(page(title, body), 'www.luyuan.gov.cn')).toBeNull())
})

test('a government name that was given up and leads to a stranger’s server now', () => {
  expect(of(page('澳门新葡京娱乐城', '<p>真人百家乐 老虎机</p>'), 'lyj.luyuan.gov.cn')).toBe('changed-gambling')
  expect(of(page('日韩无码-成人影院', '<p>国产精品 未满18岁禁止进入</p>'), 'lyj.luyuan.gov.cn')).toBe('changed-porn')
})
