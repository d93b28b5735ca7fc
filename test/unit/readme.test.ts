import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ConfigEnv } from 'wxt'
import LEDGER_EN from '../../assets/locales/en/ledger.json' with { type: 'json' }
import LEDGER from '../../assets/locales/zh-CN/ledger.json' with { type: 'json' }
import SYNC from '../../assets/locales/zh-CN/sync.json' with { type: 'json' }
import TEAM from '../../assets/locales/zh-CN/team.json' with { type: 'json' }
import { manifestOf } from '../../utils/browser/manifest.ts'
import { HEADER } from '../../utils/lists/csv/columns.ts'
import { COLUMN_CLASSES } from '../../utils/types/roster.ts'
import { wordOfClass } from '../../utils/roster/column-class.ts'
import { parseRoster } from '../../utils/roster/parse.ts'
import { rosterTemplate } from '../../utils/roster/template.ts'
import { ROLES } from '../../utils/team/couch/validation.ts'
import { CAPTIONS, withPictures } from '../tour/captions.ts'

/** What the README promises, set against the program. */
const readme = readFileSync('README.md', 'utf8')
const pack = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>
const manifests = [
  manifestOf({ manifestVersion: 3, browser: 'chrome', mode: 'production', command: 'build' } as ConfigEnv),
  manifestOf({ manifestVersion: 2, browser: 'firefox', mode: 'production', command: 'build' } as ConfigEnv),
  manifestOf({ manifestVersion: 2, browser: 'chrome', mode: 'legacy', command: 'build' } as ConfigEnv),
] as unknown as Record<string, unknown>[]

/** Cells of the first table after `mark`, without its header. */
function tableAfter(mark: string): string[][] {
  const lines = readme.slice(readme.indexOf(mark) + mark.length).split('\n')
  const from = lines.findIndex((line) => line.startsWith('|'))
  const rest = lines.slice(from)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  return rest.slice(2, end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')))
}

const firsts = (mark: string) => tableAfter(mark).map(([first]) => first!)

describe('columns', () => {
  test('of the weekly CSV, in their order', () => expect(firsts('<!-- weekly-columns -->')).toEqual(HEADER))

  const header = new TextDecoder().decode(rosterTemplate().bytes).trim().replaceAll('"', '').split(',')

  test('of the roster, in the order of the template', () => expect(firsts('<!-- roster-columns -->')).toEqual(header))

  test('classes of columns', () => {
    const said = tableAfter('<!-- roster-columns -->').find(([name]) => name === '栏目类别')![1]!.split('；')[0]!.split('、')
    expect(said).toEqual(COLUMN_CLASSES.map(wordOfClass))
  })

  test('the example of a roster can be imported as it stands', () => {
    const example = /```csv\n([\s\S]*?)```/.exec(readme)![1]!
    const { roster, problems } = parseRoster(new TextEncoder().encode(example))
    expect(example.split('\n')[0]!.split(',')).toEqual(header)
    expect(problems).toEqual([])
    expect([roster.units.length, roster.sites.length, roster.columns.length]).toEqual([3, 2, 2])
  })
})

describe('commands', () => {
  test('every script is explained, and no other', () => {
    const explained = firsts('## Set-up').map((script) => script.replace(/^npm (?:run )?/, ''))
    expect([...explained].sort()).toEqual(Object.keys(pack.scripts).sort())
  })

  test('every `npm run` in the text exists', () => {
    const run = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
    expect(run.filter((name) => !(name in pack.scripts))).toEqual([])
  })
})

describe('manifest', () => {
  test('every permission of any build is explained, and no other', () => {
    const asked = manifests.flatMap((manifest) =>
      ['permissions', 'host_permissions', 'optional_permissions', 'optional_host_permissions'].flatMap((kind) => (manifest[kind] as string[] | undefined) ?? []),
    )
    expect(firsts('## 权限').sort()).toEqual([...new Set(asked)].sort())
  })

  test('every permission that is no site stands in the settings, in both languages, and no other', () => {
    const named = firsts('## 权限').filter((name) => !/[:/<]/.test(name)).sort()
    // Two that are sites, and the words of the table.
    const others = ['pages', 'capture', 'title', 'caption', 'name', 'why', 'state', 'on', 'off', 'absent']
    for (const { settings } of [LEDGER, LEDGER_EN]) expect(Object.keys(settings.permissions).filter((key) => !others.includes(key)).sort()).toEqual(named)
  })

  test('shortcuts', () => {
    const commands = manifests[0]!['commands'] as Record<string, { suggested_key?: { default: string } }>
    expect(firsts('### 快捷键').sort()).toEqual(Object.values(commands).flatMap((command) => command.suggested_key?.default ?? []).sort())
  })

  test('oldest browsers', () => {
    const [chrome, firefox, legacy] = manifests
    expect([chrome!['minimum_chrome_version'], legacy!['minimum_chrome_version']]).toEqual(['103', '86'])
    expect(JSON.stringify(firefox!['browser_specific_settings'])).toContain('"strict_min_version":"115.0"')
  })
})

describe('dependencies', () => {
  test.each([
    ['dependencies', 'In the extension'],
    ['devDependencies', 'For building and testing'],
  ] as const)('%s with their versions and licences', (kind, mark) => {
    const licence = (name: string) => (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { license: string }).license
    const table = tableAfter(mark).map(([name, version, terms]) => [name, version, terms])
    expect(table.sort()).toEqual(Object.entries(pack[kind]).map(([name, version]) => [name, version, licence(name)]).sort())
  })
})

describe('teams', () => {
  test('roles as the server’s rules know them', () => {
    const roles = tableAfter('两个人各自记录的同一个问题').map(([, name]) => name)
    expect(roles).toEqual([ROLES.lead, ROLES.member, ROLES.reader])
    for (const role of Object.values(ROLES)) expect(readme.slice(readme.indexOf('## 架设团队服务器'))).toContain(`\`${role}\``)
  })

  test('states and buttons as the interface says them', () => {
    const states = firsts('点它到“团队”里处理：')
    const pattern = (text: string) => new RegExp(`^${text.replace(/\{\w+\}/g, '[\\d:]+')}$`)
    const known = [SYNC.synced, SYNC.pending, SYNC.offline, SYNC.clash, SYNC.notTaken.replace('{words}', SYNC.synced), SYNC.error].map(pattern)
    expect(states.map((state, at) => known[at]?.test(state))).toEqual(known.map(() => true))
    for (const words of [TEAM.server.connect, TEAM.server.new, TEAM.server.join, TEAM.package.export, TEAM.package.import, SYNC.now]) expect(readme).toContain(`“${words}”`)
  })

  test('ten lines set a server up', () => {
    const lines = readme.slice(readme.indexOf('## 架设团队服务器')).split('\n## ')[0]!.split('\n').filter((line) => /^\d+\. /.test(line))
    expect(lines).toHaveLength(10)
  })
})

describe('pictures and links', () => {
  test('the section of pictures is as its script writes it', () => expect(withPictures(readme)).toBe(readme))

  test.each(CAPTIONS)('$name is there', ({ name }) => expect(existsSync(`assets/pictures/${name}.png`)).toBe(true))

  test('every file and folder that is linked exists', () => {
    const linked = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path!).filter((path) => !/^https?:/.test(path))
    expect(linked.length).toBeGreaterThan(20)
    expect(linked.filter((path) => !existsSync(path))).toEqual([])
  })
})
