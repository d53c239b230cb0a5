import type { FastifyReply, FastifyRequest } from 'fastify'
import { instantOf, type Instant } from '../shared/calendar/instant.ts'
import type { AccountStore } from './accounts/account-store.ts'
import type { Desk, Session } from './accounts/stored.ts'
import type { Couch } from './couch/couch.ts'
import type { TokenSigner } from './couch/jwt.ts'
import { knownDesk } from './devices/known-desk.ts'
import type { HubKeys } from './keys/hub-keys.ts'
import { PROBLEMS, refusalOf, type ProblemCode, type Refusal } from './problems.ts'
import { couchRolesOf, type Caller } from './sessions/caller.ts'
import { knownCaller } from './sessions/known-caller.ts'

/** What the routes need from outside; `server.ts` hands it in. */
export type Gateway = {
  readonly couch: Couch
  readonly accounts: AccountStore
  readonly sealing: HubKeys['sealing']
  readonly signToken: TokenSigner
  /** Hub time in milliseconds: what sessions, codes and `/api/health` go by. */
  readonly now: () => number
  /** The machine's own clock, by which the databases check tokens. */
  readonly machineNow: () => number
}

export function refuse(reply: FastifyReply, code: ProblemCode, field?: string): Refusal {
  reply.code(PROBLEMS[code].status)
  return refusalOf(code, field)
}

export function hubTime(gateway: Pick<Gateway, 'now'>): Instant {
  return instantOf(gateway.now())
}

/** The person who asks, or the refusal that was set on the reply. */
export async function callerFor(
  gateway: Gateway,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly caller: Caller; readonly session: Session } | Refusal> {
  const known = await knownCaller(gateway.accounts, request.headers.authorization, hubTime(gateway))
  return known.ok ? known : refuse(reply, known.problem)
}

export function isRefusal(value: object): value is Refusal {
  return 'problem' in value
}

/** The enrolled desk that asks, or the refusal that was set on the reply. */
export async function deskFor(
  gateway: Gateway,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly desk: Desk } | Refusal> {
  const desk = await knownDesk(gateway.accounts, request.headers.authorization)
  return desk ? { desk } : refuse(reply, 'desk-unknown')
}

/** A two-minute token for the databases in the person's name, with only the roles that hold here. */
export function tokenOf(gateway: Gateway, caller: Caller): string {
  return gateway.signToken(caller.username, couchRolesOf(caller.grants), gateway.machineNow())
}

/** The data's epoch; the hub has one since its first start. */
export async function epochOf(gateway: Gateway): Promise<string> {
  const epoch = await gateway.accounts.epoch()
  if (epoch === undefined) throw new Error('the hub has no epoch: it was not prepared')
  return epoch
}
