import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import { COLUMN_CLASSES, type ColumnClass } from '../types/roster.ts'
import { foldName } from './name.ts'

/** Words that offices use for a class in their own tables, besides the class's own word. */
const SYNONYMS: Record<ColumnClass, string[]> = {
  news: ['动态要闻类', '动态', '要闻', '动态类', '要闻类', '工作动态', '政务动态', '新闻', '新闻动态', '信息动态'],
  notice: ['通知公告类', '通知', '公告', '公示', '公示公告', '公告公示', '通知公示'],
  policy: ['政策文件类', '政策', '文件', '政策法规', '规范性文件', '法规文件', '文件类'],
  interpretation: ['政策解读类', '解读', '解读类', '解读回应'],
  personnel: ['人事', '人事类', '人事任免', '招考录用', '人事招考'],
  plan: ['规划', '计划', '规划计划类', '计划规划', '发展规划', '规划总结'],
  finance: ['财政', '统计', '财政预决算', '预决算', '统计数据', '财政信息', '统计信息', '数据统计', '财政资金'],
  guide: ['机构', '指南', '机构职能', '公开指南', '领导信息', '领导之窗', '机构设置', '机构概况', '概况信息', '公开制度'],
  statutory: ['法定主动公开', '法定主动公开内容', '主动公开', '信息公开', '政务公开', '重点领域', '重点领域信息公开', '公开年报'],
  letters: ['互动', '留言', '信箱', '互动交流', '政民互动', '咨询建言', '咨询投诉', '互动类', '调查征集'],
  archive: ['归档', '专题', '专题专栏', '历史专题', '归档栏目', '专题类'],
  other: ['其它', '其他类'],
}

const CLASS_OF_WORD = new Map<string, ColumnClass>(
  COLUMN_CLASSES.flatMap((one) => [one, zh.class[one], ...SYNONYMS[one]].map((word): [string, ColumnClass] => [foldName(word), one])),
)

/** The word for a class in a roster file; Chinese whatever the interface speaks, so that files can be exchanged. */
export function wordOfClass(one: ColumnClass): string {
  return zh.class[one]
}

/** The class that a word in a roster file names, or null where it names none. */
export function classOfWord(word: string): ColumnClass | null {
  return CLASS_OF_WORD.get(foldName(word)) ?? null
}
