/** Detectors written in code; a pack's rule of kind `built-in` names one and gives it its sentence, severity and basis. */
export const BUILT_IN_NAMES = [
  'date-exists', 'weekday', 'day-missing', 'title-marks', 'doubled-word', 'totals', 'mojibake', 'enumeration',
  'id-number', 'old-id-number', 'mobile', 'bank-card', 'home-address', 'credit-code',
  'table-mobile', 'table-card', 'table-address', 'table-old-id', 'half-width', 'pairs', 'numbering', 'doubled-block',
] as const

export type BuiltInName = (typeof BUILT_IN_NAMES)[number]
