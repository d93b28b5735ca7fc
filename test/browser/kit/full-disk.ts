import type { Running } from './chromium.ts'

/** From now on there is no room for what the background stores: for nothing at all, or not for one kind of thing. @returns makes room again */
export async function fillDisk(running: Running, store: string | null = null): Promise<() => Promise<void>> {
  const worker = await running.worker()
  await worker.evaluate((store) => {
    const { add, put } = IDBObjectStore.prototype
    const full = (write: typeof add) =>
      function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
        if (store === null || this.name === store) throw new DOMException('The disk is full', 'QuotaExceededError')
        return write.apply(this, given)
      }
    Object.assign(globalThis, { mendDisk: () => Object.assign(IDBObjectStore.prototype, { add, put }) })
    Object.assign(IDBObjectStore.prototype, { add: full(add), put: full(put) })
  }, store)
  return () => worker.evaluate(() => void (globalThis as unknown as { mendDisk: () => void }).mendDisk())
}
