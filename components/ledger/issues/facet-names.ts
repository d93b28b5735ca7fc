import { t } from '../../../utils/locale.ts'
import type { Facet, FacetChoice } from '../../../utils/types/filter.ts'
import { kindName } from '../../shared/kinds.ts'

/** Name of an indicator by its id; null for one that is not known. */
export type IndicatorName = (id: string) => string | null

/** A choice of a facet, or a head of that grouping, in words. */
export function choiceName(facet: Facet, choice: Pick<FacetChoice, 'value' | 'name' | 'from' | 'to'>, indicatorName: IndicatorName): string {
  const { value, name } = choice
  if (facet === 'status') return t(`common.status.${value}`)
  if (facet === 'severity') return t(`common.severity.${value}`)
  if (facet === 'due' || facet === 'origin' || facet === 'flag') return t(`issuelist.value.${facet}.${value}`)
  if (facet === 'recheck') return t(`issuelist.value.recheck.${value || 'none'}`)
  if (facet === 'kind') return kindName(value)
  if (facet === 'week') return weekName({ week: value, from: choice.from, to: choice.to })
  if (facet === 'round') return roundName(choice)
  if (facet === 'indicator' && value !== '') return indicatorName(value) ?? value
  return name || t(facet === 'unit' ? 'common.unitUnknown' : 'issuelist.value.empty')
}

/** 2026 年第 47 周（11-16 至 11-22）. */
export function weekName({ week, from, to }: { week: string; from?: string | undefined; to?: string | undefined }): string {
  const [year = '', number = ''] = week.split('-W')
  const params = { year, number: Number(number) }
  return from && to ? t('ledger.week', { ...params, from: from.slice(5), to: to.slice(5) }) : t('issuelist.week', params)
}

function roundName({ value, name, from, to }: Pick<FacetChoice, 'value' | 'name' | 'from' | 'to'>): string {
  // a name of one's own; one without goes by its days
  if (name !== value) return name
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value)
  return quarter ? t('issuelist.quarter', { year: quarter[1]!, number: quarter[2]! }) : from && to ? t('rounds.days', { from, to }) : name
}
