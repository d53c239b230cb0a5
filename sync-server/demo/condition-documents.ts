import type { Instant } from '../../shared/calendar/instant.ts'
import { keyOf } from '../../shared/documents/ids.ts'
import type { ArrivedVisit } from './arrivals.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { authorAt, changed, later, record, type MadeDocument } from './demo-desks.ts'
import { ulidAt } from './made-ulid.ts'
import type { Finding } from './planned-visit.ts'

type Making = { readonly clinic: Clinic; readonly chance: Chance }

const OVERRIDES = [
  { course: 'lama', reason: 'Sudah berobat di klinik lain untuk penyakit ini' },
  { course: 'baru', reason: 'Episode baru, sebelumnya sudah sembuh' },
] as const

/** Codes that are chosen by mistake beside the right one. */
const SLIPS: Readonly<Record<string, string>> = {
  'J06.9': 'J00',
  'K29.7': 'K30',
  'M79.1': 'M54.5',
  I10: 'I11.9',
  'L23.9': 'L24.9',
}

/** The diagnoses of a visit, seconds apart, by the person at the poli or at the entry desk. */
export function conditionDocuments(
  visit: ArrivedVisit,
  encounter: string,
  patient: string,
  writer: string,
  from: Instant,
  { clinic, chance }: Making,
): readonly MadeDocument[] {
  let now = from

  function one(finding: Finding, override: (typeof OVERRIDES)[number] | null) {
    now = later(now, chance.whole(4, 25))
    const content = {
      _id: `condition:${keyOf(encounter)}:${ulidAt(now, chance)}`,
      type: 'condition',
      schema: 1,
      encounter,
      patient,
      on: visit.day,
      code: finding.code,
      rank: finding.rank,
      control: finding.control,
      courseOverride: override,
      status: 'active',
    }
    return record(content, authorAt(clinic, 'poli', writer, now))
  }

  return visit.findings.flatMap((finding) => {
    const slip = finding.rank === 'primary' && chance.happens(0.006) ? SLIPS[finding.code] : undefined
    const wrong = slip ? [one({ ...finding, code: slip }, null)] : []
    const withdrawn = wrong.map((made) =>
      changed(made, { status: 'entered-in-error' }, authorAt(clinic, 'poli', writer, later(now, 10))),
    )
    const override = visit.kind === 'sakit' && chance.happens(0.004) ? chance.pick(OVERRIDES) : null
    return [...withdrawn, one(finding, override)]
  })
}
