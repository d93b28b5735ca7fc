import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Words that no page should bear, and what they should be. */
const SLIP = '中华人名共和国'
export const RIGHT = '中华人民共和国'

/** How a page answers: as it was recorded, mended, or not at all as itself. */
export type Mood = (response: ServerResponse, name: string) => void

export interface MoodySite {
  port: number
  /** `host/path` of every request, oldest first. */
  requests: string[]
  /** From now on this host answers so. */
  turn: (host: string, mood: Mood) => void
  close: () => Promise<void>
}

/** A notice as office sites print it; `name` makes each page another. */
export function notice(name: string, words: string): string {
  return page(
    `关于做好${name}工作的通知_蓝溪县人民政府`,
    `<h1>关于做好${name}工作的通知</h1><p>发布时间：2026-03-02 来源：蓝溪县人民政府办公室</p>
     <div class="content"><p>各乡镇人民政府，县政府各部门：</p><p>为做好${name}工作，根据《${words}政府信息公开条例》有关规定，结合我县实际，现就有关事项通知如下。</p>
     <p>一、提高认识，落实责任。二、细化措施，按时办结。三、加强督查，通报结果。</p><p>蓝溪县人民政府办公室</p></div>`,
  )
}

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`
}

/** Answers with a page. */
export function says(html: string, status = 200): Mood {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end(html)
  }
}

/** Many hosts, each with one notice at any path but `/`, on 127.0.0.1; every notice bears the slip until its host is turned. */
export async function createMoodySite(): Promise<MoodySite> {
  const requests: string[] = []
  const moods = new Map<string, Mood>()
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const path = request.url ?? '/'
    requests.push(host + path)
    const name = decodeURIComponent(path.split('/').pop() ?? '').replace('.html', '')
    if (path === '/favicon.ico') says('', 404)(response, name)
    else if (path === '/') says(page('蓝溪县人民政府', '<h1>蓝溪县人民政府</h1><p>政务公开 政务服务 互动交流 走进蓝溪</p>'))(response, name)
    else (moods.get(host) ?? says(notice(name, SLIP)))(response, name)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    turn: (host, mood) => void moods.set(host, mood),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
