/** One 检查指标 in our own words, as `assets/indicators.json` has them. */
export interface Indicator {
  id: string
  kind: 'veto' | 'deduction' | 'bonus' | 'local'
  scope: 'website' | 'newmedia'
  name: string
  /** The rule in a sentence. */
  rule: string
  thresholds: Record<string, number>
  /** null: never confirmed, so never shown as official. */
  points: number | null
  /** machine: the tool can tell; both: the tool points, a person decides; person: only a person can. */
  judged: 'machine' | 'both' | 'person'
  source: string
  /** False: the numbers were not read in the original. */
  confirmed: boolean
}
