import { describe, expect, test } from 'vitest'
import { undoEvent } from '../../../utils/ledger/change.ts'
import { addShot, recordIssue } from '../../../utils/ledger/record.ts'
import { captionShot, markShot, moveShot, removeShot, ShotConflict } from '../../../utils/ledger/shot-edit.ts'
import { collectShots } from '../../../utils/ledger/shots.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import { newIssue, newShot, testLedger } from './kit.ts'

const BOX = { kind: 'box', x: 1, y: 2, width: 30, height: 40 } as const
const PLACE = { x: 5, y: 6, width: 7, height: 8, label: '' }

async function pictured(count = 1) {
  const ledger = testLedger()
  let tick = 0
  const own = { ...ledger, now: () => new Date(Date.parse('2026-11-18T02:00:00Z') + tick++ * 1000) }
  const { id } = await recordIssue(own, newIssue(), newShot('1'.repeat(64)))
  for (let n = 2; n <= count; n++) await addShot(own, id, newShot(String(n).repeat(64)))
  const issue = async (): Promise<Issue> => (await own.db.issues.get(id))!
  const last = async () => (await own.db.events.where('issueId').equals(id).sortBy('at')).pop()!
  return { ledger: own, id, issue, last }
}

const order = ({ shots }: Issue) => shots.map(({ hash }) => hash[0]).join('')

describe('marks', () => {
  test('are kept beside the picture, with a line of history, and can be taken back', async () => {
    const { ledger, id, issue, last } = await pictured()
    const before = (await issue()).shots[0]!
    await markShot(ledger, id, before, { outlines: [PLACE], drawings: [BOX], personal: [] })
    expect((await issue()).shots).toEqual([{ hash: before.hash, takenAt: before.takenAt, outlines: [PLACE], drawings: [BOX] }])
    const event = await last()
    expect(event).toMatchObject({ kind: 'shot-edited', by: '王小青' })
    await undoEvent(ledger, event.id)
    expect((await issue()).shots).toEqual([before])
  })

  test('of a picture that another window marked since are refused, and nothing is written', async () => {
    const { ledger, id, issue } = await pictured()
    const seen = (await issue()).shots[0]!
    await markShot(ledger, id, seen, { outlines: [], drawings: [BOX], personal: [] })
    const theirs = await issue()
    await expect(markShot(ledger, id, seen, { outlines: [PLACE], drawings: [], personal: [] })).rejects.toBeInstanceOf(ShotConflict)
    expect(await issue()).toEqual(theirs)
    // whoever saw theirs may go on
    await markShot(ledger, id, theirs.shots[0]!, { outlines: [PLACE], drawings: [], personal: [] })
    expect((await issue()).shots[0]!.outlines).toEqual([PLACE])
  })

  test('of a picture that was taken away are refused', async () => {
    const { ledger, id, issue } = await pictured()
    const seen = (await issue()).shots[0]!
    await removeShot(ledger, id, seen)
    await expect(markShot(ledger, id, seen, { outlines: [], drawings: [], personal: [] })).rejects.toBeInstanceOf(ShotConflict)
  })

  test('words and marks changed in two windows do not undo each other', async () => {
    const { ledger, id, issue } = await pictured()
    const seen = (await issue()).shots[0]!
    await captionShot(ledger, id, seen, ' 首页横幅 ')
    await markShot(ledger, id, seen, { outlines: [], drawings: [BOX], personal: [] })
    expect((await issue()).shots[0]).toMatchObject({ caption: '首页横幅', drawings: [BOX] })
    await captionShot(ledger, id, seen, '')
    expect((await issue()).shots[0]).not.toHaveProperty('caption')
  })
})

describe('several pictures', () => {
  test.each([[2, 0, '312'], [0, 2, '231'], [1, 1, '123']])('the one at %i goes to %i', async (from, to, wanted) => {
    const { ledger, id, issue } = await pictured(3)
    await moveShot(ledger, id, (await issue()).shots[from]!, to)
    expect(order(await issue())).toBe(wanted)
  })

  test('one is taken away and comes back to its place; its picture stays meanwhile', async () => {
    const { ledger, id, issue, last } = await pictured(3)
    await removeShot(ledger, id, (await issue()).shots[1]!)
    expect(order(await issue())).toBe('13')
    expect(await ledger.db.shots.count()).toBe(3)
    await undoEvent(ledger, (await last()).id)
    expect(order(await issue())).toBe('123')
    await removeShot(ledger, id, (await issue()).shots[1]!)
    await collectShots(ledger.db)
    expect(await ledger.db.shots.count()).toBe(2)
  })
})
