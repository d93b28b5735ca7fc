/** What each picture of the README shows, in its order there. */
export const CAPTIONS: readonly { name: string; says: string; width?: number }[] = [
  { name: 'article', says: '标出疑点的文章页：鼠标移到下划线上，看原因、建议和依据；右下角是本页发布日期和疑点数' },
  { name: 'home', says: '门户首页：点开右下角的小标签，看更新情况、死链和未检查的项目' },
  { name: 'popup', says: '工具栏弹窗：本页情况、手工补记、今日记录', width: 380 },
  { name: 'ledger', says: '台账：按周、单位、类型、状态筛选' },
  { name: 'issue', says: '一条问题和它的截图' },
  { name: 'export', says: '导出每周清单和各单位问题清单' },
]

/** The README's section of pictures, between its two marks. */
export function withPictures(readme: string): string {
  const pictures = CAPTIONS.map(({ name, says, width }) => {
    const path = `assets/pictures/${name}.png`
    return `${width ? `<img src="${path}" alt="${says}" width="${width}">` : `![${says}](${path})`}\n\n*${says}*\n`
  })
  return readme.replace(/(<!-- pictures:start -->\n)[\s\S]*(<!-- pictures:end -->)/, (_, start: string, end: string) => `${start}\n${pictures.join('\n')}\n${end}`)
}
