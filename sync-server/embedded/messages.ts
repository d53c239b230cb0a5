/** What the parent sends the child first. It goes over the channel between them, so that no list of processes shows it. */
export type Configuration = {
  readonly dataFolder: string
  readonly jwtKey: string
  readonly adminPassword: string
  /** 0 for any free port. */
  readonly port: number
}

/** Why a child cannot serve. */
export type StartProblem = 'data-folder-not-writable' | 'data-folder-in-use' | 'port-taken'

/** What the child says back, once. */
export type ChildMessage =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'failed'; readonly problem: StartProblem; readonly detail: string }
