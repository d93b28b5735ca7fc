import { letters } from '../content/letters.ts'
import type { CountyLetter } from '../content/letters.ts'
import { before } from '../county/clock.ts'
import type { Scene } from '../county/types.ts'

function answered(letter: CountyLetter, scene: Scene): string | null {
  if (letter.answeredAgo === null || (letter.onlyMended && !scene.mended)) return null
  return before(scene.clock.today, letter.answeredAgo)
}

function draw(letter: CountyLetter, scene: Scene): string {
  const day = answered(letter, scene)
  const reply = day
    ? `<div class="reply"><p class="letter-info"><span>答复单位：${letter.by}</span><span>答复时间：${day}</span></p><p class="reply-text">${letter.reply}</p></div>`
    : `<div class="reply"><p class="letter-info"><span>办理单位：${letter.by}</span><span>办理状态：办理中</span></p></div>`
  return `<div class="letter" id="l${letter.id}"><h3>${letter.title}</h3>
<p class="letter-info"><span>来信人：${letter.from}</span><span>来信时间：${before(scene.clock.today, letter.sentAgo)}</span></p>
<p class="letter-text">${letter.text}</p>
${reply}</div>`
}

/** 县长信箱: dated questions with their answers, and the yearly figures. */
export function lettersMain(scene: Scene): string {
  return `<section class="paper"><h1>县长信箱</h1>
<table class="grid"><tbody><tr><th>本年度来信</th><th>已答复</th><th>平均答复时间</th></tr><tr><td>326件</td><td>${scene.mended ? 325 : 324}件</td><td>3.8个工作日</td></tr></tbody></table>
<div class="letters">${letters.map((letter) => draw(letter, scene)).join('\n')}</div>
<form class="write" action="/hdjl/xzxx/" method="get"><h3>我要写信</h3>
<p><label>标题 <input name="t" maxlength="40"></label></p><p><label>内容 <textarea name="c" rows="4"></textarea></label></p><button type="submit">提交</button></form></section>`
}

/** The block of the home page: titles with the day of the letter. */
export function letterRows(scene: Scene, most: number): string {
  const items = letters.slice(0, most)
    .map((one) => `<li><span>${before(scene.clock.today, one.sentAgo).slice(5)}</span><a href="/hdjl/xzxx/#l${one.id}">${one.title}</a></li>`)
  return `<ul class="list">${items.join('\n')}</ul>`
}
