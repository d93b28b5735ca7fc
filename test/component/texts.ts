/// <reference types="vite/client" />
import { addTexts, type Texts } from '../../utils/locale.ts'

const FILES = import.meta.glob<Texts>('../../assets/locales/*/*.json', { eager: true, import: 'default' })

/** Sentences of checks that the samples made up. */
const SAMPLE: Texts = {
  recorded: '已记录 第 {number} 号',
  deleted: '第 {number} 号已删除',
  failed: '没有成功，请重试。已记录的问题不受影响。',
  overdue: '「{name}」栏目已 {days} 天没有更新，超过动态、要闻类 14 天的时限',
  dead: '链接打不开：服务器答复 404，页面不存在',
  word: '「{wrong}」疑为「{right}」之误',
  phone: '公示内容含未遮盖的手机号码',
  doubt: '「{word}」在这里可能用词不当',
  use: '改为「{right}」',
  mask: '以 * 遮盖中间四位，如 138****1234',
  basisUpdate: '国办秘函〔2019〕19号：动态、要闻类栏目2周内未更新',
  basisWord: '国办秘函〔2019〕19号：严重表述错误（疑似，须人工判定）',
  basisLink: '国办秘函〔2019〕19号：链接不可用',
  basisPrivacy: '政务公开工作要点：涉及个人隐私的，应作去标识化处理',
  frames: '嵌入的 2 个框架来自其他网站，未读',
  pdf: '3 个 PDF 附件，未读',
  offline: '没有连上网络，链接未检查',
  badFile: '这个文件里没有「单位名称」一列。请用模板的表头。',
  dupHost: '网址前缀 www.qinghe.gov.cn/ 与第 3 行重复，以第一次出现的为准',
  formula: '单元格以 = 开头，已按文字读取',
  noUnit: '缺少单位名称',
  exported: '已写出 2026年第47周问题清单.csv，共 37 条。请在浏览器的下载文件夹中查看。',
  exportFailed: '磁盘空间不足，没有写出文件。请清出空间后重试。',
  offSite: '这个网站不在 .gov.cn 下。启用后，浏览器会问一次权限。',
}

/** All texts that there are, and the samples'. */
export const TEXTS = { 'zh-CN': { ...textsOf('zh-CN'), sample: SAMPLE }, en: textsOf('en') }

addTexts(TEXTS)

function textsOf(language: 'zh-CN' | 'en'): Texts {
  return Object.fromEntries(
    Object.entries(FILES).flatMap(([path, texts]) => {
      const [, of, name] = /locales\/([^/]+)\/(.+)\.json$/.exec(path) ?? []
      return of === language && name !== undefined ? [[name, texts] as const] : []
    }),
  )
}
