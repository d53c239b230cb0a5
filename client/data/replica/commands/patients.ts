import type { PatientId } from '../../../../shared/documents/ids.ts'
import type { Patient } from '../../../../shared/documents/patient.ts'
import { parseNik } from '../../../../shared/people/nik.ts'
import { withLock } from '../../../platform/tab-lock.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands } from '../../bridge/contract.ts'
import type { StoredDocument } from '../../codec/sealed-document.ts'
import { shownRecord } from '../../read-model/shown-record.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { Built, Saver } from '../saver.ts'
import { todayOf } from '../today.ts'
import { discardDraft } from './drafts.ts'
import {
  chosenFamily,
  coverContent,
  patientFields,
  povertyContent,
  registrationDocuments,
} from './patient-documents.ts'

type PatientCommands = Pick<
  CommandTable,
  'patients.register' | 'patients.edit' | 'coverage.add' | 'poverty.add'
>

function faultsOf(built: readonly Built[]): readonly string[] {
  return built.flatMap((one) => (one.ok ? [] : one.fields))
}

function documentsOf(built: readonly Built[]): readonly StoredDocument[] {
  return built.flatMap((one) => (one.ok ? [one.doc] : []))
}

function isWrongNik(nik: string | null | undefined): boolean {
  return typeof nik === 'string' && !parseNik(nik).ok
}

/** One registration at a time on this PC, whatever the tab, so that two do not use one NIK at the same moment. */
const alone = <Result>(run: () => Promise<Result>) => withLock('register', run)

export function patientCommands(desk: Desk, saver: Saver): PatientCommands {
  const registry = () => saver.database('registry', 0)

  /** Who else holds the NIK: one active patient has it, never two (`domain.md` 1.1 rule 6). */
  async function otherHolder(
    nik: string | null | undefined,
    patient: PatientId,
  ): Promise<string | undefined> {
    if (!nik) return undefined
    await desk.follow(registry())
    return (await desk.search.holdersOf(nik)).find((id) => id !== patient)
  }

  async function saved(patient: PatientId): Promise<Patient | undefined> {
    const leaves = await desk.replica(registry()).leaves(patient)
    return leaves && (shownRecord(leaves) as unknown as Patient)
  }

  async function register(
    input: Commands['patients.register']['in'],
  ): Promise<Commands['patients.register']['out']> {
    const { patient, content, draftKey } = input
    const before = await saved(patient)
    if (before) return done({ patient, household: before.household })
    if (isWrongNik(content.nik)) return refuse('not-valid', ['nik'])
    const holder = await otherHolder(content.nik, patient)
    if (holder) return refuse('nik-in-use', [holder])

    const household = chosenFamily(input.family)
    const built = registrationDocuments(saver, input, household, await todayOf(desk))
    if (built.some((one) => !one.ok)) return refuse('not-valid', faultsOf(built))
    if (!(await saver.commit(registry(), documentsOf(built)))) return register(input)
    await discardDraft(desk, draftKey)
    return done({ patient, household })
  }

  async function edit(input: Commands['patients.edit']['in']): Promise<Commands['patients.edit']['out']> {
    const { patient, changes } = input
    const leaves = await desk.replica(registry()).leaves(patient)
    if (!leaves) return refuse('not-found')
    if (isWrongNik(changes.nik)) return refuse('not-valid', ['nik'])
    const holder = await otherHolder(changes.nik, patient)
    if (holder) return refuse('nik-in-use', [holder])
    const edited = saver.edit(leaves, patientFields(changes, false))
    if (!edited) return done({ changed: false })
    if (!edited.ok) return refuse('not-valid', edited.fields)
    const written = await saver.commit(registry(), [edited.doc])
    return written ? done({ changed: true }) : edit(input)
  }

  return {
    async 'patients.register'(input) {
      return desk.seats.mayWrite('patient') ? alone(() => register(input)) : refuse('not-allowed')
    },
    async 'patients.edit'(input) {
      return desk.seats.mayWrite('patient') ? alone(() => edit(input)) : refuse('not-allowed')
    },
    async 'coverage.add'({ patient, cover }) {
      if (!desk.seats.mayWrite('coverage')) return refuse('not-allowed')
      const content = coverContent(patient, cover, await todayOf(desk))
      const built = saver.record(content)
      if (!built.ok) return refuse('not-valid', built.fields)
      await saver.commit(registry(), [built.doc])
      return done({ coverage: content._id })
    },
    async 'poverty.add'({ household, poverty }) {
      if (!desk.seats.mayWrite('poverty')) return refuse('not-allowed')
      const built = saver.fact(povertyContent(household, poverty))
      if (!built.ok) return refuse('not-valid', built.fields)
      await saver.commit(registry(), [built.doc])
      return done(null)
    },
  }
}
