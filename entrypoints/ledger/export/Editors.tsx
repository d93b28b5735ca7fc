import { NoticeEditor } from '../../../components/ledger/export/NoticeEditor.tsx'
import { ProfileEditor } from '../../../components/ledger/export/ProfileEditor.tsx'
import type { Desk } from '../../../utils/app/desk/index.ts'
import type { Settings } from '../../../utils/ledger/settings.ts'
import type { Doing } from '../App.tsx'

export type Editing = 'profile' | 'notice'

interface EditorsProps {
  desk: Desk
  doing: Doing
  settings: Settings
  editing: Editing
  onClose: () => void
}

/** The CSV's format, or the letter's words. */
export function Editors({ desk, doing, settings, editing, onClose }: EditorsProps) {
  const { csvProfiles, csvProfile, noticeTemplate } = settings
  if (editing === 'notice') {
    return (
      <section class="sheet">
        <NoticeEditor
          template={noticeTemplate ?? desk.noticeWords.template}
          places={desk.noticeWords.places}
          problemsOf={desk.noticeProblems}
          onSave={(template) => {
            doing(() => desk.saveNotice(template), () => desk.saveNotice(noticeTemplate))
            onClose()
          }}
          onReset={() => {
            doing(() => desk.saveNotice(null), () => desk.saveNotice(noticeTemplate))
            onClose()
          }}
          onCancel={onClose}
        />
      </section>
    )
  }
  const used = csvProfiles.find(({ name }) => name === csvProfile)
  return (
    <section class="sheet">
      <ProfileEditor
        profile={used ?? desk.agreedCsv}
        all={desk.csvColumns}
        taken={csvProfiles.map(({ name }) => name).filter((name) => name !== used?.name)}
        onSave={(profile) => {
          doing(() => desk.saveCsvProfile(profile, used?.name ?? null))
          onClose()
        }}
        {...(used && {
          onRemove: () => {
            doing(() => desk.removeCsvProfile(used.name), () => desk.saveCsvProfile(used, null))
            onClose()
          },
        })}
        onCancel={onClose}
      />
    </section>
  )
}
