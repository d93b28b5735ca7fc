import { convertMillimetersToTwip, type IRunOptions, type ISectionPropertiesOptions } from 'docx'

/**
 * Measures of an official document: GB/T 9704-2012《党政机关公文格式》. A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm;
 * 22 lines a page and 28 characters a line in 3号仿宋. Fonts are named, not shipped: where one is missing the program takes the next.
 */
const A4 = { width: 11_906, height: 16_838 }

/** 3号 is 16 pt; `docx` counts half points. */
export const SIZE = { '2号': 44, '3号': 32, '4号': 28, '五号': 21, '小五': 18 } as const

/** 225 mm over 22 lines: 29 pt, in twentieths of a point. */
export const LINE = 580

/** Two characters of 3号, in twips. */
export const TWO_CHARACTERS = 640

type Font = NonNullable<IRunOptions['font']>

const font = (eastAsia: string): Font => ({ eastAsia, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' })

export const FONTS = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  first: font('黑体'),
  second: font('楷体_GB2312'),
  page: font('宋体'),
} satisfies Record<string, Font>

const MARGIN = {
  top: 2098,
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
  bottom: convertMillimetersToTwip(35),
  header: convertMillimetersToTwip(15),
  footer: convertMillimetersToTwip(28),
}

/** The letter itself. */
export const UPRIGHT: ISectionPropertiesOptions = { page: { size: A4, margin: MARGIN } }

/** Tables with many columns lie on their side; the binding edge stays the page's top. */
export const LYING: ISectionPropertiesOptions = {
  page: {
    size: { ...A4, orientation: 'landscape' },
    margin: { ...MARGIN, top: MARGIN.left, left: convertMillimetersToTwip(20), right: convertMillimetersToTwip(20), bottom: convertMillimetersToTwip(24), footer: convertMillimetersToTwip(14) },
  },
}

/** Width between the margins of a lying page, in twips. */
export const LYING_WIDTH = convertMillimetersToTwip(257)

/** Width between the margins of an upright page, in twips. */
export const UPRIGHT_WIDTH = convertMillimetersToTwip(156)
