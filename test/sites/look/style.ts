/** Style shared by all sites of the county. */
const base = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.7 "Microsoft YaHei","Noto Sans CJK SC","PingFang SC",sans-serif;color:#222;background:var(--page);min-height:100vh;display:flex;flex-direction:column}
a{color:inherit;text-decoration:none}
a:hover{color:var(--main);text-decoration:underline}
img{max-width:100%}
h1,h2,h3,h4,p,ul,dl,dd{margin:0;padding:0}
ul{list-style:none}
.wrap{width:1180px;max-width:100%;margin-left:auto;margin-right:auto;padding:0 12px}
.topbar{background:#f3f6fa;font-size:13px;color:#5b6673}
.topbar .wrap{display:flex;justify-content:space-between;line-height:34px}
.banner{background:var(--main) center bottom/cover no-repeat;color:#fff}
.banner-in{display:flex;align-items:center;justify-content:space-between;height:150px}
.brand{display:flex;align-items:center;gap:18px;color:#fff}
.brand:hover{color:#fff;text-decoration:none}
.brand b{display:block;font-size:36px;line-height:1.3;letter-spacing:4px;text-shadow:0 2px 5px rgba(0,0,0,.3)}
.brand i{font-style:normal;font-size:15px;letter-spacing:2px;text-shadow:0 1px 3px rgba(0,0,0,.4)}
.search{display:flex}
.search input{width:230px;border:0;padding:10px 14px;font:inherit;font-size:14px;border-radius:4px 0 0 4px}
.search button,.write button{border:0;background:var(--accent);color:#fff;padding:9px 20px;font:inherit;font-size:14px;cursor:pointer}
.search button{border-radius:0 4px 4px 0}
.search.big{margin:24px auto;justify-content:center}.search.big input{width:480px;border:1px solid #ccd5df}
.nav{background:var(--main);color:#fff}
.nav .wrap{display:flex}
.nav a{display:block;padding:0 30px;line-height:50px;font-size:17px;color:#fff}
.nav a:hover{background:rgba(255,255,255,.16);color:#fff;text-decoration:none}
.main{flex:1;padding-top:18px;padding-bottom:36px;min-height:480px;background:#fff}
.headline{text-align:center;font-size:28px;color:var(--main);padding:8px 0 20px;line-height:1.4}
.grid-2{display:grid;grid-template-columns:1fr 1fr;gap:28px;margin-bottom:26px}
.grid-3{display:grid;grid-template-columns:1fr 1fr 1fr;gap:28px;margin-bottom:26px}
.grid-2>*,.grid-3>*{min-width:0}
.slide{position:relative;border-radius:6px;overflow:hidden;height:300px;background:#dfe8e2}
.slide img{width:100%;height:100%;object-fit:cover;display:block}
.slide p{position:absolute;left:0;right:0;bottom:0;padding:8px 16px;background:rgba(0,0,0,.5);color:#fff;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.block-head{display:flex;justify-content:space-between;align-items:center;border-bottom:2px solid var(--main);margin-bottom:10px}
.block-head h2{font-size:20px;line-height:42px;color:var(--main)}
.block-head h2 a{color:inherit}
.more{font-size:13px;color:#78838f}
.tabs{justify-content:flex-start;gap:4px}
.tab{font-size:18px;line-height:42px;padding:0 18px;color:#44505c}
.tab.on{background:var(--main);color:#fff}
.pane .more{display:block;text-align:right}
.list li,.rows td,.dl-list dd{line-height:40px;border-bottom:1px dashed #e2e7ec}
.list li{white-space:nowrap;overflow:hidden;text-overflow:ellipsis;position:relative;padding-left:14px}
.list li:before{content:"";position:absolute;left:0;top:18px;width:5px;height:5px;background:var(--accent);border-radius:50%}
.list li span,.dl-list em{float:right;color:#8a949e;font-size:14px;font-style:normal;margin-left:14px}
.pin{font-style:normal;font-size:12px;color:#fff;background:#d0453c;border-radius:3px;padding:1px 6px;margin-right:6px}
.rows{width:100%;border-collapse:collapse;table-layout:fixed}.rows td{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.rows .date{width:118px;color:#8a949e;font-size:14px;text-align:right}
.dl-list dd{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.band{background:var(--soft);border-radius:6px;padding:16px 22px 20px;margin-bottom:26px}
.band h2{font-size:20px;color:var(--main);margin-bottom:12px}
.quick{display:grid;grid-template-columns:repeat(8,1fr);gap:12px;text-align:center;font-size:15px}
.quick i{display:block;width:52px;height:52px;line-height:52px;margin:0 auto 6px;border-radius:50%;background:var(--main);color:#fff;font-style:normal;font-size:20px}
.services{display:grid;grid-template-columns:1fr 1fr;gap:12px;padding-top:6px}
.services.wide{grid-template-columns:repeat(4,1fr);margin-bottom:22px}
.services a{display:block;background:var(--soft);border-left:4px solid var(--accent);border-radius:4px;padding:14px 16px;font-size:17px}
.topics{display:grid;grid-template-columns:repeat(3,1fr);gap:18px;margin-bottom:26px}
.topics a{height:84px;line-height:84px;text-align:center;border-radius:6px;color:#fff;font-size:20px;letter-spacing:2px}
.t1{background:linear-gradient(110deg,#2f8f5b,#7bbf6a)}.t2{background:linear-gradient(110deg,#b7412f,#e08a4a)}.t3{background:linear-gradient(110deg,#1c5fa8,#4fa3d8)}
.friends{border-top:1px solid #e2e7ec;padding-top:14px;color:#55606b}.friends h2{display:inline;font-size:16px;margin-right:18px}.friends a{margin-right:26px;cursor:pointer}
.crumbs{font-size:14px;color:#6a7580;padding-bottom:12px;border-bottom:1px solid #e2e7ec;margin-bottom:20px}
.two{display:grid;grid-template-columns:220px 1fr;gap:28px;align-items:start}
.side h2{background:var(--main);color:#fff;font-size:19px;line-height:54px;text-align:center;border-radius:6px 6px 0 0}
.side ul{border:1px solid #e2e7ec;border-top:0}
.side li a{display:block;line-height:44px;padding-left:24px;border-bottom:1px solid #eef1f4}
.side .on a{color:var(--main);font-weight:700;background:var(--soft)}
.col,.news_box{min-width:0}
.col-name{font-size:22px;color:var(--main);border-bottom:2px solid var(--main);padding-bottom:8px;margin-bottom:12px}
.none,.enter{color:#8a949e;text-align:center;padding:46px 0}.enter{padding:16px 0}
.page,.newspage,.default_pgPanel{text-align:center;font-size:14px;color:#78838f;padding:22px 0}
.jpage-list li,.news_list li,.list-item{display:flex;justify-content:space-between;gap:20px;line-height:44px;border-bottom:1px dashed #e2e7ec}
.list-item h4{font-size:16px;font-weight:400}
.jpage-list span,.news_list .time,.list-item .date{color:#8a949e;font-size:14px;flex:none}
.paper{min-width:0;padding:6px 50px 30px}
.paper h1{font-size:27px;line-height:1.45;text-align:center;padding:12px 0 16px;color:#1b2733}
.info,.pages-date{display:flex;flex-wrap:wrap;justify-content:center;gap:4px 26px;font-size:14px;color:#78838f;background:#f7f9fb;padding:8px 12px;margin-bottom:22px}
.info[align],.pages-date{display:block;text-align:center}
.tools{margin-left:8px}
.paper p{margin-bottom:14px;font-size:17px;line-height:1.95}
.paper .sign{text-align:right;padding-right:2em;margin-bottom:4px}
.paper a{color:#1a5fb4}
.paper h3{font-size:18px;color:var(--main);margin:18px 0 8px}
.index-table{width:100%;border-collapse:collapse;font-size:14px;margin-bottom:18px}
.index-table th,.index-table td,.grid th,.grid td{border:1px solid #cfd8e1;padding:7px 12px;text-align:left}
.index-table th,.grid th{background:var(--soft);font-weight:400;color:#4b5762;white-space:nowrap}
.grid{width:100%;border-collapse:collapse;font-size:15px;margin:6px 0 20px}
.grid.guide th{width:140px}
.leader{display:flex;gap:22px;align-items:center;border-bottom:1px dashed #dfe5eb;padding:16px 0}.leader h3{margin:0 0 4px}.leader p{margin:0}
.letter{border:1px solid #e2e7ec;border-radius:6px;padding:14px 22px;margin-bottom:18px}.letter h3{margin:0 0 4px}
.letter-info span{margin-right:28px}.paper .letter-info{font-size:14px;color:#78838f;margin:0 0 6px}
.reply{background:var(--soft);border-left:4px solid var(--accent);padding:8px 16px}.paper .letter-text,.paper .reply-text{font-size:16px;margin-bottom:8px;line-height:1.8}
.write{border-top:1px solid #e2e7ec;padding-top:6px}.write input,.write textarea{width:460px;max-width:100%;font:inherit;vertical-align:top;border:1px solid #ccd5df;border-radius:4px;padding:4px 8px}.write button{margin-left:3em;border-radius:4px}
.guide-item{border-bottom:1px dashed #dfe5eb;padding-bottom:10px}.guide-text{min-height:1.6em}
.map a{display:inline-block;margin:0 26px 4px 0}
.to-top{display:block;text-align:right;font-size:14px;color:#78838f}
.foot{background:#eef2f6;border-top:4px solid var(--main);font-size:14px;color:#55606b}
.foot-in{display:flex;gap:34px;align-items:center;justify-content:center;padding-top:22px;padding-bottom:26px}
.foot-text p{line-height:1.9}
.marks{display:flex;gap:14px;align-items:center}.marks img{height:52px;width:auto;display:block}
@media(max-width:760px){.grid-2,.grid-3,.two,.topics{grid-template-columns:1fr}.quick{grid-template-columns:repeat(4,1fr)}.nav .wrap{flex-wrap:wrap}.nav a{padding:0 14px}.paper{padding:0}.services.wide{grid-template-columns:1fr 1fr}.foot-in{flex-direction:column}}
`

const themes: Record<string, string> = {
  trs: ':root{--main:#1a5a9e;--accent:#d2862b;--soft:#f0f5fb;--page:#fff}.banner{background-image:url(/images/banner-trs.svg)}',
  jcms: ':root{--main:#1d7a5f;--accent:#3aa37c;--soft:#eef7f3;--page:#f4f8f6}.banner-in{height:124px}.brand b{font-size:32px}.nav .wrap{justify-content:center}.banner{background-image:url(/images/banner-jcms.svg)}',
  vsb: ':root{--main:#12788c;--accent:#38a3b4;--soft:#edf7f8;--page:#f3f7f8}.banner-in{height:124px}.brand b{font-size:32px}.nav ul{display:flex}.nav li+li{border-left:1px solid rgba(255,255,255,.25)}.banner{background-image:url(/images/banner-vsb.svg)}',
  nfcms: ':root{--main:#8a5a16;--accent:#c98a2b;--soft:#fbf5ea;--page:#faf7f1}.banner-in{height:124px}.brand b{font-size:32px}.block-head{border-bottom-width:1px}.block-head h2{border-left:5px solid var(--accent);padding-left:12px;line-height:24px;margin:9px 0}.banner{background-image:url(/images/banner-nfcms.svg)}',
}

/** Style sheet by path, or null. */
export function styleAt(path: string): string | null {
  if (path === '/css/base.css') return base
  const found = /^\/css\/(\w+)\.css$/.exec(path)
  return (found?.[1] && themes[found[1]]) || null
}
