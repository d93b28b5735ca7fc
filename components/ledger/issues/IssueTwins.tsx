import { t } from '../../../utils/locale.ts'
import { shortNumber, type Issue } from '../../../utils/types/issue.ts'
import { dayOf } from '../../shared/format.ts'

/** Another issue of the same problem. */
export type Twin = Pick<Issue, 'id' | 'mark' | 'number' | 'status' | 'foundAt'> & Partial<Pick<Issue, 'foundBy'>>

export interface IssueTwinsProps {
  /** All others with the same fingerprint, the first one first. */
  twins: readonly Twin[]
  onOpen: (id: string) => void
}

/** 疑似重复: the other issues of the same problem, each a click away. */
export function IssueTwins({ twins, onOpen }: IssueTwinsProps) {
  if (twins.length === 0) return null
  return (
    <section class="box" aria-labelledby="twins-title">
      <h3 id="twins-title">{t('issue.twins.title', { count: twins.length })}</h3>
      <p class="quiet">{t('issue.twins.says')}</p>
      <ul class="twins">
        {twins.map((twin) => (
          <li key={twin.id}>
            <button type="button" class="button button-small" onClick={() => onOpen(twin.id)}>
              {t('issue.twins.one', { number: shortNumber(twin), status: t(`common.status.${twin.status}`), day: dayOf(twin.foundAt) })}{twin.foundBy && t('issue.twins.by', { name: twin.foundBy })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
