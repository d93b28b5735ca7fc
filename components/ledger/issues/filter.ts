// The filter is counted by the ledger and drawn here; its shape is shared.
export { isNoFilter, NO_FILTER, NO_UNIT } from '../../../utils/types/filter.ts'
export type { IssueFilter, LedgerCounts } from '../../../utils/types/filter.ts'
