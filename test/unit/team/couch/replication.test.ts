import { afterAll, beforeAll, expect, test } from 'vitest'
import { editIssue, setStatus } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { sha256 } from '../../../../utils/ledger/backup/work.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import { clashesOf } from '../../../../utils/team/clashes.ts'
import { joinSpace } from '../../../../utils/team/couch/space.ts'
import { settleClash } from '../../../../utils/team/settle.ts'
import { replicate, type Place } from '../../../couch/replicate.ts'
import { freshName, IS_REAL, startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { ID } from '../kit.ts'
import { deviceAt, pendingOf, settled, shown, teamAt, type Device } from './kit.ts'

let servers: CouchServer[] = []
// what replicates comes with `new_edits: false`, which express-pouchdb loses where it validates
beforeAll(async () => void (servers = await Promise.all([startCouch({ validates: IS_REAL }), startCouch({ validates: IS_REAL })])))
afterAll(() => Promise.all(servers.map((server) => server.stop())))

/** A county's two PCs on its own server, and a city's one on another; CouchDB replicates both ways. */
async function twoOffices(): Promise<{ county: [Device, Device]; city: Device; bothWays: () => Promise<void> }> {
  const [countys, citys] = servers as [CouchServer, CouchServer]
  if (!IS_REAL) citys.uuid = 'uuid-of-the-citys-server'
  const [a, b] = (await teamAt(countys, 2)) as [Device, Device]
  const places: [Place, Place] = [{ server: countys, database: a.account.database }, { server: citys, database: freshName() }]
  await citys.direct('PUT', places[1].database)
  const bothWays = async () => {
    await replicate(places[0], places[1])
    await replicate(places[1], places[0])
  }
  await bothWays()
  const city = deviceAt(citys, places[1].database)
  await joinSpace(city, city.account)
  city.device = (await deviceOfLedger(city.db))!
  return { county: [a, b], city, bothWays }
}

test('a county and a city, each with its own server, replicated by CouchDB alone: what one records the other has, picture and all', async () => {
  const { county: [a, b], city, bothWays } = await twoOffices()
  const bytes = Uint8Array.from({ length: 3000 }, (_, at) => at % 251)
  const hash = await sha256(bytes)
  await recordIssue(a, newIssue(), { shot: { hash, image: new Blob([bytes], { type: 'image/png' }), thumbnail: null, width: 10, height: 10 }, outlines: [] })
  await settled(a, b)
  await bothWays()
  await settled(city)
  expect(await city.db.issues.get(ID)).toMatchObject({ description: '链接打不开', mark: a.device.mark })
  expect((await city.db.shots.get(hash))?.image.size).toBe(3000)
  expect(city.device.mark).not.toBe(a.device.mark)
  await editIssue(city, ID, { note: '市里看过' })
  await settled(city)
  await bothWays()
  await settled(a, b)
  expect(await b.db.issues.get(ID)).toMatchObject({ note: '市里看过' })
})

test('edits of both between two replications: fields of both stay, a clash is asked and ends everywhere, no losing revision is left on either', async () => {
  const { county: [a, b], city, bothWays } = await twoOffices()
  await recordIssue(a, newIssue(), null)
  await settled(a, b)
  await bothWays()
  await settled(city)
  await editIssue(b, ID, { note: '县里' })
  await setStatus(b, ID, 'fixed', '已改')
  await settled(a, b)
  city.clock.at += 3_600_000
  await editIssue(city, ID, { suggestion: '市里' })
  await setStatus(city, ID, 'false-alarm', '误判')
  await settled(city)
  for (let times = 0; times < 3; times++) {
    await bothWays()
    await settled(a, b)
    await settled(city)
  }
  for (const one of [a, b, city]) expect(await one.db.issues.get(ID)).toMatchObject({ note: '县里', suggestion: '市里', status: 'false-alarm' })
  const [clash] = await clashesOf(city.db)
  expect(await settleClash(city, clash!, clash!.options[1]!, '')).not.toBeNull()
  for (let times = 0; times < 2; times++) {
    await settled(city)
    await bothWays()
    await settled(a, b)
  }
  for (const one of [a, b, city]) {
    expect([await clashesOf(one.db), (await one.db.issues.get(ID))?.status, await pendingOf(one.db)]).toEqual([[], 'fixed', []])
    const { server } = one === city ? { server: servers[1]! } : { server: servers[0]! }
    expect((await server.direct('GET', `${one.account.database}/issue:${ID}?conflicts=true`)).body['_conflicts']).toBeUndefined()
  }
  expect(await shown(city)).toEqual(await shown(a))
})
