import { expect, test } from 'vitest'
import { notesOf } from '../../../utils/ocr/notes.ts'
import type { OcrLine } from '../../../utils/types/ocr.ts'

function line(confidence: number, text = '关于做好供暖工作的通知'): OcrLine {
  const box = { x: 0, y: 0, width: 20, height: 20 }
  return { text, box, chars: [...text].map((one) => ({ text: one, confidence, box })) }
}

test.each([
  ['print', [line(98), line(97), line(96)], {}, []],
  ['print with an ornament', [line(98), line(97), line(60, '回')], {}, []],
  ['a few letters read badly', [line(80, '公告')], {}, []],
  ['numbers alone', [line(80, '0539-6620000')], {}, []],
  ['writing by hand', [line(92), line(89), line(85)], {}, ['ocr.note.handwriting']],
  ['print with a fifth that is hard to read', [line(98), line(97), line(96), line(98), line(80)], {}, []],
  ['a printed head over writing by hand', [line(98, '申请表'), line(88), line(90)], {}, ['ocr.note.handwriting']],
  ['most places gave nothing', [line(70)], { tried: 9 }, ['ocr.note.handwriting']],
  ['no place gave anything', [], { tried: 9 }, ['ocr.note.unreadable']],
  ['from top to bottom, however sure', [line(98), line(98)], { isUpright: true }, ['ocr.note.upright']],
  ['nothing there', [], { tried: 0 }, ['ocr.note.none']],
])('%s', (_, lines, more, expected) => {
  expect(notesOf({ lines, tried: lines.length, isUpright: false, ...more }).map(({ key }) => key)).toEqual(expected)
})
