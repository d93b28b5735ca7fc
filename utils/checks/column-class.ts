import type { ColumnClass } from '../types/roster.ts'

/** Names of columns, most telling first: 政策解读 before 政策, 人事 before 公示. */
const BY_NAME: readonly [RegExp, ColumnClass][] = [
  [/归档|历史专题|往期|回顾/, 'archive'],
  [/解读|一图读懂|图解/, 'interpretation'],
  [/信箱|留言|来信|咨询投诉|问政|回应关切|互动/, 'letters'],
  [/人事|任免|招考|招聘|招录|公务员考录|事业单位招/, 'personnel'],
  [/规划|(?:工作|年度|发展)计划|计划总结/, 'plan'],
  [/预算|决算|预决算|财政|统计|数据发布|经济运行/, 'finance'],
  [/指南|职能|机构(?:设置|概况|简介|信息)|领导(?:信息|介绍|之窗|分工|简介)|内设机构|直属单位|联系我们|概况|简介/, 'guide'],
  [/规范性文件|政策(?!解读|问答|咨询|宣传)|文件|法规|规章|政府令/, 'policy'],
  [/通知|公告|公示|通告/, 'notice'],
  [/动态|要闻|新闻|资讯|快讯|快报|信息播报|头条|简报|活动/, 'news'],
  [/法定主动公开|重点领域|预公开|义务教育|社会救助|食品药品|环境保护|养老/, 'statutory'],
]

/** Guesses the class of a column by its name alone; `other`, which has no deadline, where the name says nothing. */
export function classOfColumnName(name: string): ColumnClass {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}
