import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../utils/links/answer.ts'
import { judge, type JudgeTools } from '../../../utils/links/judge.ts'
import { REASONS } from '../../../utils/links/reasons.ts'
import { GONE, GONE_ENGLISH, LIVING, OWNED, SERVERS, STILL_OURS, WALLED } from './wordings.ts'

const ASKED = 'http://www.qinghe.gov.cn/zwgk/202001/t20200101_12.html'
const OUT = 'http://www.sample-trade.com/p/1.html'
const HOME = 'http://www.qinghe.gov.cn/'
const MENU = ['首页', '新闻中心', '信息公开', '网上办事', '互动交流', '魅力青禾'].map((name, at) => `<li><a href="/${at}/">${name}</a></li>`).join('')
const FOOT = '<div class="footer">主办：青禾县人民政府 承办：青禾县电子政务中心 网站标识码：3701990001</div>'
const cms = (title: string, content: string) => `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><ul>${MENU}</ul><div>${content}</div>${FOOT}</body></html>`
const bare = (title: string, content: string) => `<html><head><title>${title}</title></head><body>${content}</body></html>`

function answer(body: string, asked = ASKED): Answer {
  const bytes = new TextEncoder().encode(body)
  return {
    asked, final: asked, status: 200, contentType: 'text/html; charset=utf-8', disposition: '', length: bytes.length, retryAfter: null, marks: '',
    bytes, whole: true, broken: false, late: false, hops: [], ip: null, ms: 1,
  }
}

/** The verdict where the host answers 404 to what does not exist, and its home page lives. */
async function verdictOn(body: string, asked = ASKED): Promise<string> {
  const tools: JudgeTools = {
    unknown: () => Promise.resolve({ kind: 'honest' }),
    follow: (to) => Promise.resolve(to === HOME ? answer(cms('青禾县人民政府', '<h2>要闻</h2>'), to) : null),
    tail: () => Promise.resolve(null),
  }
  return REASONS[(await judge(answer(body, asked), tools)).reason]
}

describe('says that the page is gone', () => {
  test.each(GONE)('%s', async (words) => {
    expect(await verdictOn(bare('', `<p>${words}</p>`)), 'alone').toBe('dead')
    expect(await verdictOn(cms('青禾县人民政府', `<div>${words}</div><a href="/">返回首页</a>`)), 'in a frame').toBe('dead')
    expect(await verdictOn(bare('提示信息', `<h3>提示信息</h3><p>${words}</p><a href="javascript:history.back()">[ 点击这里返回上一页 ]</a>`)), 'in a box').toBe('dead')
  })
  test.each(GONE_ENGLISH)('%s', async (words) => expect(await verdictOn(bare('Qinghe', `<p>${words}</p>`))).toBe('dead'))
  test.each(SERVERS)('%s', async (_, body) => expect(await verdictOn(body)).toBe('dead'))
})

describe('lives', () => {
  test.each(LIVING)('%s: %s', async (title, body) => {
    expect(await verdictOn(cms(title, `<h1>${title}</h1>${body}`)), 'in a frame').toBe('alive')
    expect(await verdictOn(bare(title, body)), 'alone').toBe('alive')
  })
  test.each(STILL_OURS)('outside: %s', async (title, body) => expect(await verdictOn(bare(title, body), OUT)).toBe('alive'))
})

describe('only a person can tell', () => {
  test.each(WALLED)('%s: %s', async (title, body) => expect(await verdictOn(bare(title, body))).toBe('unsure'))
  test.each(OWNED)('another owner: %s: %s', async (title, body) => expect(await verdictOn(bare(title, body), OUT)).toBe('unsure'))
})

describe('goes home by itself', () => {
  test.each([
    '<script>window.location.href = location.origin + "/";</script>',
    '<script>location.href = window.location.protocol + "//" + window.location.host + "/";</script>',
    '<script>document.addEventListener("DOMContentLoaded",()=>{location.replace(`/`)})</script>',
    '<script>$(function(){ window.location.href="/"; })</script>',
  ])('%s', async (body) => expect(await verdictOn(body)).toBe('dead'))
})
