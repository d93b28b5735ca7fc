import type { ModelChecker } from './index.ts'

/** Invented sentences with slips of every kind, so that every path of the code is walked. */
const SENTENCES = [
  '各部门要密切配和，加强组织领到，确保各项任务落实道位，按时保质完成全年木标。',
  '要进一步优化营商环竟，大力培育发展大数局产业，切实提高服务水平。',
  '青禾县自然资源局对全县地质灾害隐患点进行了全面排查，组织群众开展应急演练三十二场。',
  '本办法自二〇二六年一月一日起施行，原有规定与本办法不一至的，以本办法为准。',
  '申请人应当如实提供有关材料，并对材料的真实性负责；逾期不补正的，视为撤回申请。',
  '会议强调，要坚持以人民为中心的发展思想，扎实做好稳就业、保民生各项工工作。',
  '石桥镇村民李某反应，东河路路灯损坏已有半个多月，夜间出行十分不便，请尽块维修。',
  '近日，县卫生健康局联合乡镇卫生院走进敬老院，为老人测量血压、讲解常见病防治知识。',
  '全年粮食播种面积二十六万亩，同比增长百分之一点二，居民人均可支配收入稳步提高。',
  '招标人不得以不合理的条件限制或者排斥潜在投标人，不得对潜在投标人实行岐视待遇。',
]
/** So often the compiler has seen enough of them. */
const ROUNDS = 3

/** Reads a few sentences, so that the first page is read at full speed and its characters' look-alikes are at hand. About 30 ms. */
export function warmUp({ suspects }: ModelChecker): void {
  for (let round = 0; round < ROUNDS; round++) for (const sentence of SENTENCES) suspects(sentence)
}
