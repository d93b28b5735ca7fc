import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDays } from '../../../utils/ledger/holiday-text.ts'
import { addDays } from '../../../utils/types/day.ts'

const read = (text: string, otherwise: 'holidays' | 'workdays' = 'holidays') => readDays(text, 2027, otherwise)

test('a notice as the State Council writes it', () => {
  const notice = `关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。
二、春节：2月5日（农历腊月二十九、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
三、清明节：4月5日（周一）放假1天，与周末连休。`
  const { holidays, workdays, unread } = read(notice)
  expect(holidays).toEqual(['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-04-05'])
  expect(workdays).toEqual(['2027-01-31', '2027-02-13'])
  expect(unread).toEqual([])
})

test.each([
  ['2027-02-05', ['2027-02-05']],
  ['2027/2/5\n2027.2.6', ['2027-02-05', '2027-02-06']],
  ['2月5日、6月7日', ['2027-02-05', '2027-06-07']],
  ['2027-02-05 至 2027-02-07', ['2027-02-05', '2027-02-06', '2027-02-07']],
  ['2027-02-05~02-06', ['2027-02-05', '2027-02-06']],
  ['12月31日至1月2日放假', ['2027-12-31', '2028-01-01', '2028-01-02']],
  ['2028年1月1日放假。2月1日放假', ['2028-01-01', '2028-02-01']],
])('%j', (text, holidays) => expect(read(text).holidays).toEqual(holidays))

test('plain dates are what the person said they are; words go before', () => {
  expect(read('2027-02-06', 'workdays')).toEqual({ holidays: [], workdays: ['2027-02-06'], unread: [] })
  expect(read('2027-02-06 放假\n2027-02-07', 'workdays')).toEqual({ holidays: ['2027-02-06'], workdays: ['2027-02-07'], unread: [] })
})

test('days that no calendar has are told, not guessed; a slip of the pen fills no year', () => {
  expect(read('2月30日')).toEqual({ holidays: [], workdays: [], unread: ['2月30日'] })
  expect(read('1月1日至12月3日放假').holidays).toEqual(['2027-01-01', '2027-12-03'])
})

test('whatever is pasted is read in time and only real days come of it', () => {
  const piece = fc.constantFrom('2', '7', '月', '日', '至', '年', '-', '2027', '放假', '上班', '，', '。', '（', '）', ' ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const day of Object.values(read(pieces.join(''))).flat().filter((one) => /^\d{4}-\d\d-\d\d$/.test(one))) expect(addDays(day, 0)).toBe(day)
    }),
  )
})

test('a written range comes back as its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 0, max: 20 }), (start, length) => {
      const from = addDays('2027-01-01', start)
      const days = Array.from({ length: length + 1 }, (_, ahead) => addDays(from, ahead))
      const word = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
      expect(read(`${word(from)}至${word(days[length]!)}放假`).holidays).toEqual(days)
    }),
  )
})
