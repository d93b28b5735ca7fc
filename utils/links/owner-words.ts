/** Gambling pages in Chinese and English, as they name themselves. State lotteries (福利彩票, 体育彩票) are not among them. */
export const GAMBLING = /百家乐|真人(?:娱乐|视讯|荷官|棋牌)|时时彩|六[合开]彩|北京赛车|pk10|快三(?:平台|投注|彩票)|彩票(?:平台|投注|网投|开户)|体育(?:投注|博彩|下注)|电子(?:游艺|竞技投注)|老虎机|捕鱼(?:达人|游戏|王)?|棋牌(?:娱乐|游戏|平台|下载)|博彩(?!(?:行)?业|监[察管]|税|毛?收入)|赌场|赌球|买球|滚球|盘口(?:分析|赔率)|赔率|(?<!地)下注(?![射水册意明重入销浆])|投注(?![入射])|首[存充]|彩金|返水|洗码|开户送|注册送|澳门(?:新?葡京|威尼斯人?|金沙|银河|永利|太阳城|皇冠)|葡京|威尼斯人(?:娱乐|赌场|官网)|太阳城(?:娱乐|集团|赌场)|永利(?:娱乐|集团官网|赌场)|金沙(?:娱乐|国际|赌场)|皇冠(?:体育|现金|足球)|新葡萄京|亚博|乐鱼体育|开云体育|云开体育|开元棋牌|华体会|爱游戏(?:体育|官网)|米兰体育|星空体育|九游(?:体育|娱乐)|必发(?:娱乐|官网)|pg(?:电子|娱乐|模拟器)|ag真人|bbin|麻将胡了|真人平台|娱乐平台|反水|竞猜投注|(?:欧宝|乐鱼|华体会|半岛|博亚|天博|火狐|必威|万博|江南|乐竞|雷火|英亚|bob|ayx|leyu|kaiyun)体育|体育[^局馆场学院会\s]{0,6}(?:登录入口|官网登录|网页版|app(?:下载|官网))|电竞(?:下注|投注)|一肖(?:一码|中特)|特码(?:资料)?|六合(?:开奖|资料)|香港六合|澳门(?:六合|资料大全|正版资料|精准资料|天天(?:好)?彩)|娱乐城|(?:官网入口|体育|官方网站|娱乐)[（(·]*中国[)）]|全站app下载|必赢(?:亚洲|国际|娱乐|官网|bwin)|开云(?=[（(·\s]*(?:中国|kaiyun|app|官网|平台))|[（(·]中国[)）][^。，]{0,14}(?:官网|官方网站|登录入口)|slot (?:gacor|online)|\bjudi (?:online|bola)|\btogel\b|\b(?:kaiyun|leyu|bwin|188bet|yabo|m88|mksport|slot88)\b|\b(?:casino|baccarat|sportsbook|poker|slot games?|slots (?:online|casino)|betting|jackpot|roulette|bet365|fun88|w88)\b|\b(?:betway|ayx|ngbet)\b|必威(?:体育|betway|官网|亚洲)|9博体育|(?:集团|娱乐|皇宫|金沙|葡京|的京|太阳城?|皇冠|永利|银河|威尼斯人?)(?:[a-z]{1,5}\d{3,}|\d{3,}(?:vip|cc|com))|(?:皇宫|金沙|葡京|的京|太阳城|永利|威尼斯人?)\d{3,}(?![\d年届.-])|太阳城集团|新葡的京|永利皇宫|体育(?:赛事)?(?:直播)?平台|(?:存款|充值)[、，\s]{0,2}提款|上下分(?![\u4e00-\u9fa5])|赢现金|分分彩|大发(?:快三|彩票)|(?<![\u4e00-\u9fa5])彩神|幸运飞艇|澳洲幸运|快乐十分|冠亚和(?!季)|pk拾|炸金花|德州扑克|(?<![\u4e00-\u9fa5])亚盘(?![锦古])|欧赔|让球(?:盘|胜|数|指数|(?![\u4e00-\u9fa5]))|欧洲杯买|世界杯买/gi

/** Pornographic pages, as they name themselves. */
export const PORN = /成人(?:视频|电影|影院|网站|小说|图片|影视|直播|在线)|黄色(?:视频|网站|电影|小说)|色情(?:视频|网站|电影|直播)|情色(?!彩)|(?<![\u4e00-\u9fa5])[无有]码(?![头农表垛放])|日韩无码|番号(?:库|大全|推荐)|裸聊|约炮|一夜情|援交|(?<!羽)毛片|a片(?![区段儿式])|三级片|黄片|(?:91|九一)(?:视频|porn)|福利姬|外围女|制服诱惑|自拍偷拍|成人(?:导航|内容)|包夜|啪啪|激情(?:视频|网|小说)|麻豆(?:传媒|剧情|视频)?(?=[\s,，、_-]|$)|草榴(?!村)|(?<![\u4e00-\u9fa5])里番|无修正?(?=[\s,，、]|$)|嫩草(?:影院|视频|研究所)|无遮挡|伦理片|成人论坛|91porn|国产[\s、]?(?:精品|自拍|偷拍|乱|av)|亚洲(?:精品|无码|欧美|av)|久久(?:精品|热|综合)|一区二区|免费看黄|日韩(?:精品|无码|欧美)|欧美(?:精品|激情|性)|偷拍自拍|人妻(?![子儿室弟])|少妇(?:视频|系列)|巨乳|(?<![路出入道街港海关进])口交(?![通叉接警汇易流界])|av\s?(?:在线|网站|天堂|视频|女优)|女优(?![秀先惠质异良化待生])|(?<![特绿红金角彩本])色[播站]|撸(?:管|片|吧)|\b(?:porn(?:hub|o)?|xxx (?:video|movie|porn)s?|xvideos?|hentai|sex (?:video|cam|chat)s?|nude|escort)\b/gi

/** A domain that its owner or a broker offers, in words that mean this one. */
export const FOR_SALE = /(?:本|此|该|当前|访问的|这个)域名[^，。]{0,28}(?:出售|转让|待售|拍卖|求购|售卖|购买)|(?:出售|转让|购买|竞拍)(?:本|此|该|这个)域名|(?:domain|domain name|website|site)(?: name)? (?:is|may be|are) (?:available )?for sale|\b[\w-]{1,63}\.(?:com|net|org|cn|com\.cn) is for sale|domain[^.]{0,40} available for purchase|get (?:a price|this domain)|buy this domain|make an? offer (?:on|for) this domain|purchase this domain|\b(?:sedo|afternic|hugedomains|dan\.com|undeveloped\.com)\b/gi

/** Words of the trade, which its news uses too. */
export const DOMAIN_TRADE = /域名(?:正在)?(?:出售|转让|待售|拍卖|求购)|域名(?:交易|经纪|买卖)(?:平台|中心|中介)?/gi

/** State lotteries, and chess and cards where people meet to play them. */
export const LAWFUL = /福利彩票|体育彩票|福彩|体彩|双色球|大乐透|刮刮乐|象棋|围棋|活动室|社区|老年/

/** A domain nobody uses: a registrar's or host's page stands in its place. */
export const PARKED = /域名[\s\w.-]{0,40}(?:(?:已经?)?(?:停放|停靠|暂停解析|未(?:备案|绑定|续费))|(?:已经?(?:过期|到期)|(?:过期|到期)(?=$|[\s，。！!,]))(?!后|的|前|时))|服务器已经?(?:到期|过期|欠费)|(?:网站|空间|主机|站点)(?:已|已经)?(?:到期|过期|欠费|被?暂停|未(?:备案|开通|绑定))|尚未(?:绑定|备案)|未(?:根据|按照)工信部|(?:未备案(?!的|者|或|前)|取消(?:备案|接入))|没有找到站点|恭喜[，,]?\s*站点创建成功|此?域名(?:已)?(?:被)?注册(?:商)?(?:锁定|保留)|domain (?:has )?expired|domain (?:is )?(?:parked|parking)|parked (?:domain|free)|parkingcrew|\bbodis\b|related searches|this (?:web ?site|site|account|page) (?:has been suspended|is parked)|account suspended|welcome to nginx|apache2? (?:ubuntu|debian)? ?default page|iis windows server|http server test page|test page for the (?:apache|nginx)|default web site page|future home of something|coming soon to this domain/gi

/** Words of the police, of warnings and of the law: the page speaks against it. */
export const GUARDS = /打击|严打|整治|查处|取缔|警方|公安|民警|派出所|检察|法院|判决|立案|侦破|抓获|反赌|禁赌|戒赌|反诈|诈骗|十赌|陷阱|骗局|反赌|涉案|嫌疑人|涉赌|涉黄|扫黄打非|治安管理|举报|防范|警惕|拒绝|抵制|远离|严禁|禁止|危害|普法|刑法|违法犯罪/

/** A gate for adults is no warning; what stands behind it says what it is. */
export const AGE_GATE = /(?:未满|不满)\s?(?:18|十八)\s?周?岁[^。！!<]{0,16}|18\s?\+/g

/** What a server shows as it was installed: nobody has put a site there, or it is gone. */
export const SERVER_DEFAULT = /^(?:welcome to (?:nginx|openresty|tengine|caddy)|apache2? (?:ubuntu |debian |centos )?default page|iis windows server|iis[\s\d.]*$|(?:apache )?http server test page|test page for the (?:apache|nginx)|default web site page|if you['’]re seeing this, you['’]ve successfully installed tomcat|domain default page|it works!?$|恭喜[，,]?\s*站点创建成功|这是默认index\.html)/i

/** Scripts and frames by which registrars and brokers fill a parked page. */
export const PARKING_SCRIPTS = /(?:parkingcrew|bodis(?:cdn)?|sedoparking|above|parklogic|parkweb|afternic|dan|hugedomains|uniregistry|domainsponsor|skenzo|voodoo|trafficjunky|4\.cn|ename|west|aliyun[^"']{0,20}\/(?:domain|park))\.?(?:com|net|cn)?\/[^"']{0,60}(?:park|lander|sale|domain|\.js)|window\.park\s*=|data-adblockkey=|\/lander["']/i
