import { expect, test } from 'vitest'
import type { Answer } from '../../../utils/links/answer.ts'
import { fragmentFault } from '../../../utils/links/fragment.ts'

const of = (fragment: string, body: string) => fragmentFault(`http://www.qinghe.gov.cn/a.html#${fragment}`, {
  reason: 'ok', evidence: '',
  answer: {
    asked: 'http://www.qinghe.gov.cn/a.html', final: 'http://www.qinghe.gov.cn/a.html', status: 200, contentType: 'text/html; charset=utf-8', disposition: '', length: null, retryAfter: null, marks: '',
    bytes: new TextEncoder().encode(`<html><head><title>办事指南</title></head><body>${body}<p>修渠、护林、助学三件事的办理流程和所需材料。</p></body></html>`), whole: true, broken: false, late: false, hops: [], ip: null, ms: 1,
  } as Answer,
})

test.each([
  ['p2', '<h2 id="p2">二</h2>', null],
  ['p2', '<h2 id="p3">三</h2>', 'fragment-missing'],
  ['rd', '', null],
  ['wechat_redirect', '', null],
  ['sec3', '<script>for(var i=0;i<5;i++)toc.innerHTML+="<h2 id=\'sec"+i+"\'>"</script>', 'fragment-by-script'],
  ['sec3', '<script>for(var i=0;i<5;i++)h[i].id=`sec${i}`</script>', 'fragment-by-script'],
  ['sec3', '<script>var section="a"</script>', 'fragment-missing'],
  ['tab2', '<script>showTab(location.hash)</script>', 'fragment-by-script'],
])('#%s %#: %s', (fragment, body, fault) => expect(of(fragment, body)).toBe(fault))
