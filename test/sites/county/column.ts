import type { CountyColumn } from './types.ts'

type Rest = Partial<CountyColumn> & Pick<CountyColumn, 'number' | 'name' | 'path' | 'class' | 'unit' | 'style'>

/** A column with what most columns have in common. */
export function column(rest: Rest): CountyColumn {
  return {
    parents: [],
    dates: 'full',
    description: `${rest.name}栏目发布${rest.unit}负责的${rest.name}信息`,
    keywords: `${rest.name}，青禾县`,
    articles: [],
    ...rest,
  }
}
