import { ulid } from 'ulid'

/** A new id part: 26 characters that sort by the moment they were made. */
export function newUlid(): string {
  return ulid()
}
