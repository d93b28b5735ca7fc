/** Parts of 设置 in the order of the side list; each has its own address, `#/settings/<section>`. */
export const SETTINGS_SECTIONS = ['people', 'sites', 'deadlines', 'limits', 'words', 'ignores', 'links', 'reminders', 'storage', 'about'] as const

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

/** The section that an address names; the first where it names none. */
export function settingsSection(name: string | null): SettingsSection {
  return SETTINGS_SECTIONS.find((one) => one === name) ?? SETTINGS_SECTIONS[0]
}
