/** Bytes that our storage uses and may use; null where the browser does not say. */
export async function storageEstimate(): Promise<{ used: number; quota: number } | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
  return usage === undefined || quota === undefined ? null : { used: usage, quota }
}
