const POUCH_PREFIX = '_pouch_'

/** Databases that are being filled, and how many saves are under way in each. */
const filling = new Map<string, number>()
const saving = new Map<string, number>()

function count(counts: Map<string, number>, database: string, by: 1 | -1): void {
  counts.set(database, (counts.get(database) ?? 0) + by)
}

async function counted<Result>(
  counts: Map<string, number>,
  database: string,
  run: () => Promise<Result>,
): Promise<Result> {
  count(counts, database, 1)
  try {
    return await run()
  } finally {
    count(counts, database, -1)
  }
}

/** How safely a write to that database is kept now: on the disk before it is done, unless it is only being filled. */
export function durabilityOf(database: string): IDBTransactionDurability {
  const onlyFilled = (filling.get(database) ?? 0) > 0 && (saving.get(database) ?? 0) === 0
  return onlyFilled ? 'relaxed' : 'strict'
}

/** Writes during `run` need not reach the disk one by one: what is lost in a power cut is pulled again. */
export function whileFilling<Result>(database: string, run: () => Promise<Result>): Promise<Result> {
  return counted(filling, database, run)
}

/** Writes during `run` are on the disk when they are done, also while the same database is being filled. */
export function whileSaving<Result>(database: string, run: () => Promise<Result>): Promise<Result> {
  return counted(saving, database, run)
}

/**
 * Makes every write of PouchDB strict: by default a commit in Chromium is done before it is on the disk. PouchDB has
 * no option for it, so the method that opens a transaction is wrapped, for PouchDB's databases only.
 */
export function makePouchWritesDurable(prototype: IDBDatabase = IDBDatabase.prototype): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with its own database
  const open = prototype.transaction
  prototype.transaction = function durable(this: IDBDatabase, stores, mode, options) {
    if (mode !== 'readwrite' || !this.name.startsWith(POUCH_PREFIX))
      return open.call(this, stores, mode, options)
    const durability = durabilityOf(this.name.slice(POUCH_PREFIX.length))
    return open.call(this, stores, mode, { ...options, durability })
  }
}
