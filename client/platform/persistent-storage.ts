/**
 * Asks the browser not to clear this origin's storage when the disk runs low. Answers whether it promised. Only a
 * page may ask; a worker may not.
 */
export async function askPersistentStorage(): Promise<boolean> {
  if (await navigator.storage.persisted()) return true
  return navigator.storage.persist()
}
