import type { Commands } from '../../client/data/bridge/contract.ts'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { diagnosis, registration, visitId, visitOf } from '../builders/desk-forms.ts'
import { openBenchDesk, type BenchDesk } from './bench-desk.ts'
import { clinicPeople } from './clinic-people.ts'
import { timesOf } from './figures.ts'

const PEOPLE = 50_000
const SAVES = 60
const TODAY = calendarDate('2026-10-31')

type Print = (line: object) => void
type Name = keyof Commands

async function timed(desk: BenchDesk, name: Name, inputs: readonly unknown[]): Promise<readonly number[]> {
  const { times, answers } = await desk.tab.run((at, [asked, all]) => at.timed(asked, all), [
    name,
    inputs,
  ] as const)
  const failed = answers.find((answer) => !(answer as { ok: boolean }).ok)
  if (failed) throw new Error(`${name}: ${JSON.stringify(failed)}`)
  return times
}

/** From asking for a save to `Tersimpan`: the record is on the disk by then. */
export async function run(print: Print): Promise<void> {
  const desk = await openBenchDesk(clinicPeople(PEOPLE).documents)
  try {
    await desk.atSpeeds([1, 6], async (cpu) => {
      const names = Array.from({ length: SAVES }, (_, n) => `Bench ${String(cpu)} ${String(n)}`)
      const nik = (n: number) =>
        `357701${String((n % 28) + 1).padStart(2, '0')}0190${String(n + 1).padStart(4, '0')}`
      const offset = cpu === 1 ? 0 : SAVES
      const forms = names.map((name, n) => registration(name, { nik: nik(n + offset), noNikReason: null }))
      const common = { bench: 'save', people: PEOPLE, cpu }
      print({
        ...common,
        case: 'patient with family',
        ...timesOf(await timed(desk, 'patients.register', forms)),
      })
      const visits = names.map((name) => visitOf(name, TODAY))
      print({ ...common, case: 'visit with number', ...timesOf(await timed(desk, 'visits.open', visits)) })
      const edits = forms.map(({ patient }) => ({ patient, changes: { phone: '08123456789' } }))
      print({ ...common, case: 'edit', ...timesOf(await timed(desk, 'patients.edit', edits)) })
      const drafts = names.map((name) => ({ key: 'draft', content: registration(name).content }))
      print({ ...common, case: 'draft', ...timesOf(await timed(desk, 'drafts.save', drafts)) })
    })
    await desk.tab.ask('person.sign-in', { username: 'clinician', password: desk.clinic.hub.password })
    const names = Array.from({ length: SAVES }, (_, n) => `Bench 1 ${String(n)}`)
    const records = names.map((name) => ({
      encounter: visitId(name, TODAY),
      began: [],
      diagnoses: [diagnosis('A09'), { ...diagnosis('I10'), rank: 'secondary' }],
      draftKey: null,
    }))
    const times = await timed(desk, 'conditions.record', records)
    print({ bench: 'save', people: PEOPLE, cpu: 1, case: 'two diagnoses', ...timesOf(times) })
  } finally {
    await desk.close()
  }
}
