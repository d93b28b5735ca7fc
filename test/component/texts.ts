import { addTexts } from '../../utils/locale.ts'
import commonEn from '../../assets/locales/en/common.json' with { type: 'json' }
import issuelistEn from '../../assets/locales/en/issuelist.json' with { type: 'json' }
import issueEn from '../../assets/locales/en/issue.json' with { type: 'json' }
import ledgerEn from '../../assets/locales/en/ledger.json' with { type: 'json' }
import listsEn from '../../assets/locales/en/lists.json' with { type: 'json' }
import marksEn from '../../assets/locales/en/marks.json' with { type: 'json' }
import indicatorsEn from '../../assets/locales/en/indicators.json' with { type: 'json' }
import reminderEn from '../../assets/locales/en/reminder.json' with { type: 'json' }
import rosterdeskEn from '../../assets/locales/en/rosterdesk.json' with { type: 'json' }
import rosterdesk from '../../assets/locales/zh-CN/rosterdesk.json' with { type: 'json' }
import rosterEn from '../../assets/locales/en/roster.json' with { type: 'json' }
import overviewEn from '../../assets/locales/en/overview.json' with { type: 'json' }
import readinglogEn from '../../assets/locales/en/readinglog.json' with { type: 'json' }
import roundsEn from '../../assets/locales/en/rounds.json' with { type: 'json' }
import selfcheckEn from '../../assets/locales/en/selfcheck.json' with { type: 'json' }
import storageEn from '../../assets/locales/en/storage.json' with { type: 'json' }
import unitEn from '../../assets/locales/en/unit.json' with { type: 'json' }
import wordsEn from '../../assets/locales/en/words.json' with { type: 'json' }
import popupEn from '../../assets/locales/en/popup.json' with { type: 'json' }
import common from '../../assets/locales/zh-CN/common.json' with { type: 'json' }
import issuelist from '../../assets/locales/zh-CN/issuelist.json' with { type: 'json' }
import issue from '../../assets/locales/zh-CN/issue.json' with { type: 'json' }
import ledger from '../../assets/locales/zh-CN/ledger.json' with { type: 'json' }
import lists from '../../assets/locales/zh-CN/lists.json' with { type: 'json' }
import marks from '../../assets/locales/zh-CN/marks.json' with { type: 'json' }
import indicators from '../../assets/locales/zh-CN/indicators.json' with { type: 'json' }
import reminder from '../../assets/locales/zh-CN/reminder.json' with { type: 'json' }
import roster from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import overview from '../../assets/locales/zh-CN/overview.json' with { type: 'json' }
import readinglog from '../../assets/locales/zh-CN/readinglog.json' with { type: 'json' }
import rounds from '../../assets/locales/zh-CN/rounds.json' with { type: 'json' }
import selfcheck from '../../assets/locales/zh-CN/selfcheck.json' with { type: 'json' }
import storage from '../../assets/locales/zh-CN/storage.json' with { type: 'json' }
import unit from '../../assets/locales/zh-CN/unit.json' with { type: 'json' }
import words from '../../assets/locales/zh-CN/words.json' with { type: 'json' }
import popup from '../../assets/locales/zh-CN/popup.json' with { type: 'json' }

/** All texts that components use, and sentences of checks that the samples made up. */
export const TEXTS = {
  'zh-CN': {
    common,
    ledger,
    issuelist,
    issue,
    lists,
    marks,
    popup,
    storage,
    unit,
    words,
    indicators,
    reminder,
    roster,
    rosterdesk,
    selfcheck,
    overview,
    readinglog,
    rounds,
    sample: {
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
    },
  },
  en: {
    common: commonEn,
    ledger: ledgerEn,
    issuelist: issuelistEn,
    issue: issueEn,
    lists: listsEn,
    marks: marksEn,
    popup: popupEn,
    unit: unitEn, words: wordsEn,
    indicators: indicatorsEn,
    reminder: reminderEn,
    roster: rosterEn, rosterdesk: rosterdeskEn,
    selfcheck: selfcheckEn,
    storage: storageEn,
    overview: overviewEn,
    readinglog: readinglogEn,
    rounds: roundsEn,
  },
}

addTexts(TEXTS)
