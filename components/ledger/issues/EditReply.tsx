import { t } from '../../../utils/locale.ts'
import { REPLY_STATES, type Reply, type ReplyState } from '../../../utils/types/issue.ts'
import { EditField, type Around } from './EditField.tsx'

interface EditReplyProps {
  around: Around
  reply: Reply
  onSet: (reply: Partial<Reply>) => void
}

/** The unit's answer (回收), entered by hand where it came by telephone or on paper. */
export function EditReply({ around, reply, onSet }: EditReplyProps) {
  return (
    <fieldset class="edit-part">
      <legend>{t('issue.reply.title')}</legend>
      <EditField name="reply.measures" {...around}>
        {(wiring) => <textarea {...wiring} rows={2} value={reply.measures} onInput={(event) => onSet({ measures: event.currentTarget.value })} />}
      </EditField>
      <div class="edit-line">
        <EditField name="reply.state" {...around}>
          {(wiring) => (
            <select {...wiring} value={reply.state ?? ''} onChange={(event) => onSet({ state: (event.currentTarget.value || null) as ReplyState | null })}>
              <option value="">{t('issue.reply.noState')}</option>
              {REPLY_STATES.map((state) => <option key={state} value={state}>{t(`issue.reply.state.${state}`)}</option>)}
            </select>
          )}
        </EditField>
        <EditField name="reply.fixedOn" {...around}>
          {(wiring) => <input {...wiring} type="date" value={reply.fixedOn ?? ''} onInput={(event) => onSet({ fixedOn: event.currentTarget.value || null })} />}
        </EditField>
        <EditField name="reply.person" {...around}>
          {(wiring) => <input {...wiring} maxLength={100} value={reply.person} onInput={(event) => onSet({ person: event.currentTarget.value })} />}
        </EditField>
      </div>
    </fieldset>
  )
}
