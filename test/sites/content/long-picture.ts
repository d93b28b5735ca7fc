/** What the county's long picture says, with planted slips `{{wrong=>right}}`; each is in `PICTURE_FAULTS`. */
export const LONG_PICTURE = `
<header><h1>《青禾县城乡供水管理办法》<br>一图读懂</h1><p>青禾县水利局</p></header>
<section><h2>制定背景</h2><p>近年来，全县农村供水工程建设加快推进。{{截止目前=>截至目前}}，全县已有九个乡镇实现城乡供水一体化，受益群众超过十二万人。</p></section>
<section><h2>法律依据</h2><p>办法根据《{{中华人名共和国=>中华人民共和国}}水法》等法律法规，结合本县实际制定，共五条，由县水利局负责解释。</p></section>
<section><h2>谁来管护</h2><p>城区供水设施由供水企业管护；农村供水设施由乡镇人民政府和村集体管护，并与管水员{{签定=>签订}}管护协议。</p></section>
<section><h2>群众关心</h2><p>供水单位每季度公布水质检测结果；计划停水应当提前二十四小时告知用户。水压不足可以拨打供水服务热线。</p></section>
<footer>咨询电话：0500-7120709　青禾县水利局制作</footer>`
