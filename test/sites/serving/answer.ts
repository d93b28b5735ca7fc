/** What the server sends back. */
export interface Answer {
  status: number
  type: string
  body: string | Buffer
  headers?: Record<string, string>
}

/** A small page of plain words in UTF-8. */
export function wordsPage(status: number, title: string, words: string, more = ''): Answer {
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.8 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#334;text-align:center;padding-top:12vh}h1{font-size:26px}</style></head>
<body><h1>${title}</h1><p>${words}</p>${more}</body></html>`,
  }
}

export const notFound = (): Answer => wordsPage(404, '404 页面未找到', '抱歉，您访问的页面不存在，可能已被删除或者移动。')
