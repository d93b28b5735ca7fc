import { PlainError } from '../errors.ts'

/** The File System Access API as far as we use it; Chromium on desktops only, so it is asked for before use. */
type Picker = { showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle> }
type Permitted = FileSystemDirectoryHandle & {
  queryPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>
}

/** True where the browser can write into a folder that a person chose. */
export function canChooseFolder(): boolean {
  return typeof (globalThis as Picker).showDirectoryPicker === 'function'
}

/** Lets the person choose; null when they close the dialogue. Called straight from a click. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (globalThis as Picker).showDirectoryPicker?.({ id: 'duwang-units', mode: 'readwrite' })) ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw new PlainError({ key: 'app.error.folder-refused' })
  }
}

/** Asks again for a folder chosen before: a browser forgets the leave when it is closed. Called straight from a click. @throws PlainError */
export async function allowFolder(folder: Permitted): Promise<void> {
  const state = await folder.queryPermission?.({ mode: 'readwrite' })
  if (state === undefined || state === 'granted') return
  if ((await folder.requestPermission?.({ mode: 'readwrite' })) !== 'granted') throw new PlainError({ key: 'app.error.folder-refused' })
}

/** A folder by paths with `/` under it. A file is replaced whole or not at all. @throws PlainError where the disk refuses */
export function openFolder(root: FileSystemDirectoryHandle) {
  const folderOf = async (path: string, create: boolean) => {
    let folder = root
    for (const name of path.split('/').slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create })
    return folder
  }
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  return {
    read: async (path: string): Promise<Uint8Array | null> => {
      try {
        const file = await (await (await folderOf(path, false)).getFileHandle(nameOf(path))).getFile()
        return new Uint8Array(await file.arrayBuffer())
      } catch (error) {
        if (isDom(error, 'NotFoundError')) return null
        throw plain(error)
      }
    },
    write: async (path: string, bytes: Uint8Array): Promise<void> => {
      try {
        const folder = await folderOf(path, true)
        const handle = await folder.getFileHandle(nameOf(path), { create: true })
        try {
          await replace(handle, bytes)
        } catch (error) {
          // A new file that stayed empty is none; what cannot even be taken away stays, and the export is not called done.
          if ((await handle.getFile()).size === 0) await folder.removeEntry(nameOf(path)).catch(() => undefined)
          throw error
        }
      } catch (error) {
        throw plain(error)
      }
    },
    remove: async (path: string): Promise<void> => {
      try {
        await (await folderOf(path, false)).removeEntry(nameOf(path))
      } catch (error) {
        throw plain(error)
      }
    },
  }
}

async function replace(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await handle.createWritable()
  try {
    await stream.write(bytes as Uint8Array<ArrayBuffer>)
  } catch (error) {
    await stream.abort().catch(() => undefined)
    throw error
  }
  // The old file stands until here.
  await stream.close()
}

function isDom(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name
}

function plain(error: unknown): unknown {
  if (isDom(error, 'QuotaExceededError')) return new PlainError({ key: 'app.error.disk-full' })
  if (['NotAllowedError', 'NoModificationAllowedError', 'NotFoundError', 'TypeMismatchError'].some((name) => isDom(error, name))) return new PlainError({ key: 'app.error.folder-refused' })
  return error
}
