import address from 'virtual:data-worker'
import { askPersistentStorage } from '../../platform/persistent-storage.ts'
import { codecFor } from '../codec/codec-of-build.ts'
import { openRowsWith } from '../read-model/row-codec.ts'
import type { DataWorker } from './contract.ts'
import { dataWorkerOver } from './page-side.ts'

/** Starts this tab's data worker; called once, when the page starts. */
export function connectDataWorker(): DataWorker {
  const worker = new Worker(address, { type: 'module' })
  void askPersistentStorage()
  return dataWorkerOver(worker, (key) => openRowsWith(codecFor(key)))
}
