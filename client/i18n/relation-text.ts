import { workMessages } from './work-messages.id.ts'
import type { Translate } from './translate.ts'

type NamedRelation = '00' | '01' | '90' | '91' | '92' | '93' | '94' | '95' | '96' | '97' | '98'

/** Relations that a form offers, in the order of the family folder (`domain.md` 1.3). */
export const RELATIONS: readonly string[] = [
  '00',
  '01',
  ...['02', '03', '04', '05', '06', '07', '08', '09', '10', '11'],
  ...['90', '91', '92', '93', '94', '95', '96', '97', '98'],
]

function isNamed(code: string): code is NamedRelation {
  return `relation.${code}` in workMessages
}

/** Place in the family by its member code: 02 to 89 are the children in the order of their birth. */
export function relationText(code: string, t: Translate): string {
  if (isNamed(code)) return t(`relation.${code}`)
  const child = Number(code) - 1
  return child >= 1 && child < 89 ? t('relation.child', { n: child }) : code
}
