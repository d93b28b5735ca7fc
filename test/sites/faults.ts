/**
 * A planted fault, without its address: that depends on the day, so `page` names the page
 * (`1105` an article, `www /zwgk/rsxx/` a host's first label and a path).
 */
export interface PlantedFault {
  id: string
  page: number | string
  /** Check id; for wording the prefix of it. */
  check: string
  indicator: string | null
  /** Exact words on the page (across inline tags). */
  quote?: string
  /** The link as written in the page. */
  raw?: string
  note: string
}

const freshness: PlantedFault[] = [
  { id: 'health-news-40-days', page: 'wjj /gzdt.htm', check: 'freshness/column-overdue', indicator: 'W-V4.1', note: '工作动态 not updated for 40 days' },
  { id: 'farming-notices-200-days', page: 'nyj /zwgk/tzgg/', check: 'freshness/column-overdue', indicator: 'W-V4.1', note: '通知公告 not updated for 200 days' },
  { id: 'personnel-400-days', page: 'www /zwgk/rsxx/', check: 'freshness/column-overdue', indicator: 'W-V4.2', note: '人事信息 not updated for 400 days' },
  { id: 'health-home-20-days', page: 'wjj /', check: 'freshness/home-overdue', indicator: 'W-V3', note: 'newest item of the home page is 20 days old' },
  { id: 'statistics-undated', page: 'www /zwgk/tjxx/', check: 'freshness/undated-list', indicator: 'P15-02', note: 'list prints no dates' },
  { id: 'farming-future', page: 4102, check: 'freshness/future-date', indicator: 'W-V1.5', note: 'page and PubDate are 24 days ahead; the list has the true day, 7 days ago' },
]

const structure: PlantedFault[] = [
  { id: 'decisions-blank', page: 'www /zwgk/zdjc/', check: 'structure/blank-column', indicator: 'W-V4.3', quote: '暂无内容', note: 'says 暂无内容' },
  { id: 'health-policies-blank', page: 'wjj /zcjd.htm', check: 'structure/blank-column', indicator: 'W-V4.3', note: 'empty list without a word' },
]

const links: PlantedFault[] = [
  { id: 'home-404', page: 'www /', check: 'links/dead', indicator: 'W-D08', raw: '/ztzl/yhyshj/', note: '404' },
  { id: 'attachment-404', page: 1103, check: 'links/dead', indicator: 'W-D09', raw: '/attach/peixun-huizhi.doc', note: '404, attachment' },
  { id: 'booking-500', page: 'www /bsfw/', check: 'links/dead', indicator: 'W-D09', raw: '/bsfw/zxyy/', note: '500' },
  { id: 'districts-soft-404', page: 'jyj /', check: 'links/dead', indicator: 'W-D08', raw: '/art/2023/5/6/art_2003_3999.html', note: '200 with 您访问的页面不存在' },
  { id: 'farming-to-home', page: 4202, check: 'links/dead', indicator: 'W-D09', raw: 'http://nyj.qinghe.gov.cn/nyfw/content/post_8801.html', note: '302 to the home page' },
  { id: 'old-plan-404-policy', page: 1203, check: 'links/dead', indicator: 'W-D09', raw: 'http://www.qinghe.gov.cn/zwgk/zcwj/201906/t20190612_211.html', note: '404; same address as old-plan-404-reading' },
  { id: 'old-plan-404-reading', page: 1303, check: 'links/dead', indicator: 'W-D09', raw: 'http://www.qinghe.gov.cn/zwgk/zcwj/201906/t20190612_211.html', note: '404; same address as old-plan-404-policy' },
  { id: 'forms-empty', page: 'www /bsfw/', check: 'links/empty', indicator: 'W-D09', raw: '#', note: '表格样表下载' },
  { id: 'topic-empty', page: 'nyj /', check: 'links/empty', indicator: 'W-D08', raw: 'javascript:;', note: '乡村振兴专题' },
  { id: 'localhost', page: 3201, check: 'links/wrong', indicator: 'W-D09', raw: 'http://localhost:8080/yfjz/index.jsp', note: 'address of the editor’s own machine' },
  { id: 'desktop-file', page: 2201, check: 'links/wrong', indicator: 'W-D09', raw: 'C:\\Users\\Administrator\\Desktop\\zxsqb.doc', note: 'file on the editor’s desktop' },
  { id: 'http-twice', page: 4103, check: 'links/wrong', indicator: 'W-D09', raw: 'http://http://www.qinghe.gov.cn/zwgk/', note: 'scheme written twice' },
  { id: 'private-address', page: 1102, check: 'links/wrong', indicator: 'W-D09', raw: 'http://192.168.1.20/jt/raoxing.html', note: 'address inside the office network' },
  { id: 'hidden-gambling', page: 'wjj /', check: 'links/hidden', indicator: 'W-V1.3', raw: 'http://www.jinlai-qipai.com/', quote: '金来棋牌游戏大厅', note: 'outside the window' },
]

