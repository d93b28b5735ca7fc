import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { member } from '../kit.ts'
import { taken } from './kit.ts'

/** Packages as version 1 wrote them: every later version takes them in. They are never written anew. */
test.each([['version-1', ''], ['version-1-locked', '青禾县共享包第一版']])('%s', async (name, password) => {
  const bytes = readFileSync(new URL(`examples/${name}.zip`, import.meta.url))
  const one = await member()
  expect(await taken(one, new Blob([new Uint8Array(bytes)]), password)).toMatchObject({ added: { issue: 1, event: 2, unit: 1 }, pictures: 1 })
  expect(await one.db.issues.toArray()).toMatchObject([{ description: '栏目半年没有更新', note: '已电话通知', unitName: '青禾县教育和体育局', status: 'open' }])
  expect(await one.db.units.toArray()).toEqual([{ id: 'u1', name: '青禾县教育和体育局', aliases: ['县教体局'] }])
  expect(await (await one.db.shots.toArray())[0]!.image.text()).toBe('第一版')
})
