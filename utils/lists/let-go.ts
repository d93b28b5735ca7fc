/** For less, a message is not worth its while. */
const FEW = 64 * 1024

let away: MessagePort | null = null

/**
 * Gives the memory of bytes that a browser made back at once; they are gone afterwards. A message that nobody gets takes them along: left to be
 * collected, or only detached, they stay until the browser looks at all that it made, and by then fifty megabytes of pictures have come together.
 */
export function letGo({ buffer }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength < FEW) return
  away ??= nobody()
  away.postMessage(null, [buffer])
}

function nobody(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port2.close()
  return port1
}
