import { databaseFor, type DatabaseRef } from '../../shared/access/databases.ts'
import { Instant } from '../../shared/calendar/instant.ts'
import { formOf } from '../replication/document-form.ts'
import { judgeContent, type Refused } from '../replication/judge-document.ts'
import type { Session } from '../accounts/stored.ts'
import type { Caller } from '../sessions/caller.ts'
import { authorOf, endOf, eraEndOf, isRevoked, type SessionOwners } from '../sessions/session-life.ts'
import type { ParcelProblem } from '../problems.ts'
import { addTime } from '../sessions/times.ts'

/** A desk's clock may be off by that much before its document counts as written before the sign-in began or after it had ended. */
const CLOCK_GRACE_MINUTES = 10

/** Types that everybody of a clinic may write through the drop box and nobody reads there: what punching makes. */
const DROPPED_TYPES: ReadonlySet<string> = new Set(['punch'])

export type TokenOwner = { readonly session: Session; readonly owners: SessionOwners }

export type TokenVerdict =
  { readonly ok: true; readonly author: Caller } | { readonly ok: false; readonly problem: ParcelProblem }

/**
 * Whether the token in a parcel vouches for its document (rule DR3): it held when the document was written. A token that
 * ran out, was signed out or ended with a changed password since still vouches for what was written before; one of a
 * closed account or a withdrawn desk does not.
 */
export function judgeToken(found: TokenOwner | undefined, writtenAt: unknown): TokenVerdict {
  if (!found) return { ok: false, problem: 'token-unknown' }
  const { session, owners } = found
  const author = authorOf(session, owners)
  const eraEnd = eraEndOf(session, owners)
  if (!author || (isRevoked(session, owners) && !eraEnd)) return { ok: false, problem: 'token-revoked' }
  const at = Instant.safeParse(writtenAt)
  if (!at.success || at.data > addTime(endOf(session), { minutes: CLOCK_GRACE_MINUTES })) {
    return { ok: false, problem: 'token-ended-before' }
  }
  if (at.data < addTime(session.begunAt, { minutes: -CLOCK_GRACE_MINUTES })) {
    return { ok: false, problem: 'token-begun-after' }
  }
  if (eraEnd !== undefined && at.data >= eraEnd) return { ok: false, problem: 'token-revoked' }
  return { ok: true, author }
}

type Raw = Readonly<Record<string, unknown>>

function refused(problem: Refused['problem'], field: string, fault: string): Refused {
  return { ok: false, problem, field, fault }
}

/** The database of the clinic that a dropped document goes to. */
export function homeOf(author: Caller): DatabaseRef | undefined {
  return author.facility === null ? undefined : databaseFor('staff', author.facility, 0)
}

/** Whether a document out of a parcel is stored, as if pushed under the token inside (rules DR4, DR5). */
export function judgeDropped(id: string, doc: Raw, author: Caller): { readonly ok: true } | Refused {
  const form = formOf(doc)
  if (!form.ok) return form
  const home = homeOf(author)
  if (!home) return refused('role-may-not-write', 'token', 'not of a clinic')
  if (doc['_id'] !== id) return refused('not-valid', '_id', 'is not the id of the parcel')
  if ('_rev' in doc || '_revisions' in doc)
    return refused('hidden-field', '_rev', 'a dropped document is new')
  if (typeof doc['type'] !== 'string' || !DROPPED_TYPES.has(doc['type'])) {
    return refused('type-not-for-drop', 'type', 'is pushed and not dropped')
  }
  const content = judgeContent(doc, home)
  if (!content.ok) return content
  if (doc['by'] !== author.username)
    return refused('author-not-of-token', 'by', 'is not the person of the token')
  if (doc['device'] !== author.device)
    return refused('desk-not-of-token', 'device', 'is not the desk of the token')
  if (doc['practitioner'] !== author.practitioner) {
    return refused('punch-not-own', 'practitioner', 'is not the person of the token')
  }
  return { ok: true }
}
