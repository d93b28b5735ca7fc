import { matches } from '../matches.ts'
const SURNAME = '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵汪祁毛狄米贝明臧计伏成戴宋庞熊纪舒屈项祝董梁杜阮蓝席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房缪解应宗丁宣邓郁单洪包诸左石崔吉龚程嵇邢裴陆荣翁荀甄曲封储靳段焦牧山谷车侯全班仰仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶司黎蒲卓蔺屠蒙池乔阴党翟谭贡姬申冉雍桑桂牛边尚温庄晏柴瞿阎慕连茹习艾易慎廖终衡步耿满匡国文寇广欧沃利蔚越隆师巩聂晁勾敖冷辛简饶曾关蒯查游权付代闫肖涂]'
const POST = '(?:书记|主任|局长|县长|市长|镇长|乡长|区长|省长|村长|同志|先生|女士|教授|院长|校长|园长|记者|代表|委员|主席|部长|厅长|所长|科长|处长|队长|站长|行长|经理|警官|民警|医生|老师|师傅|院士|说|表示|介绍|告诉|主持|参加|出席|任|等|、|（|，)'
const PRE = '(?:书记|主任|局长|县长|市长|镇长|乡长|区长|省长|同志|教授|院长|校长|记者|代表|委员|主席|部长|厅长|所长|科长|处长|队长|站长|经理|村民|居民|市民|群众|患者|学生|医生|老师|通讯员|作者|编辑|法官|检察官|嫌疑人|被告人|原告|被告|申请人|联系人|总理|总统|首相|大使|公司的|职工|负责人|员)'
const PERSON = [new RegExp(`${PRE}(${SURNAME}[\\u4e00-\\u9fff]{1,2})`, 'gu'), new RegExp(`(${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=${POST})`, 'gu')]
const PLACE = /(?<=[省市县区镇乡旗州]|街道|办事处|社区)([\u4e00-\u9fff]{1,3}(?:村|镇|乡|社区|街道|路|街|屯|庄|沟|寨|屯|组|苏木|嘎查|旗|县))/gu
// 港北区人民政府, 田东县委.
const SEAT = /([\u4e00-\u9fff]{1,3})(?=[省市县区旗镇乡](?:人民政府|政府|委|人大|政协|纪委|公安|人民法院|人民检察院))/gu
// 愿同玻方…, 中玻战略伙伴: a country by one character.
const COUNTRY = [
  /(?:愿同|同|向|对|与|和|欢迎|支持|希望|相信|感谢|祝贺|中)([\u4e00-\u9fff])方/gu,
  /中([\u4e00-\u9fff])(?=关系|两国|双方|双边|合作|友好|友谊|战略|建交|经贸|人文|传统|政府|全面)/gu,
  /(?<=国企业|访问|赴|来|驻|抵)([\u4e00-\u9fff]{1,2})(?=投资|访问|期间|大使|企业)/gu,
]
const TRANSLITERATED = /[阿埃艾安奥巴贝比别宾波布查达丹德登迪蒂杜多恩尔法菲费弗夫福盖戈格古哈海汉赫华惠霍基吉加贾杰金卡凯坎康科克肯库奎拉莱兰劳勒雷李里丽利莲列林琳隆鲁伦罗洛马玛迈曼梅蒙米密敏莫姆穆那纳娜奈南内尼妮宁努诺欧帕派佩彭皮珀普齐奇恰强乔切琼丘热日荣萨塞桑沙舍圣施史什思斯松苏索塔泰坦汤唐特提廷图托瓦万威维魏温沃乌武西希夏香谢辛休雅亚扬耶伊茨因英尤约扎泽詹珍朱兹佐季·•]/u

/**
 * True where the place looks like a part of a person's, a place's or a foreign name: such words are in no lexicon, and what
 * looks likelier there is seldom what was meant.
 */
export function inName(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 12)
  const near = text.slice(from, end + 10)
  const at = start - from
  const covers = (pattern: RegExp, part: number): boolean => {
    for (const match of matches(pattern, near)) {
      const name = match[part]!
      const begin = match.index + match[0].indexOf(name)
      if (begin < at + (end - start) && at < begin + name.length) return true
    }
    return false
  }
  if (covers(PLACE, 1) || covers(SEAT, 1) || [...PERSON, ...COUNTRY].some((pattern) => covers(pattern, 1))) return true
  return transliterated(text, start, end) >= 4
}

/** A place that costs more by itself (13 and a third, in twelfths) is one of thousands: its unknown neighbour is as likely meant. */
const LITTLE_KNOWN = 160

/** True where what was meant would be a little-known place: 青禾县 is no slip for 青河县, while 广洲市 is one for 广州市. */
export function isLittlePlace(meant: string, unigram: number): boolean {
  return unigram > LITTLE_KNOWN && /^[\u4e00-\u9fff]{2,}[省市县区镇乡村州旗盟]$/u.test(meant)
}

/** Length of the run of characters used for foreign names around the place. */
function transliterated(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (!TRANSLITERATED.test(text[i]!)) return 0
  let left = start
  let right = end
  while (left > 0 && TRANSLITERATED.test(text[left - 1]!)) left--
  while (right < text.length && TRANSLITERATED.test(text[right]!)) right++
  return right - left
}
