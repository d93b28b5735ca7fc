import { expect, test } from 'vitest'
import { glanceOf, type PageState } from '../../../../utils/app/page/state.ts'
import type { PageVerdict } from '../../../../utils/messages.ts'
import type { PicturesProgress } from '../../../../utils/types/picture.ts'
import { pageOf } from '../../checks/readings.ts'

const verdict = { belonging: { unit: null, site: null, column: null, by: null }, freshness: {}, findings: [], unchecked: [], recorded: [], ignores: [] } as unknown as PageVerdict
const progress: PicturesProgress = { large: 3, read: 1, running: null, left: 2 }
const glance = (noPictures?: PageVerdict['noPictures'], pictures: PicturesProgress | null = progress) => {
  const state: PageState = { reading: pageOf(), verdict: { ...verdict, ...(noPictures ? { noPictures } : {}) }, model: null, pending: false, links: null, failed: null }
  const seen = glanceOf(state, [], [], { win: { location: { href: 'http://www.qinghe.gov.cn/', host: 'www.qinghe.gov.cn' } }, pictures: { findings: () => [], progress: () => pictures }, why: null })
  if (seen.state !== 'ready') throw new Error('not ready')
  return seen
}

test('what stands in pictures counts as unchecked until it was read', () => {
  expect(glance().unchecked).toEqual([{ key: 'pictures.unread', params: { count: 2 } }])
  expect(glance(undefined, { ...progress, read: 3 }).unchecked).toEqual([])
  expect(glance(undefined, null)).not.toHaveProperty('pictures')
})

test('a browser that cannot read pictures offers nothing and says why', () => {
  const seen = glance({ key: 'ocr.unable.legacy' })
  expect(seen).not.toHaveProperty('pictures')
  expect(seen.unchecked).toEqual([{ key: 'pictures.unread', params: { count: 2 } }, { key: 'ocr.unable.legacy' }])
})
