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
    super({ key: `sync.change.${change}`, params: { space } })
    this.name = 'ServerChanged'
    this.change = change
  }
}

/** What a device has told the server of its last pass. */
export interface Mark {
  rev: string
  passes: number
  /** By chance, so that who wrote it knows it again; absent where an older version did. */
  nonce?: string
}

/** What stands at an address: asked before anything is read, pushed or deleted there. */
export interface Seen {
  uuid: string | null
  space: Space | null
  newer: boolean
  /** What the server knows of this device; null where it does not know it. */
  mark: Mark | null
}

export async function lookAt(couch: Couch, device: string): Promise<Seen> {
  const [info, space, mark] = await Promise.all([couch.info(), couch.get('space'), readMark(couch, device)])
  const sound = space && typeof space['spaceId'] === 'string' && typeof space['format'] === 'number'
  return {
    uuid: info.uuid,
    space: sound ? { spaceId: String(space['spaceId']), name: String(space['name'] ?? '') } : null,
    newer: sound === true && Number(space['format']) > SPACE_FORMAT,
    mark,
  }
}

/** What the server knows of a device; null where it does not know it. */
export async function readMark(couch: Couch, device: string): Promise<Mark | null> {
  const mark = await couch.get(markOf(device))
  return mark && typeof mark['passes'] === 'number' ? { rev: String(mark._rev), passes: mark['passes'], ...(typeof mark['nonce'] === 'string' ? { nonce: mark['nonce'] } : {}) } : null
}

/**
 * Whether this is the server and the space that we know. A node that tells a UUID of its own is one more of the same server where it
 * knows our last pass: local documents are all nodes', and are replicated to no other server.
 * @returns true where it was restored from an older copy, so that all is to be compared again
 * @throws ServerChanged
 */
export function checkServer({ uuid, space, newer, mark }: Seen, known: CouchState): boolean {
  if (newer) throw new ServerChanged('newer', known.name)
  if (space && space.spaceId !== known.spaceId) throw new ServerChanged('swapped', space.name)
  if (!space) throw new ServerChanged('wiped', known.name)
  if (uuid !== null && known.uuids.length > 0 && !known.uuids.includes(uuid) && !isOurLast(mark, known)) throw new ServerChanged('moved', known.name)
  return known.passes > (mark?.passes ?? 0)
}

function isOurLast(mark: Mark | null, { passes, nonces = [] }: CouchState): boolean {
  return mark?.nonce !== undefined && mark.passes >= passes && nonces.includes(mark.nonce)
}

/** How a pass was told: `few`: not as many nodes of a cluster as should have it, so that an older mark may still be read; `not`: the account may write nothing, and goes without. */
export type Told = 'told' | 'few' | 'not'

/**
 * Tells the server of one more pass in which something was exchanged: who finds fewer there talks to an older copy. A local document is
 * replicated nowhere and wakes nobody.
 */
export async function markPass(couch: Couch, device: string, before: Mark | null, next: Pick<Mark, 'passes' | 'nonce'>): Promise<Told> {
  try {
    return (await couch.putForSure({ _id: markOf(device), ...(before ? { _rev: before.rev } : {}), ...next })) ? 'told' : 'few'
  } catch (error) {
    if (error instanceof CouchFailure && error.kind === 'forbidden') return 'not'
    if (!(error instanceof CouchFailure && error.kind === 'conflict')) throw error
    return 'told'
  }
}

function markOf(device: string): string {
  return `_local/duwang-${device}`
}
