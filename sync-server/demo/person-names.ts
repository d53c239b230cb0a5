import type { Chance } from './chance.ts'
import {
  FEMALE_LATER,
  GROWN_FEMALE,
  GROWN_MALE,
  MALE_LATER,
  OLD_FEMALE,
  OLD_MALE,
  YOUNG_FEMALE,
  YOUNG_MALE,
} from './name-parts.ts'

export type Sex = 'L' | 'P'

/** Names so common that several people of a clinic share them, as they do in Madiun. */
const COMMON: Readonly<Record<Sex, readonly string[]>> = {
  L: [
    'Slamet',
    'Sutrisno',
    'Agus Santoso',
    'Muhammad Rizky',
    'Eko Prasetyo',
    'Supriyadi',
    'Budi Santoso',
    'Joko Susilo',
  ],
  P: [
    'Siti Aminah',
    'Sri Wahyuni',
    'Sulastri',
    'Siti Fatimah',
    'Sri Lestari',
    'Sumiati',
    'Dewi Lestari',
    'Nur Hidayati',
  ],
}
const LAST_OLD_YEAR = 1968
const LAST_GROWN_YEAR = 1999

function firstParts(sex: Sex, born: number, chance: Chance): readonly string[] {
  if (born <= LAST_OLD_YEAR) return sex === 'L' ? OLD_MALE : OLD_FEMALE
  if (born <= LAST_GROWN_YEAR) return sex === 'L' ? GROWN_MALE : GROWN_FEMALE
  if (chance.happens(0.15)) return sex === 'L' ? GROWN_MALE : GROWN_FEMALE
  return sex === 'L' ? YOUNG_MALE : YOUNG_FEMALE
}

function titleFor(sex: Sex, born: number, chance: Chance): string {
  if (born > 1985 || !chance.happens(0.04)) return ''
  return sex === 'L' ? 'H. ' : 'Hj. '
}

/** How many later parts a name of that generation has: the old have mostly none, the young mostly two. */
function laterParts(born: number, chance: Chance): number {
  if (born <= LAST_OLD_YEAR) return chance.happens(0.15) ? 1 : 0
  if (born <= LAST_GROWN_YEAR) return chance.happens(0.08) ? 2 : 1
  return chance.whole(1, 2)
}

/** A made-up name of a person of that sex born in that year. */
export function madeName(sex: Sex, born: number, chance: Chance): string {
  if (born < 2015 && chance.happens(0.035)) return chance.pick(COMMON[sex])
  const later = sex === 'L' ? MALE_LATER : FEMALE_LATER
  const parts = [chance.pick(firstParts(sex, born, chance))]
  for (let count = laterParts(born, chance); count > 0; count -= 1) {
    const next = chance.pick(count > 1 ? firstParts(sex, born, chance) : later)
    if (!parts.includes(next)) parts.push(next)
  }
  return titleFor(sex, born, chance) + parts.join(' ')
}

/** What a baby is called at the clinic until the parents have decided. */
export function babyName(mother: string): string {
  return `By. Ny. ${mother.replace(/^Hj\. /, '')}`
}

/** A twin's name beside the other's: another first part, the rest the same. */
export function twinName(name: string, sex: Sex, born: number, chance: Chance): string {
  const rest = name.split(' ').slice(1)
  return [chance.pick(firstParts(sex, born, chance)), ...rest].join(' ')
}
