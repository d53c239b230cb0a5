import type { CommandName, Commands, WorkerEvents } from './contract.ts'

/** Everything that crosses between a page and its data worker. Plain data, and once the key of the stored form. */
export type ToWorker = {
  readonly kind: 'ask'
  readonly call: number
  readonly name: CommandName
  readonly input: unknown
}

export type ToPage =
  /** The first message: the key that opens what this desk stores; `null` for the plain form. */
  | { readonly kind: 'ready'; readonly key: CryptoKey | null }
  | { readonly kind: 'answer'; readonly call: number; readonly answer: unknown }
  /** A fault of ours in a command; the page throws it where the command was asked. */
  | { readonly kind: 'fault'; readonly call: number; readonly message: string }
  | { readonly kind: 'event'; readonly name: keyof WorkerEvents; readonly told: unknown }

/** The worker's functions, one for each command. */
export type CommandTable = {
  readonly [Name in CommandName]: (input: Commands[Name]['in']) => Promise<Commands[Name]['out']>
}
