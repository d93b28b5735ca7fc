import { freshness as enFreshness, severity as enSeverity } from '../../assets/locales/en/common.json' with { type: 'json' }
import { chip as enChip, name as enName } from '../../assets/locales/en/marks.json' with { type: 'json' }
import { freshness as zhFreshness, severity as zhSeverity } from '../../assets/locales/zh-CN/common.json' with { type: 'json' }
import { chip as zhChip, name as zhName } from '../../assets/locales/zh-CN/marks.json' with { type: 'json' }

/** What the chip says: by name, so that only this much of the files comes into every page. */
export const TEXTS = {
  'zh-CN': { common: { freshness: zhFreshness, severity: zhSeverity }, marks: { name: zhName, chip: zhChip } },
  en: { common: { freshness: enFreshness, severity: enSeverity }, marks: { name: enName, chip: enChip } },
}
