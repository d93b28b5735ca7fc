import { PlainError } from '../../errors.ts'
import type { Couch } from './client.ts'
import { CouchFailure } from './failure.ts'
import type { CouchState, ServerChange } from './state.ts'

/** Version of the space document. */
export const SPACE_FORMAT = 1

export interface Space {
  spaceId: string
  name: string
}

/** Something is wrong with the server that only a person can decide. */
export class ServerChanged extends PlainError {
  readonly change: ServerChange

  constructor(change: ServerChange, space: string) {
    super({ key: `team.couch.change.${change}`, params: { space } })
    this.name = 'ServerChanged'
    this.change = change
  }
}

/** What stands at an address: asked before anything is read, pushed or deleted there. */
export interface Seen {
  uuid: string | null
  space: Space | null
  newer: boolean
  /** How often the server has heard this device push; null where it does not know it. */
  pushes: number | null
}

export async function lookAt(couch: Couch, device: string): Promise<Seen> {
  const [info, space, mark] = await Promise.all([couch.info(), couch.get('space'), couch.get(markOf(device))])
  const sound = space && typeof space['spaceId'] === 'string' && typeof space['format'] === 'number'
  return {
    uuid: info.uuid,
    space: sound ? { spaceId: String(space['spaceId']), name: String(space['name'] ?? '') } : null,
    newer: sound === true && Number(space['format']) > SPACE_FORMAT,
    pushes: typeof mark?.['pushes'] === 'number' ? mark['pushes'] : null,
  }
}

/**
 * Whether this is the server and the space that we know.
 * @returns true where it was restored from an older copy, so that all is to be compared again
 * @throws ServerChanged
 */
export function checkServer({ uuid, space, newer, pushes }: Seen, known: CouchState): boolean {
  if (newer) throw new ServerChanged('newer', known.name)
  if (space && space.spaceId !== known.spaceId) throw new ServerChanged('swapped', space.name)
  if (!space) throw new ServerChanged('wiped', known.name)
  if (uuid !== null && known.uuids.length > 0 && !known.uuids.includes(uuid)) throw new ServerChanged('moved', known.name)
  return known.pushes > (pushes ?? 0)
}

/** Tells the server that this device has pushed once more. A local document is replicated nowhere; an account that only reads may not write it. */
export async function markPush(couch: Couch, device: string, pushes: number): Promise<void> {
  try {
    const known = await couch.get(markOf(device))
    await couch.put({ _id: markOf(device), ...(known?._rev === undefined ? {} : { _rev: known._rev }), pushes })
  } catch (error) {
    // another page of ours has just told it
    if (!(error instanceof CouchFailure && error.kind === 'conflict')) throw error
  }
}

function markOf(device: string): string {
  return `_local/duwang-${device}`
}
