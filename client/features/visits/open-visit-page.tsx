import { useRef, useState } from 'react'
import { coverOn } from '../../../shared/coverage/cover-on-day.ts'
import type { Coverage } from '../../../shared/documents/coverage.ts'
import type { QueueNumber, VisitKind } from '../../../shared/documents/encounter.ts'
import { EncounterId, PatientId } from '../../../shared/documents/ids.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import type { PatientView } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { usePatient, useUnits } from '../../data/read-model/use-read.ts'
import { ageText, birthText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { newUlid } from '../../platform/ids.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { formKeys } from '../../ui/form-keys.ts'
import { LetterChoice } from '../../ui/letter-choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PayerField } from './payer-field.tsx'
import { QueueNumberShown } from './queue-number-shown.tsx'
import { VisitsToday } from './visits-today.tsx'
import './visits.css'

type Props = { readonly params: Readonly<Record<string, string>> }

/** From a patient to a queue number in three keys: the unit's letter, and Enter where what is proposed is right. */
export default function OpenVisitPage({ params }: Props) {
  const t = useT()
  const id = PatientId.safeParse(params['id'])
  const view = usePatient(id.success ? id.data : ('' as PatientId))
  const units = useUnits()
  if ((view === undefined && id.success) || !units) return <p className="page soft">{t('common.reading')}</p>
  if (!view) return <p className="page">{t('patient.not-here')}</p>
  return <OpenVisit view={view} units={units} />
}

type Made = { readonly queue: QueueNumber | null; readonly unit: string }

function OpenVisit({ view, units }: { view: PatientView; units: readonly Unit[] }) {
  const t = useT()
  const { today } = useClinic()
  const { patient } = view
  const [made, setMade] = useState<Made | null>(null)
  return (
    <div className="page page-narrow stack">
      <div>
        <h1>{patient.name}</h1>
        <p>
          {t(`sex.${patient.sex}`)}{' '}
          <span className="number">
            {birthText(patient.birth)}, {ageText(today, patient.birth.on, t)}
          </span>
        </p>
      </div>
      {made ? (
        <QueueNumberShown patient={patient._id} queue={made.queue} unit={made.unit} />
      ) : (
        <VisitForm view={view} units={units} onMade={setMade} />
      )}
    </div>
  )
}

type Choice = { readonly unit: string; readonly kind: VisitKind | ''; readonly payer: string }
type FormProps = {
  readonly view: PatientView
  readonly units: readonly Unit[]
  readonly onMade: (made: Made) => void
}

function VisitForm({ view, units, onMade }: FormProps) {
  const t = useT()
  const { today } = useClinic()
  const cover = payingCover(view.coverages, today)
  const [choice, setChoice] = useState<Choice>({ unit: '', kind: '', payer: cover?.scheme ?? 'UMUM' })
  const { open, working, trouble } = useOpenVisit(view, choice, cover, (queue) =>
    onMade({ queue, unit: units.find((unit) => unit.code === choice.unit)?.name ?? choice.unit }),
  )
  const [asked, setAsked] = useState(false)
  const chooseUnit = (code: string) => {
    const unit = units.find((each) => each.code === code)
    setChoice((before) => ({ ...before, unit: code, kind: unit?.usualKind ?? before.kind }))
  }
  const submit = () => {
    setAsked(true)
    if (choice.unit === '') focusField('unit')
    else void open()
  }
  return (
    <form
      className="stack"
      noValidate
      onKeyDown={formKeys(submit)}
      onSubmit={(event) => event.preventDefault()}
    >
      {trouble && (
        <Notice tone="bad" role="alert">
          {problemText(trouble, t)}
        </Notice>
      )}
      <VisitsToday patient={view.patient._id} />
      <div className="panel stack">
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
            autoFocus
            onDone={() => document.getElementById('open-visit')?.focus()}
          />
        )}
        <PayerField
          payer={choice.payer}
          cover={cover}
          onChoose={(payer) => setChoice((before) => ({ ...before, payer }))}
        />
        <LetterChoice
          id="kind"
          label={t('visit.kind')}
          value={choice.kind}
          onChoose={(kind) => setChoice((before) => ({ ...before, kind: kind as VisitKind }))}
          choices={[
            { value: 'sakit', label: t('visit.kind.sakit'), letter: 'S' },
            { value: 'sehat', label: t('visit.kind.sehat'), letter: 'H' },
          ]}
        />
      </div>
      <div className="row">
        <Button id="open-visit" look="primary" keys="Enter" aria-disabled={working} onClick={submit}>
          {t('visit.open')}
        </Button>
      </div>
    </form>
  )
}

function payingCover(
  coverages: readonly Coverage[],
  today: Parameters<typeof coverOn>[1],
): Coverage | undefined {
  const paying = coverOn(
    coverages.map((cover) => ({ ...cover, id: cover._id })),
    today,
  )
  return coverages.find((cover) => cover._id === paying?.id)
}

/** Opens the visit once, under an id made when the form appeared. */
function useOpenVisit(
  { patient }: PatientView,
  choice: Choice,
  cover: Coverage | undefined,
  done: (queue: QueueNumber | null) => void,
) {
  const ask = useAsk()
  const { today } = useClinic()
  const [ulid] = useState(newUlid)
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const running = useRef(false)

  const open = async () => {
    if (running.current) return
    running.current = true
    setWorking(true)
    setTrouble(null)
    const answer = await ask('visits.open', {
      encounter: EncounterId.parse(`encounter:${today}:${ulid}`),
      patient: patient._id,
      unit: choice.unit,
      payer: choice.payer,
      coverage: cover?.scheme === choice.payer ? cover._id : null,
      kind: choice.kind || 'sakit',
      queue: true,
    }).catch(() => null)
    running.current = false
    setWorking(false)
    if (answer?.ok) done(answer.value.queue)
    else setTrouble(answer?.problem ?? 'unexpected')
  }
  return { open, working, trouble }
}
