import { expect, test } from 'vitest'
import { countyManifest } from '../sites/manifest.ts'
import { shanghaiToday } from '../sites/county/clock.ts'
import { createCountyServer } from '../sites/server.ts'
import { fillDisk } from './kit/full-disk.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

const { running, person } = await session(await createCountyServer())

test('the disk is full while a picture is read and recorded: it is read, a sentence says why nothing was kept, and later it goes', { timeout: 120_000 }, async () => {
  const page = await running.context.newPage()
  await person.visit(page, countyManifest(shanghaiToday()).faults.find(({ id }) => id === 'water-only-picture')!.url)
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.click('识别图中文字（1 张）')
  const mendDisk = await fillDisk(running)
  // Reading keeps nothing on the disk.
  await layer.waitFor((text) => text.includes('看文字'), 40_000)
  await layer.click('看文字')
  await layer.waitFor((text) => text.includes('平均把握'))
  await layer.clickItem(0, '记录')
  await layer.waitFor((text) => text.includes('磁盘空间不足'))
  expect(await person.issues()).toEqual([])
  await layer.waitFor((text) => text.includes('平均把握'))

  await mendDisk()
  await layer.clickItem(0, '记录')
  const [issue] = await until(async () => {
    const issues = await person.issues()
    return issues.length === 1 && issues
  }, () => 'not recorded once there was room')
  expect(issue!.shots).toHaveLength(1)
  expect(issue!.description).toContain('图中文字')
})
