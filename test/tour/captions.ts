/** What each picture of the README shows, in its order there. */
export const CAPTIONS: readonly { name: string; says: string; width?: number }[] = [
  { name: 'article', says: '标出疑点的文章页：鼠标移到下划线上，看原因、建议和依据；右下角是本页发布日期和疑点数' },
  { name: 'home', says: '门户首页：点开右下角的小标签，看更新情况、死链和未检查的项目' },
  { name: 'popup', says: '工具栏弹窗：本页情况、手工补记、今日记录', width: 380 },
  { name: 'ledger', says: '台账：按周、单位、类型、状态筛选' },
  { name: 'issue', says: '一条问题和它的截图' },
  { name: 'recheck', says: '复查：逐条说明现在写的是什么，建议已整改的由人销号' },
  { name: 'overview', says: '概览：待办、逾期、按期销号率，按类型和单位的图表' },
  { name: 'units', says: '单位：各单位待整改、超期、按期办结率和近 8 周' },
  { name: 'rounds', says: '轮次：本周读了什么、还有哪些栏目没有读，按路线一个一个读' },
  { name: 'export', says: '导出每周清单和各单位问题清单' },
  { name: 'doc-week', says: '每周问题 CSV：用表格软件打开，图为前几列', width: 640 },
  { name: 'doc-sheet', says: '单位问题清单（XLSX）：单位填写后发回', width: 640 },
  { name: 'doc-notice', says: '整改通知单（DOCX）', width: 420 },
  { name: 'doc-notice-list', says: '整改通知单的附件：带截图的问题清单', width: 640 },
  { name: 'doc-page', says: '问题清单（网页）：用任何浏览器打开', width: 560 },
  { name: 'doc-bulletin', says: '季度通报（DOCX）', width: 420 },
  { name: 'doc-selfcheck', says: '指标对照自查表（XLSX）', width: 640 },
  { name: 'doc-readinglog', says: '读网记录（XLSX）', width: 640 },
]

/** The README's section of pictures, between its two marks. */
export function withPictures(readme: string): string {
  const pictures = CAPTIONS.map(({ name, says, width }) => {
    const path = `assets/pictures/${name}.png`
    return `${width ? `<img src="${path}" alt="${says}" width="${width}">` : `![${says}](${path})`}\n\n*${says}*\n`
  })
  return readme.replace(/(<!-- pictures:start -->\n)[\s\S]*(<!-- pictures:end -->)/, (_, start: string, end: string) => `${start}\n${pictures.join('\n')}\n${end}`)
}
