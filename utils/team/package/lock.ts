import { blobSink } from '../../ledger/backup/blob-sink.ts'
import { stopIf, type OnProgress } from '../../ledger/backup/work.ts'
import { ZipStream, type Sink } from '../../lists/folder/zip-stream.ts'
import { KDF_ROUNDS, LEAST_PASSWORD, LOCK_CHUNK } from './limits.ts'
import { FORM, FORMAT, MANIFEST, pathOfChunk, type Lock, type Locked } from './manifest.ts'
import { ExchangeRefused } from './refused.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Fills bytes by chance and gives them back. */
export type Random = (bytes: Bytes) => Uint8Array

/** Number of the chunk that holds nothing and proves the key; no package has so many. */
const PROOF = 0xffff_ffff

/** Takes the bytes of a package, locks them chunk by chunk, and writes the chunks into a package of their own. */
export interface LockedSink {
  sink: Sink
  /** Locks what is left. Nothing can be written any more. */
  end: () => Promise<void>
}

/**
 * A package that only a password opens. Each package has its own salt and so its own key; a chunk's nonce is its place and whether it is
 * the last one, so that none can be left out, doubled or moved; what stands open in front is locked in with every chunk.
 * @param clock `YYYY-MM-DD HH:MM…`, the files' time
 * @throws ExchangeRefused `weak`
 */
export async function lockedSink(password: string, sink: Sink, clock: string, random: Random): Promise<LockedSink> {
  if ([...password.normalize('NFKC')].length < LEAST_PASSWORD) throw new ExchangeRefused('weak', String(LEAST_PASSWORD))
  const bare: Omit<Lock, 'proof'> = { kdf: 'PBKDF2-SHA-256', rounds: KDF_ROUNDS, salt: textOf(random(new Uint8Array(16)) as Bytes), cipher: 'AES-256-GCM', chunk: LOCK_CHUNK }
  const key = await keyOf(password, bare)
  const lock: Lock = { ...bare, proof: textOf(await locked(key, bare, PROOF, true, new Uint8Array())) }
  const zip = new ZipStream(sink, clock)
  await zip.add(MANIFEST, new TextEncoder().encode(JSON.stringify({ format: FORMAT, form: FORM, lock } satisfies Locked)), true)
  const chunk = new Uint8Array(LOCK_CHUNK)
  let [filled, number] = [0, 0]
  const close = async (last: boolean) => {
    const bytes = await locked(key, lock, number, last, chunk.subarray(0, filled))
    await zip.add(pathOfChunk(++number), bytes, false)
    filled = 0
  }
  return {
    sink: async (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        // a full chunk waits for the next byte: only then is it known not to be the last
        if (filled === LOCK_CHUNK) await close(false)
        const some = bytes.subarray(at, at + LOCK_CHUNK - filled)
        chunk.set(some, filled)
        filled += some.length
        at += some.length
      }
    },
    end: async () => {
      await close(true)
      await zip.end()
    },
  }
}

/**
 * What was locked. Its bytes go into a Blob, which the browser keeps on the disk.
 * @param read bytes of a chunk, from 1
 * @throws ExchangeRefused `password`, or `damaged` where a chunk is not as it was locked
 */
export async function unlocked(password: string, lock: Lock, chunks: number, read: (number: number) => Promise<Bytes>, onProgress?: OnProgress, signal?: AbortSignal): Promise<Blob> {
  const key = await keyOf(password, lock)
  const proof = await opened(key, lock, PROOF, true, bytesOf(lock.proof))
  if (!proof) throw new ExchangeRefused('password')
  const { sink, blob } = blobSink()
  for (let number = 0; number < chunks; number++) {
    stopIf(signal)
    const bytes = await opened(key, lock, number, number === chunks - 1, await read(number + 1))
    if (!bytes || bytes.length > lock.chunk) throw new ExchangeRefused('damaged', pathOfChunk(number + 1))
    await sink(bytes)
    onProgress?.({ stage: 'unlock', done: number + 1, total: chunks })
  }
  return blob('application/zip')
}

/** The same password however it was typed: full-width letters of a Chinese keyboard are the narrow ones. */
async function keyOf(password: string, { rounds, salt }: Pick<Lock, 'rounds' | 'salt'>): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(password.normalize('NFKC'))
  const typed = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt: bytesOf(salt) }
  return crypto.subtle.deriveKey(way, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function paramsOf({ kdf, rounds, salt, cipher, chunk }: Omit<Lock, 'proof'>, number: number, last: boolean): AesGcmParams {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(4, number)
  iv[11] = last ? 1 : 0
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify([FORMAT, kdf, rounds, salt, cipher, chunk])) }
}

async function locked(key: CryptoKey, lock: Omit<Lock, 'proof'>, number: number, last: boolean, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(paramsOf(lock, number, last), key, bytes))
}

/** Null where it was locked otherwise. */
async function opened(key: CryptoKey, lock: Lock, number: number, last: boolean, bytes: Bytes): Promise<Bytes | null> {
  return crypto.subtle.decrypt(paramsOf(lock, number, last), key, bytes).then((open) => new Uint8Array(open), () => null)
}

function textOf(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
}

function bytesOf(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
