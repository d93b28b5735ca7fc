import { Dexie, type DBCore, type DBCoreMutateRequest, type DBCoreTable } from 'dexie'

/** One line of the log of changed issues. */
export interface ChangedIssue {
  /** Counts up; given by the database. */
  seq: number
  issueId: string
  /** Others that were changed with it. */
  more?: string[]
}

/** Issues that one line names at most. */
const A_LINE = 100

/**
 * Notes the id of every issue that is written or removed, in the same transaction and whoever does it, so that
 * a list in memory can follow by reading only what changed (issue-feed.ts). Works below the tables: nobody has to think of it.
 */
export function logChanges(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'changed issues',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        const logs = mode === 'readwrite' && stores.includes('issues') && !stores.includes('changed') && hasLog(core)
        return core.transaction(logs ? [...stores, 'changed'] : stores, mode, options)
      },
      table: (name) => (name === 'issues' && hasLog(core) ? logged(core, core.table(name)) : core.table(name)),
    }),
  })
}

/** False while a version without the log is being brought up to date; its issues are then read as a whole. */
function hasLog({ schema }: DBCore): boolean {
  return schema.tables.some(({ name }) => name === 'changed')
}

function logged(core: DBCore, issues: DBCoreTable): DBCoreTable {
  const log = core.table('changed')
  return {
    ...issues,
    // chained and not awaited: a promise of the browser's own would leave Dexie's transaction
    mutate: (request) =>
      idsOf(issues, request).then((ids) =>
        issues.mutate(request).then((done) => {
          if (ids.length === 0) return done
          return log.mutate({ type: 'add', trans: request.trans, values: linesOf(ids) }).then(() => done)
        }),
      ),
  }
}

/** Issues that are written together share lines: a line each would make a ledger that is filled slower by a tenth. */
function linesOf(ids: readonly string[]): Omit<ChangedIssue, 'seq'>[] {
  const lines: Omit<ChangedIssue, 'seq'>[] = []
  for (let at = 0; at < ids.length; at += A_LINE) {
    const [issueId = '', ...more] = ids.slice(at, at + A_LINE)
    lines.push(more.length > 0 ? { issueId, more } : { issueId })
  }
  return lines
}

/** All issues that a line names. */
export function idsIn({ issueId, more = [] }: ChangedIssue): string[] {
  return [issueId, ...more]
}

function idsOf(issues: DBCoreTable, request: DBCoreMutateRequest): Promise<string[]> {
  if (request.type === 'delete') return Dexie.Promise.resolve(request.keys as string[])
  if (request.type !== 'deleteRange') return Dexie.Promise.resolve(request.values.map((issue: { id: string }) => issue.id))
  const query = { index: issues.schema.primaryKey, range: request.range }
  return issues.query({ trans: request.trans, values: false, query }).then(({ result }) => result as string[])
}
