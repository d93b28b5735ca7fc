import example from '../../assets/roster-example.json' with { type: 'json' }
import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import { fileOf, type RosterFile } from './write.ts'

/** The empty table: only the header. */
export function rosterTemplate(): RosterFile {
  return fileOf(zh.file.template, [])
}

/** A small filled-in table of an invented county, to see what goes where. */
export function rosterExample(): RosterFile {
  return fileOf(zh.file.example, example)
}
