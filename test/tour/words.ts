/** What `npm start` says, in Chinese and English. */
export const SAY = {
  badSite: '--site 后面要写完整网址，例如 --site https://www.example.gov.cn/ / --site takes a whole address',
  tryCounty: `
浏览器已打开演示县「青禾县」，读网助手已装好，台账已导入。试试看：
  1. 右下角的小标签是本页最后更新日期和疑点数，点开它；
  2. 在任一疑点旁点「记录」，会带截图存进台账；选中一段文字按 Alt+Shift+D 也行；
  3. 点工具栏的读网助手 →「打开台账」→「导出」，导出本周 CSV 和各单位清单。
按 Ctrl+C 结束。

The browser shows the made-up county Qinghe with the extension and its roster. Try:
  1. click the small label at the bottom right: last update and suspicions of this page;
  2. click 记录 (record) beside one, or select words and press Alt+Shift+D;
  3. toolbar → 打开台账 (ledger) → 导出 (export) for the weekly CSV and each unit's list.
Ctrl+C ends everything.
`,
  trySite: '浏览器已打开所给网站，右下角是读网助手的标签；按 Ctrl+C 结束。 / The site is open with the extension; Ctrl+C ends everything.',
  reading: (pages: number) => `没有显示器，自动演示：用真实扩展读 ${pages} 个页面并记录疑点 / no display: a guided tour reads ${pages} pages with the real extension`,
  nothing: '没有发现疑点，没有可导出的内容 / nothing found, nothing to export',
  done: (issues: number, csv: string, zip: string, folder: string) => `
已记录 ${issues} 条问题，每条带截图 / ${issues} issues recorded, each with a screenshot
  每周问题 CSV / weekly CSV:      ${csv}
  各单位清单 / lists per unit:     ${zip}
  已解开，内有截图 / unpacked, with screenshots: ${folder}
`,
}
