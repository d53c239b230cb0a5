import { useRef, useState } from 'react'
import { dayOfId, EncounterId } from '../../../shared/documents/ids.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { useDraft, type KeptDraft } from '../../data/bridge/use-draft.ts'
import type { DayVisit } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useDayVisits } from '../../data/read-model/use-read.ts'
import { ageText, dateText, timeText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { formKeys } from '../../ui/form-keys.ts'
import { LeaveQuestion } from '../../ui/leave-question.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Link, useRouter } from '../../ui/router/router.tsx'
import { DiagnosisField } from './diagnosis-field.tsx'
import { DiagnosisTable } from './diagnosis-table.tsx'
import { readExamination, recorded, withDiagnosis, type Examination } from './diagnoses.ts'
import { PatientHistory } from './patient-history.tsx'
import './poli.css'

type Props = { readonly params: Readonly<Record<string, string>> }

/** One patient at the poli: diagnoses in a few keys, what was found before beside them. */
export default function ExaminePage({ params }: Props) {
  const t = useT()
  const id = EncounterId.safeParse(params['encounter'])
  if (!id.success) return <p className="page">{t('poli.not-here')}</p>
  return <VisitOfDay id={id.data} />
}

function VisitOfDay({ id }: { id: EncounterId }) {
  const t = useT()
  const visits = useDayVisits(dayOfId(id), null)
  if (!visits) return <p className="page soft">{t('common.reading')}</p>
  const line = visits.find(({ visit }) => visit._id === id)
  if (!line) return <p className="page">{t('poli.not-here')}</p>
  if (line.visit.cancelReason !== null) {
    return <p className="page">{t('poli.cancelled', { reason: line.visit.cancelReason })}</p>
  }
  return <WithDraft line={line} />
}

function WithDraft({ line }: { line: DayVisit }) {
  const t = useT()
  const draftKey = `poli/${line.visit._id}`
  const start = () => {
    const began = recorded(line.conditions)
    return { name: line.patientName, began, diagnoses: began }
  }
  const draft = useDraft(draftKey, start, readExamination)
  if (draft.content === null) return <p className="page soft">{t('common.reading')}</p>
  return <Examine line={line} draft={draft} examination={draft.content} draftKey={draftKey} />
}

type ExamineProps = {
  readonly line: DayVisit
  readonly draft: KeptDraft<Examination>
  readonly examination: Examination
  readonly draftKey: string
}

function Examine({ line, draft, examination, draftKey }: ExamineProps) {
  const t = useT()
  const { today, zone } = useClinic()
  const { visit, patientName, patientSex, birthOn } = line
  const { diagnoses } = examination
  const change = (next: Examination['diagnoses']) => draft.change({ ...examination, diagnoses: next })
  const [twice, setTwice] = useState<string | null>(null)
  const { save, asked, trouble, saving } = useRecord({ line, draft, examination, draftKey })

  const add = (code: string) => {
    const known = diagnoses.some((each) => each.code === code)
    setTwice(known ? code : null)
    if (!known) change(withDiagnosis(diagnoses, code))
  }
  const wrong =
    twice !== null
      ? t('poli.diagnosis.twice', { code: twice })
      : asked && diagnoses.length === 0
        ? t('poli.diagnoses.missing')
        : undefined

  return (
    <form
      className="page stack"
      noValidate
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={formKeys(() => void save())}
    >
      <LeaveQuestion
        when={draft.dirty}
        before={draft.keepNow}
        words={{
          title: t('leave.title'),
          explanation: t('leave.words-poli'),
          stay: t('leave.stay'),
          leave: t('leave.go'),
        }}
      />
      <div className="row row-apart">
        <div>
          <h1>{patientName}</h1>
          <p>
            {t(`sex.${patientSex}`)}, {ageText(today, birthOn, t)} ·{' '}
            <strong className="number">{visit.queue?.label ?? dateText(visit.on)}</strong> ·{' '}
            <Link to={`/patients/${visit.patient}`}>{t('visit.to-patient')}</Link>
          </p>
        </div>
        {draft.savedAt && (
          <p className="soft small">{t('drafts.kept', { time: timeText(draft.savedAt, zone) })}</p>
        )}
      </div>
      {trouble && (
        <Notice tone="bad" role="alert">
          {problemText(trouble, t)}
        </Notice>
      )}
      <div className="examine">
        <div className="stack">
          <section className="panel stack">
            <DiagnosisField error={wrong} onChoose={add} />
            <DiagnosisTable diagnoses={diagnoses} onChange={change} />
          </section>
          <div className="row">
            <Button look="primary" keys="Ctrl+Enter" aria-disabled={saving} onClick={() => void save()}>
              {t('poli.save')}
            </Button>
          </div>
        </div>
        <PatientHistory patient={visit.patient} besides={visit._id} />
      </div>
    </form>
  )
}

/** Saves the examination once and returns to the list, where the next patient has the focus. */
function useRecord({ line, draft, examination, draftKey }: ExamineProps) {
  const ask = useAsk()
  const { go, setGuard } = useRouter()
  const { today } = useClinic()
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const running = useRef(false)

  const save = async () => {
    if (running.current) return
    setAsked(true)
    setTrouble(null)
    if (examination.diagnoses.length === 0) {
      focusField('diagnosis')
      return
    }
    running.current = true
    setSaving(true)
    // A draft still on its way would come back after the record has taken its place.
    await draft.keepNow()
    const answer = await ask('conditions.record', {
      encounter: line.visit._id,
      began: examination.began,
      diagnoses: examination.diagnoses,
      draftKey,
    }).catch(() => null)
    running.current = false
    setSaving(false)
    if (!answer?.ok) {
      setTrouble(answer?.problem ?? 'unexpected')
      return
    }
    draft.finish()
    setGuard(null)
    const { on, patient } = line.visit
    go(on < today ? `/patients/${patient}` : '/poli', { replace: true, carry: { saved: line.patientName } })
  }
  return { save, asked, trouble, saving }
}
