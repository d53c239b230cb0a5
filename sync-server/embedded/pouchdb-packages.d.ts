/** The parts of these packages that we call; they publish no types of their own. */

declare module 'leveldown' {
  type Done = (error?: Error | null) => void
  export type LevelDown = {
    _put: (key: Buffer | string, value: Buffer | string, options: object, done: Done) => void
    _del: (key: Buffer | string, options: object, done: Done) => void
    _batch: (operations: readonly object[], options: object, done: Done) => void
    open: (options: object, done: Done) => void
    close: (done: Done) => void
  }
  const leveldown: { (location: string): LevelDown; destroy: (location: string, done: Done) => void }
  export default leveldown
}

declare module 'pouchdb-adapter-leveldb-core' {
  function LevelPouch(this: unknown, options: object, callback: (error: unknown) => void): void
  export default LevelPouch
}
