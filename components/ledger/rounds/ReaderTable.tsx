import { t } from '../../../utils/locale.ts'
import type { ReaderFacts } from '../../../utils/types/round-facts.ts'
import { count } from '../../shared/format.ts'
import { duration } from './names.ts'

/** Who read, and how much. */
export function ReaderTable({ readers }: { readers: readonly ReaderFacts[] }) {
  return (
    <section class="check-part" aria-labelledby="round-readers">
      <h2 id="round-readers">{t('rounds.readers.title')}</h2>
      {readers.length === 0 && <p class="box-more">{t('rounds.readers.none')}</p>}
      {readers.some(({ name }) => name === '') && <p class="box-more">{t('rounds.readers.setName')}</p>}
      {readers.length > 0 && (
        <table class="table" aria-labelledby="round-readers">
          <thead>
            <tr>
              <th scope="col">{t('rounds.readers.name')}</th>
              {(['pages', 'visits', 'dwell', 'findings'] as const).map((one) => <th key={one} scope="col" class="table-number">{t(`rounds.readers.${one}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {readers.map(({ name, pages, visits, dwell, findings }) => (
              <tr key={name}>
                <th scope="row">{name || t('rounds.readers.nobody')}</th>
                <td class="table-number">{count(pages)}</td>
                <td class="table-number">{count(visits)}</td>
                <td class="table-number">{duration(dwell)}</td>
                <td class="table-number">{count(findings)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
