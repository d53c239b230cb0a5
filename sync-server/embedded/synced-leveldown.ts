import leveldown, { type LevelDown } from 'leveldown'

/**
 * LevelDB that has every write on the disk before it says so. LevelDB itself leaves a batch in the system's memory,
 * where a power cut takes it although the desk was told that it is safe.
 */
export function SyncedLevelDown(location: string): LevelDown {
  const level = leveldown(location)
  const { _put: put, _del: del, _batch: batch } = level
  level._put = (key, value, options, done) => put.call(level, key, value, { ...options, sync: true }, done)
  level._del = (key, options, done) => del.call(level, key, { ...options, sync: true }, done)
  level._batch = (operations, options, done) =>
    batch.call(level, operations, { ...options, sync: true }, done)
  return level
}

SyncedLevelDown.destroy = leveldown.destroy

/** Kept for as long as the process lives: a store that nothing names any more is collected, and its lock with it. */
const held: unknown[] = []

/** Holds a folder for this process: LevelDB's own lock, which the system lets go when the process ends, however. */
export function holdFolder(location: string): Promise<boolean> {
  const level = leveldown(location)
  return new Promise((resolve) => {
    level.open({ createIfMissing: true }, (error) => {
      if (!error) held.push(level)
      resolve(!error)
    })
  })
}
