import { say, t } from '../../utils/locale.ts'
import type { Finding } from '../../utils/types/finding.ts'
import { SeverityTag } from './SeverityTag.tsx'

export interface FindingTextProps {
  finding: Finding
}

/** Below this a finding counts as unsure, and the interface says 需人工核实. */
const SURE = 0.6

/** Why the machine suspects something: the sentence, the words, what to write instead, and the rule it rests on. */
export function FindingText(props: FindingTextProps) {
  const { finding } = props
  return (
    <>
      <p class="finding-says">
        <SeverityTag severity={finding.severity} />
        {say(finding.says)}
      </p>
      {finding.more && <p class="finding-more">{say(finding.more)}</p>}
      {finding.confidence < SURE && <p class="finding-more">{t('common.finding.unsure')}</p>}
      {finding.evidence && (
        <p class="finding-more finding-evidence" title={finding.evidence}>
          <span class="finding-key">{t('common.finding.evidence')}</span>
          {finding.evidence}
        </p>
      )}
      {finding.suggestion && (
        <p class="finding-more finding-better">
          <span class="finding-key">{t('common.finding.suggestion')}</span>
          {say(finding.suggestion)}
        </p>
      )}
      <p class="finding-more">
        <span class="finding-key">{t('common.finding.basis')}</span>
        {say(finding.basis)}
      </p>
    </>
  )
}
