import { PlainError } from '../../errors.ts'
import { issuesOfUnits } from '../../ledger/found.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { prefixOf } from '../../roster/address.ts'
import { foldName } from '../../roster/name.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Column, Site, Unit } from '../../types/roster.ts'
import type { RosterSteps } from './roster-steps.ts'

/** Rows that a person ticked, by kind. */
export type Ticked = { kind: 'units' | 'sites' | 'columns'; ids: readonly string[] }

/** What a person entered for one row; `id` null: a new one. */
export type SavedRow =
  | { kind: 'units'; id: string | null; row: Omit<Unit, 'id'> }
  | { kind: 'sites'; id: string | null; row: Omit<Site, 'id'> }
  | { kind: 'columns'; id: string | null; row: Omit<Column, 'id'> }

const CODE = /^(?:\d{10}|bm\d{8}|n\d{9})$/i

/** Editing in place: each is one step that can be taken back. */
export function rosterEditDesk(ledger: Ledger, steps: RosterSteps) {
  const { db, newId } = ledger
  const saved = async (name: string, put: Parameters<RosterSteps['take']>[1]): Promise<Phrase> => {
    const homed = await steps.take({ key: 'rosterdesk.step.save', params: { name } }, put)
    return homed > 0 ? { key: 'rosterdesk.saved-homed', params: { name, count: homed } } : { key: 'rosterdesk.saved', params: { name } }
  }
  const edit = {
    /** Adds (`id` null) or changes a unit. A former name is kept as alias, so that pages that still bear it find the unit. @throws PlainError */
    saveUnit: async (id: string | null, wanted: Omit<Unit, 'id'>): Promise<Phrase> => {
      const units = await db.units.toArray()
      const before = units.find((unit) => unit.id === id)
      const name = wanted.name.trim()
      if (!name) throw new PlainError({ key: 'rosterdesk.error.no-name' })
      const former = before && foldName(before.name) !== foldName(name) ? [before.name] : []
      const aliases = distinct([...wanted.aliases.map((alias) => alias.trim()).filter(Boolean), ...former], name)
      const others = units.filter((unit) => unit.id !== id)
      for (const one of [name, ...aliases]) {
        const owner = others.find((unit) => [unit.name, ...unit.aliases].some((other) => foldName(other) === foldName(one)))
        if (owner) throw new PlainError({ key: 'rosterdesk.error.name-taken', params: { name: one, owner: owner.name } })
      }
      return saved(name, { put: { units: [{ id: id ?? newId(), name, aliases }] } })
    },
    /** @throws PlainError */
    saveSite: async (id: string | null, wanted: Omit<Site, 'id'>): Promise<Phrase> => {
      const prefix = prefixOf(wanted.prefix)
      if (prefix === null) throw new PlainError({ key: 'rosterdesk.error.no-address', params: { value: wanted.prefix } })
      const twin = (await db.sites.where('prefix').equals(prefix).toArray()).find((site) => site.id !== id)
      if (twin) throw new PlainError({ key: 'rosterdesk.error.address-taken', params: { name: twin.name } })
      const siteIdCode = wanted.siteIdCode?.trim() || null
      if (siteIdCode && !CODE.test(siteIdCode)) throw new PlainError({ key: 'rosterdesk.error.bad-code', params: { value: siteIdCode } })
      const name = wanted.name.trim() || prefix.replace(/\/$/, '')
      return saved(name, { put: { sites: [{ id: id ?? newId(), name, prefix, siteIdCode, unitId: wanted.unitId }] } })
    },
    /** @throws PlainError */
    saveColumn: async (id: string | null, wanted: Omit<Column, 'id'>): Promise<Phrase> => {
      const name = wanted.name.trim()
      if (!name) throw new PlainError({ key: 'rosterdesk.error.no-name' })
      const prefix = prefixOf(wanted.prefix)
      if (prefix === null) throw new PlainError({ key: 'rosterdesk.error.no-address', params: { value: wanted.prefix } })
      const isRoot = (await db.sites.where('prefix').equals(prefix).count()) > 0
      const twin = (await db.columns.where('prefix').equals(prefix).toArray()).find((column) => column.id !== id && (!isRoot || foldName(column.name) === foldName(name)))
      if (twin) throw new PlainError({ key: 'rosterdesk.error.address-taken', params: { name: twin.name } })
      return saved(name, { put: { columns: [{ ...wanted, id: id ?? newId(), name, prefix, exemption: wanted.exemption?.trim() || null }] } })
    },
    /** Whichever kind of row it is. @throws PlainError */
    saveRow: (saved: SavedRow): Promise<Phrase> =>
      saved.kind === 'units' ? edit.saveUnit(saved.id, saved.row) : saved.kind === 'sites' ? edit.saveSite(saved.id, saved.row) : edit.saveColumn(saved.id, saved.row),
    /** One field of many columns or sites at once. */
    setRows: async ({ kind, ids }: Ticked, change: Partial<Pick<Column, 'unitId' | 'class' | 'deadlineDays' | 'exemption'>>): Promise<Phrase> => {
      const count = ids.length
      const says: Phrase = { key: 'rosterdesk.step.set', params: { count } }
      if (kind === 'columns') await steps.take(says, { put: { columns: present(await db.columns.bulkGet([...ids])).map((column) => ({ ...column, ...change })) } })
      else if (kind === 'sites' && change.unitId !== undefined) {
        const { unitId } = change
        await steps.take(says, { put: { sites: present(await db.sites.bulkGet([...ids])).map((site) => ({ ...site, unitId })) } })
      }
      return { key: 'rosterdesk.set', params: { count } }
    },
    /** What belongs to units that are to be removed or merged. */
    belongings: async (unitIds: readonly string[]) => {
      const mine = new Set<string | null>(unitIds)
      const [columns, issues, sites, accounts] = await Promise.all([
        db.columns.where('unitId').anyOf([...unitIds]).count(),
        issuesOfUnits(db, unitIds).then((issues) => issues.filter(({ deletedAt }) => deletedAt === null).length),
        db.sites.filter(({ unitId }) => mine.has(unitId)).count(),
        db.accounts.filter(({ unitId }) => mine.has(unitId)).count(),
      ])
      return { columns, issues, sites, accounts }
    },
    /** Columns and sites of a removed unit stay, without a unit; recorded issues keep the name they were recorded with. */
    removeRows: async ({ kind, ids }: Ticked): Promise<Phrase> => {
      const mine = new Set<string | null>(ids)
      const count = ids.length
      const remove = { [kind]: ids }
      const left = kind !== 'units' ? {} : {
        put: {
          sites: (await db.sites.toArray()).filter(({ unitId }) => mine.has(unitId)).map((site) => ({ ...site, unitId: null })),
          columns: (await db.columns.where('unitId').anyOf([...ids]).toArray()).map((column) => ({ ...column, unitId: null })),
        },
        accounts: (await db.accounts.toArray()).filter(({ unitId }) => mine.has(unitId)).map((account) => ({ ...account, unitId: null })),
      }
      await steps.take({ key: 'rosterdesk.step.remove', params: { count } }, { ...left, remove })
      return { key: 'rosterdesk.removed', params: { count } }
    },
    /** 合并: all that belongs to the others goes to one unit, their names become its aliases. @throws PlainError */
    mergeUnits: async (ids: readonly string[], intoId: string): Promise<Phrase> => {
      const all = present(await db.units.bulkGet([...ids]))
      const into = all.find(({ id }) => id === intoId)
      const others = all.filter(({ id }) => id !== intoId)
      if (!into || others.length === 0) throw new PlainError({ key: 'rosterdesk.error.merge-two' })
      const to: Unit = { ...into, aliases: distinct([...into.aliases, ...others.flatMap(({ name, aliases }) => [name, ...aliases])], into.name) }
      const from = others.map(({ id }) => id)
      const mine = new Set<string | null>(from)
      const mineNow = <T extends { unitId: string | null }>(rows: T[]) => rows.filter(({ unitId }) => mine.has(unitId)).map((row) => ({ ...row, unitId: to.id }))
      const put = { units: [to], sites: mineNow(await db.sites.toArray()), columns: mineNow(await db.columns.where('unitId').anyOf(from).toArray()) }
      await steps.take({ key: 'rosterdesk.step.merge', params: { name: to.name } }, { put, remove: { units: from }, accounts: mineNow(await db.accounts.toArray()), merged: { from, to } })
      return { key: 'rosterdesk.merged', params: { count: others.length, name: to.name } }
    },
    addAlias: async (unitId: string, alias: string): Promise<Phrase> => {
      const unit = await db.units.get(unitId)
      if (!unit) throw new PlainError({ key: 'rosterdesk.error.row-gone' })
      return saved(unit.name, { put: { units: [{ ...unit, aliases: distinct([...unit.aliases, alias], unit.name) }] } })
    },
  }
  return edit
}

/** Each name once, and the unit's own not among its aliases. */
function distinct(names: readonly string[], own: string): string[] {
  const seen = new Set([foldName(own)])
  return names.filter((name) => {
    const isNew = !seen.has(foldName(name))
    seen.add(foldName(name))
    return isNew
  })
}

function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row): row is T => row !== undefined)
}
