import { deflateSync } from 'fflate'
import { Bits } from './bits.ts'
import { SLACK, walk, type Cut, type Walk } from './walk.ts'

/** How far back a packed stream can refer. */
export const WINDOW = 32_768

/** Quick: more work makes the little that is packed here hardly smaller. */
const LEVEL = 1

/**
 * The packed stream with the bytes between each pair of cuts replaced, and bytes added at its end: everything else is taken over as it is packed.
 * What follows a pair must refer to nothing that was changed, so its second cut lies at least `WINDOW` bytes behind the last change.
 * @param fresh unpacked bytes, for each pair what stands between its cuts
 */
export function splice(packed: Uint8Array, { cuts, lastBlock, end }: Walk, fresh: readonly Uint8Array[], added: Uint8Array): Uint8Array[] {
  const open = goingOn(packed.slice(), lastBlock)
  const written = new Bits()
  let at = 0
  cuts.forEach(({ before, after }, n) => {
    written.copy(open, at, before.bit)
    if (isInside(before)) written.write(before.end >> 4, before.end & 15)
    written.wholeByte()
    const packedAnew = deflateSync(fresh[n]!, { level: LEVEL })
    // The packer's own way to leave a stream open (fflate 0.8.3, `flush(true)`) writes broken ones now and then.
    const anew = walk(packedAnew, new Uint8Array(fresh[n]!.length + SLACK), [])
    written.copy(goingOn(packedAnew, anew.lastBlock), 0, anew.end)
    const header = isInside(after) ? after.header : { from: after.bit, to: after.bit }
    // What follows is copied byte by byte, so it must begin at the same bit of a byte as before.
    while (((written.held + header.to - header.from) & 7) !== (after.bit & 7)) written.moveOn()
    for (let bit = header.from; bit < header.to; bit++) written.write((open[bit >> 3]! >> (bit & 7)) & 1, 1)
    at = after.bit
  })
  written.copy(open, at, end)
  written.wholeByte()
  written.take([deflateSync(added, { level: LEVEL })])
  return written.parts
}

const isInside = ({ bit, header }: Cut) => bit !== header.from

/** The last block is no longer the last. */
function goingOn(packed: Uint8Array, lastBlock: number): Uint8Array {
  packed[lastBlock >> 3]! &= ~(1 << (lastBlock & 7))
  return packed
}