const wording: PlantedFault[] = [
  { id: 'state-name', page: 1201, check: 'wording/', indicator: 'W-V1.1', quote: '中华人名共和国', note: '名 for 民' },
  { id: 'old-organ', page: 1104, check: 'wording/', indicator: null, quote: '县国土资源局', note: 'now 县自然资源局' },
  { id: 'until', page: 3202, check: 'wording/', indicator: null, quote: '截止目前', note: '截至目前' },
  { id: 'homophone', page: 1003, check: 'wording/', indicator: null, quote: '再接再励', note: '再接再厉' },
  { id: 'no-such-day', page: 2202, check: 'wording/', indicator: null, quote: '2月30日', note: 'February has no 30th' },
  { id: 'weekday', page: 1005, check: 'wording/', indicator: null, quote: '2026年3月10日（星期三）', note: 'it was a Tuesday' },
  { id: 'doubled', page: 2102, check: 'wording/', indicator: null, quote: '的的', note: '的 twice' },
  { id: 'unpaired', page: 1303, check: 'wording/', indicator: null, quote: '《青禾县优化营商环境若干措施自印发之日起施行', note: '》 is missing' },
  { id: 'document-number', page: 1202, check: 'wording/', indicator: null, quote: '[2026]12号', note: '〔2026〕12号' },
  { id: 'to-be-filled', page: 4203, check: 'wording/', indicator: null, quote: '待补充', note: 'placeholder left in' },
  { id: 'name-xxx', page: 4203, check: 'wording/', indicator: null, quote: 'XXX', note: 'placeholder left in' },
  { id: 'id-number', page: 1105, check: 'wording/privacy', indicator: 'L-07', quote: '370199196808173528', note: 'invented number with a right check digit' },
  { id: 'mobile-number', page: 1105, check: 'wording/privacy', indicator: 'L-07', quote: '13800000139', note: 'invented number in a table with names' },
]

const marks: PlantedFault[] = [
  { id: 'no-pubdate', page: 2103, check: 'tags/missing', indicator: 'W-D05', note: 'no PubDate' },
  { id: 'residue', page: 'www /zwgk/zcjd/', check: 'tags/residue', indicator: 'W-D05', note: 'ColumnKeywords is <CMSPRO_CHANNEL_KEYWORDS>' },
  { id: 'site-domain', page: 3203, check: 'tags/mismatch', indicator: 'W-D05', note: 'SiteDomain www.qhwjj.gov.cn' },
  { id: 'no-jiucuo', page: 'nyj /', check: 'footer/missing', indicator: 'W-D07', note: 'no 找错 entry' },
  { id: 'other-jiucuo', page: 'jyj /', check: 'footer/mismatch', indicator: 'W-D07', note: '找错 with site_code 3701990077, the site’s own is 3701990011' },
  { id: 'letter-100-days', page: 'www /hdjl/xzxx/', check: 'letters/unanswered', indicator: 'W-V5.2', quote: '咨询农村宅基地审批进度', note: 'not answered for 100 days; one of 2 days ago waits rightly' },
  { id: 'guide-basis', page: 'www /bsfw/zn/5102.html', check: 'guide/missing-element', indicator: 'W-D18', quote: '设定依据', note: 'heading with nothing under it' },
]

const pictures: PlantedFault[] = [
  { id: 'water-only-picture', page: 1304, check: 'structure/only-pictures', indicator: 'W-B01', note: '一图读懂 without text and without alt' },
]

/** Words planted in a picture of a page: found once the picture is read (识别图中文字), never before. */
export interface PictureFault {
  id: string
  page: number
  /** Path of the picture. */
  picture: string
  /** As the picture has it. */
  quote: string
  /** Where it stands in the picture, in its pixels: the middle of the words, give or take half a character. */
  at: { x: number; y: number }
}

export const PICTURE_FAULTS: readonly PictureFault[] = [
  { id: 'picture-until', page: 1304, picture: '/images/gongshui-slips.png', quote: '截止目前', at: { x: 518, y: 348 } },
  { id: 'picture-state-name', page: 1304, picture: '/images/gongshui-slips.png', quote: '中华人名共和国', at: { x: 243, y: 552 } },
  { id: 'picture-sign', page: 1304, picture: '/images/gongshui-slips.png', quote: '签定', at: { x: 298, y: 792 } },
]

export const PLANTED: readonly PlantedFault[] = [...freshness, ...structure, ...links, ...wording, ...marks, ...pictures]
