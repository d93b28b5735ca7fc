/** Width and height in pixels: they stand big-endian at bytes 16 and 20 of every PNG (its IHDR comes first). Zeros for what is no PNG. */
export function sizeOfPng(bytes: Uint8Array<ArrayBuffer>): { width: number; height: number } {
  if (bytes.length < 24) return { width: 0, height: 0 }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The same from a file, of which only the head is read. */
export async function sizeOfPicture(picture: Blob): Promise<{ width: number; height: number }> {
  return sizeOfPng(new Uint8Array(await picture.slice(0, 24).arrayBuffer()))
}
