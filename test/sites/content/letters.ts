/** A letter of 县长信箱; `answeredAgo` null: not answered. */
export interface CountyLetter {
  id: number
  title: string
  from: string
  sentAgo: number
  text: string
  answeredAgo: number | null
  by: string
  reply: string
  /** Planted: answered only once mended. */
  onlyMended?: boolean
}

export const letters: CountyLetter[] = [
  {
    id: 601, title: '咨询新建小区公交线路', from: '网友青***', sentAgo: 2, answeredAgo: null, by: '县交通运输局',
    text: '您好，禾阳街道文澜路新建的两个小区已经陆续入住，但最近的公交站要步行二十分钟，请问是否有增设站点的计划？', reply: '',
  },
  {
    id: 602, title: '咨询灵活就业人员如何参加养老保险', from: '网友石***', sentAgo: 8, answeredAgo: 5, by: '县人力资源和社会保障局',
    text: '我是本县户籍，目前在家开网店，没有单位，请问可以参加企业职工基本养老保险吗？需要带哪些材料？',
    reply: '网友您好，来信收悉。经县人力资源和社会保障局核实，灵活就业人员可以自愿参加企业职工基本养老保险，请携带本人身份证到县政务服务中心社会保障服务区办理，也可以通过省政务服务网办理。缴费基数可以在规定范围内自行选择。感谢您的关注。',
  },
  {
    id: 603, title: '反映柳泉乡路灯损坏问题', from: '网友山***', sentAgo: 25, answeredAgo: 21, by: '柳泉乡人民政府',
    text: '柳泉乡上湾村村口的三盏路灯坏了半个多月，晚上老人孩子出行不方便，希望尽快维修。',
    reply: '网友您好，来信收悉。柳泉乡人民政府已安排人员现场查看，三盏路灯因线路老化停用，现已更换线路并恢复照明。今后发现路灯损坏，可以直接拨打乡便民服务中心电话0500-7121306。感谢您的监督。',
  },
  {
    id: 604, title: '建议延长图书馆开放时间', from: '网友书***', sentAgo: 43, answeredAgo: 39, by: '县文化和旅游局',
    text: '县图书馆下午五点半就闭馆了，上班族下班后无法借书，建议适当延长开放时间。',
    reply: '网友您好，来信收悉。经研究，县文化和旅游局已协调县图书馆将周二至周五闭馆时间延长至20:30，周末开放时间不变。欢迎您到馆阅读，感谢您的建议。',
  },
  {
    id: 605, title: '咨询农村宅基地审批进度', from: '网友田***', sentAgo: 100, answeredAgo: 4, by: '县农业农村局', onlyMended: true,
    text: '我家在白鹭河镇，三个月前提交了宅基地翻建申请，村里和镇里都已审核，想了解目前办理到哪一步了。',
    reply: '网友您好，来信收悉。经县农业农村局与白鹭河镇人民政府核实，您的申请材料齐全，已进入现场勘验环节，预计十个工作日内办结。对此前未及时答复，我们诚恳致歉。',
  },
  {
    id: 606, title: '反映青源路占道经营问题', from: '网友禾***', sentAgo: 118, answeredAgo: 114, by: '县综合行政执法局',
    text: '青源路农贸市场门口早上占道经营严重，车辆无法通行，希望加强管理。',
    reply: '网友您好，来信收悉。县综合行政执法局已会同青源街道办事处对该路段进行整治，增设临时疏导点一处，安排人员在早高峰时段值守。感谢您对城市管理工作的支持。',
  },
]
