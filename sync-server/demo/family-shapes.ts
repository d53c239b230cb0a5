import { addDays, calendarDate, yearOf, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { Chance } from './chance.ts'
import { babyName, madeName, twinName, type Sex } from './person-names.ts'

/** Who lives in a family: name, sex, birth and place, before numbers and cover are given. */
export type Member = {
  readonly name: string
  readonly sex: Sex
  readonly born: CalendarDate
  readonly relation: string
  readonly motherName: string | null
}

const HEAD = '00'
const SPOUSE = '01'
const FATHER = '90'
const MOTHER = '91'
const FIRST_CHILD = 2
const MOST_CHILDREN = 5
const BABY_NAME_DAYS = 45

function childRelation(index: number): string {
  return String(FIRST_CHILD + index).padStart(2, '0')
}

function dayInYear(year: number, chance: Chance): CalendarDate {
  return addDays(calendarDate(`${String(year)}-01-01`), chance.whole(0, 364))
}

function adult(sex: Sex, year: number, relation: string, chance: Chance): Member {
  return { name: madeName(sex, year, chance), sex, born: dayInYear(year, chance), relation, motherName: null }
}

function sexOf(chance: Chance): Sex {
  return chance.happens(0.51) ? 'L' : 'P'
}

type Parents = { readonly mother: Member; readonly father: Member | undefined }

function child(
  born: CalendarDate,
  index: number,
  parents: Parents,
  until: CalendarDate,
  chance: Chance,
): Member {
  const sex = sexOf(chance)
  const isNameless = addDays(born, BABY_NAME_DAYS) >= until && chance.happens(0.7)
  const named = isNameless ? babyName(parents.mother.name) : madeName(sex, yearOf(born), chance)
  // Fathers and sons with one name are a classic trap of registers.
  const asFather = sex === 'L' && !isNameless && chance.happens(0.02)
  const name = asFather && parents.father ? parents.father.name : named
  return { name, sex, born, relation: childRelation(index), motherName: parents.mother.name }
}

function twinOf(first: Member, chance: Chance): Member {
  const sex = chance.happens(0.7) ? first.sex : sexOf(chance)
  const name = first.name.startsWith('By.')
    ? `${first.name} (2)`
    : sex === first.sex
      ? twinName(first.name, sex, yearOf(first.born), chance)
      : madeName(sex, yearOf(first.born), chance)
  return { ...first, name, sex, relation: childRelation(Number(first.relation) - FIRST_CHILD + 1) }
}

/** Children still at home, oldest first, born between the mother's 19th and 41st year and before `until`. */
function childrenOf(
  parents: Parents,
  until: CalendarDate,
  wanted: number,
  chance: Chance,
): readonly Member[] {
  const motherYear = yearOf(parents.mother.born)
  const eldestAtHome = yearOf(until) - 27
  let year = Math.max(motherYear + chance.whole(19, 29), eldestAtHome)
  const children: Member[] = []
  while (children.length < wanted && year <= Math.min(motherYear + 41, yearOf(until))) {
    const born = dayInYear(year, chance)
    if (born >= until) break
    const next = child(born, children.length, parents, until, chance)
    children.push(next)
    if (chance.happens(0.012) && children.length < MOST_CHILDREN) children.push(twinOf(next, chance))
    year += chance.whole(2, 6)
  }
  return children
}

function wantedChildren(chance: Chance): number {
  return chance.weighted([0, 1, 2, 3, 4], (count) => [10, 28, 40, 17, 5][count] ?? 0)
}

function couple(headYear: number, until: CalendarDate, chance: Chance): readonly Member[] {
  const father = adult('L', headYear, HEAD, chance)
  const mother = adult('P', headYear + chance.whole(-1, 8), SPOUSE, chance)
  return [father, mother, ...childrenOf({ mother, father }, until, wantedChildren(chance), chance)]
}

function woman(headYear: number, until: CalendarDate, chance: Chance): readonly Member[] {
  const mother = adult('P', headYear, HEAD, chance)
  const father = undefined
  return [mother, ...childrenOf({ mother, father }, until, wantedChildren(chance), chance)]
}

function withGrandparents(headYear: number, until: CalendarDate, chance: Chance): readonly Member[] {
  const young = couple(headYear, until, chance)
  const grandmother = adult('P', headYear - chance.whole(19, 30), MOTHER, chance)
  const grandfather = adult('L', headYear - chance.whole(22, 33), FATHER, chance)
  return chance.happens(0.35) ? [...young, grandfather, grandmother] : [...young, grandmother]
}

function alone(headYear: number, chance: Chance): readonly Member[] {
  return [adult(sexOf(chance), headYear, HEAD, chance)]
}

const SHAPES = [
  { share: 62, shape: 'couple' },
  { share: 12, shape: 'woman' },
  { share: 14, shape: 'grandparents' },
  { share: 12, shape: 'alone' },
] as const

/** Everybody on one family card, the head first. */
export function madeFamily(until: CalendarDate, chance: Chance): readonly Member[] {
  const year = yearOf(until)
  const { shape } = chance.weighted(SHAPES, (one) => one.share)
  if (shape === 'alone') return alone(year - chance.whole(20, 84), chance)
  if (shape === 'woman') return woman(year - chance.whole(27, 74), until, chance)
  if (shape === 'grandparents') return withGrandparents(year - chance.whole(26, 48), until, chance)
  return couple(year - chance.whole(24, 76), until, chance)
}
