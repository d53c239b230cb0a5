import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What is stored of a token, credential or code: never the secret itself. They are random, so a plain hash will do. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function isSecret(secret: string, hash: string): boolean {
  const encoder = new TextEncoder()
  const [given, stored] = [encoder.encode(hashOf(secret)), encoder.encode(hash)]
  return given.length === stored.length && timingSafeEqual(given, stored)
}

/** A token for a person (`s_…`) or a credential for a desk (`d_…`), 256 random bits. */
export function newSecret(prefix: 's' | 'd'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** Letters and digits that nobody confuses when read aloud or copied by hand. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** An enrolment code, `K7QM-4TXP-2VHA`: 60 random bits to be typed once. */
export function newEnrolmentCode(): string {
  const letters = [...randomBytes(12)].map((byte) => CODE_LETTERS.charAt(byte % CODE_LETTERS.length)).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** A password to hand to a person, to be typed until they choose their own: 60 random bits. */
export function newPassword(): string {
  return newEnrolmentCode().toLowerCase()
}

/** A code as it was made, however it was typed: small letters, spaces, dashes left out. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
