import { useState } from 'react'
import { coverOn } from '../../../shared/coverage/cover-on-day.ts'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Coverage } from '../../../shared/documents/coverage.ts'
import type { Encounter, VisitKind } from '../../../shared/documents/encounter.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import { personMayRead, personMayWrite } from '../../data/bridge/person-rights.ts'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import type { PatientView } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { formKeys } from '../../ui/form-keys.ts'
import { LetterChoice } from '../../ui/letter-choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useRouter } from '../../ui/router/router.tsx'
import { PayerField } from './payer-field.tsx'
import { readVisitDay } from './typed-visit-day.ts'
import { useOpenVisit, type OpenedVisit } from './use-open-visit.ts'
import { VisitDayField } from './visit-day-field.tsx'
import { VisitsOnDay } from './visits-on-day.tsx'

type Props = {
  readonly view: PatientView
  readonly units: readonly Unit[]
  /** The visit on a wrong day that this one stands for. */
  readonly replaced: Encounter | null
  readonly onMade: (opened: OpenedVisit, unit: string) => void
}

/** `null` and empty are what nobody has chosen yet; the day and the cover of that day propose the rest. */
type Choice = {
  readonly day: string | null
  readonly unit: string
  readonly kind: VisitKind | ''
  readonly payer: string | null
}

function firstChoice(replaced: Encounter | null): Choice {
  if (!replaced) return { day: null, unit: '', kind: '', payer: null }
  const { on, unit, kind, payer } = replaced
  return { day: dateText(on), unit, kind, payer }
}

function payingCover(coverages: readonly Coverage[], day: CalendarDate): Coverage | undefined {
  const paying = coverOn(
    coverages.map((cover) => ({ ...cover, id: cover._id })),
    day,
  )
  return coverages.find((cover) => cover._id === paying?.id)
}

/** What is to be saved, from what was typed and what follows from it. */
function useVisitForm({ view, replaced }: Props) {
  const { today } = useClinic()
  const { patient, coverages } = view
  const [choice, setChoice] = useState(() => firstChoice(replaced))
  const reading = readVisitDay(choice.day ?? '', today, patient.birth.on, replaced?.on)
  const day = reading.ok ? reading.day : today
  const cover = payingCover(coverages, day)
  const payer = choice.payer ?? cover?.scheme ?? 'UMUM'
  const set = (changes: Partial<Choice>) => setChoice((before) => ({ ...before, ...changes }))
  const visit = {
    patient: patient._id,
    day,
    unit: choice.unit,
    payer,
    coverage: cover?.scheme === payer ? cover._id : null,
    kind: choice.kind || 'sakit',
    queue: day === today,
    replaces: replaced?._id ?? null,
  } as const
  return { choice, set, reading, day, cover, visit, isPage: day < today, today }
}

export function VisitForm(props: Props) {
  const { view, units, replaced, onMade } = props
  const t = useT()
  const { go } = useRouter()
  const form = useVisitForm(props)
  const { choice, set, reading, day, cover, visit, isPage, today } = form
  const { open, working, trouble } = useOpenVisit()
  const [asked, setAsked] = useState(false)
  const chooseUnit = (code: string) => {
    const unit = units.find((each) => each.code === code)
    set({ unit: code, ...(unit ? { kind: unit.usualKind } : {}) })
  }
  const submit = async (then: 'show' | 'diagnose') => {
    setAsked(true)
    if (!reading.ok || choice.unit === '') {
      focusField(reading.ok ? 'unit' : 'visit-day')
      return
    }
    const opened = await open(visit)
    if (!opened) return
    if (then === 'diagnose') go(`/poli/${opened.encounter}`, { replace: true })
    else onMade(opened, units.find((unit) => unit.code === choice.unit)?.name ?? choice.unit)
  }
  const diagnoses = useMayDiagnose() && isPage
  const save = () => void submit(diagnoses ? 'diagnose' : 'show')
  return (
    <form
      className="stack"
      noValidate
      onKeyDown={formKeys(save)}
      onSubmit={(event) => event.preventDefault()}
    >
      {trouble && (
        <Notice tone="bad" role="alert">
          {problemText(trouble, t)}
        </Notice>
      )}
      <VisitsOnDay patient={view.patient._id} day={day} />
      <div className="panel stack">
        <VisitDayField
          typed={choice.day}
          onType={(typed) => set({ day: typed })}
          reading={reading}
          today={today}
          born={view.patient.birth.on}
          asked={asked}
          first={replaced !== null}
        />
        {units.length === 0 ? (
          <p>{t('visit.unit.none')}</p>
        ) : (
          <LetterChoice
            id="unit"
            label={t('visit.unit')}
            hint={t('visit.unit.hint')}
            value={choice.unit}
            onChoose={chooseUnit}
            choices={units.map((unit) => ({ value: unit.code, label: unit.name, letter: unit.letter }))}
            error={asked && choice.unit === '' ? t('visit.unit.missing') : undefined}
            autoFocus={replaced === null}
            onDone={() => document.getElementById('open-visit')?.focus()}
          />
        )}
        <PayerField payer={visit.payer} cover={cover} day={day} onChoose={(payer) => set({ payer })} />
        <LetterChoice
          id="kind"
          label={t('visit.kind')}
          value={choice.kind}
          onChoose={(kind) => set({ kind: kind as VisitKind })}
          choices={[
            { value: 'sakit', label: t('visit.kind.sakit'), letter: 'S' },
            { value: 'sehat', label: t('visit.kind.sehat'), letter: 'H' },
          ]}
        />
      </div>
      <div className="row">
        <Button id="open-visit" look="primary" keys="Enter" aria-disabled={working} onClick={save}>
          {t(isPage ? (diagnoses ? 'visit.page.save-diagnosis' : 'visit.page.save') : 'visit.open')}
        </Button>
        {diagnoses && (
          <Button aria-disabled={working} onClick={() => void submit('show')}>
            {t('visit.page.save-only')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Whether this person goes on from a page of the register to its diagnoses. */
function useMayDiagnose(): boolean {
  const person = usePerson()
  return personMayRead(person, 'clinical') && personMayWrite(person, 'condition')
}
