import { useRef, useState } from 'react'
import { bareNumber } from '../../../shared/people/nik.ts'
import { PatientId } from '../../../shared/documents/ids.ts'
import type { HouseholdHit } from '../../data/bridge/contract.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { useDraft, type KeptDraft } from '../../data/bridge/use-draft.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { timeText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import type { Translate } from '../../i18n/translate.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { formKeys } from '../../ui/form-keys.ts'
import { LeaveQuestion } from '../../ui/leave-question.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useRouter } from '../../ui/router/router.tsx'
import { AddressFields } from './address-fields.tsx'
import { checkForm, type FormFault, type FormField } from './check-form.ts'
import { CoverFields } from './cover-fields.tsx'
import { FamilyField, pickExisting } from './family-field.tsx'
import { PersonFields } from './person-fields.tsx'
import { EMPTY_FORM, formFromSearch, readForm, type RegistrationForm } from './registration-form.ts'
import './registration.css'

type Props = { readonly params: Readonly<Record<string, string>> }

type Carried = { readonly typed?: string; readonly family?: HouseholdHit }

/** What the screen before handed on: words typed into the search box, or the family that gets another member. */
function startForm(carried: Carried): RegistrationForm {
  const form = carried.typed ? formFromSearch(carried.typed) : EMPTY_FORM
  return carried.family ? { ...form, ...pickExisting(carried.family, form) } : form
}

/** A new patient, from the card to the record, in the order in which one asks. */
export default function RegistrationPage({ params }: Props) {
  const t = useT()
  const { carried } = useRouter()
  const ulid = params['draft'] ?? ''
  const id = PatientId.safeParse(`patient:${ulid}`)
  const draft = useDraft(`registration/${ulid}`, () => startForm((carried ?? {}) as Carried), readForm)
  if (!id.success) return <p className="page">{t('app.not-found')}</p>
  if (draft.content === null) return <p className="page soft">{t('common.reading')}</p>
  return <Registration id={id.data} draft={draft} form={draft.content} draftKey={`registration/${ulid}`} />
}

type FormProps = {
  readonly id: PatientId
  readonly draft: KeptDraft<RegistrationForm>
  readonly draftKey: string
  readonly form: RegistrationForm
}

function Registration({ id, draft, draftKey, form }: FormProps) {
  const t = useT()
  const { today } = useClinic()
  const { save, saving, trouble, attempt } = useRegister({ id, draft, draftKey, form })
  const latest = useRef(form)
  latest.current = form
  const set = (change: Partial<RegistrationForm>) => {
    latest.current = { ...latest.current, ...change }
    draft.change(latest.current)
  }

  // After the first attempt the sentences follow the typing; before it nothing is called wrong.
  const reading = checkForm(form, today)
  const faults = attempt > 0 && !reading.ok ? reading.faults : []
  const sentenceOf = (fault: FormFault) => faultText(fault, form, t)
  const errorOf = (field: FormField) => {
    const found = faults.find((fault) => fault.field === field)
    return found && sentenceOf(found)
  }
  const fields = { form, set, errorOf }

  return (
    <form
      className="page page-form stack"
      noValidate
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={formKeys(() => void save('visit'))}
    >
      <LeaveQuestion
        when={draft.dirty}
        before={draft.keepNow}
        words={{
          title: t('leave.title'),
          explanation: t('leave.words'),
          stay: t('leave.stay'),
          leave: t('leave.go'),
        }}
      />
      <div className="row row-apart">
        <h1>{t('registration.title')}</h1>
        <DraftState draft={draft} />
      </div>
      <ErrorSummary
        title={t('common.form-faults')}
        attempt={attempt}
        faults={faults.map((fault) => ({ field: fault.field, sentence: sentenceOf(fault) }))}
      />
      {trouble && (
        <Notice tone="bad" role="alert">
          {trouble}
        </Notice>
      )}
      <section className="panel" aria-label={t('registration.section.person')}>
        <PersonFields {...fields} today={today} />
      </section>
      <section className="panel" aria-label={t('registration.section.family')}>
        <div className="fields">
          <FamilyField {...fields} />
          <AddressFields {...fields} />
        </div>
      </section>
      <section className="panel" aria-label={t('registration.section.cover')}>
        <CoverFields {...fields} today={today} />
      </section>
      <div className="row form-actions">
        <Button look="primary" keys="Ctrl+Enter" aria-disabled={saving} onClick={() => void save('visit')}>
          {t(saving ? 'registration.saving' : 'registration.save')}
        </Button>
        <Button aria-disabled={saving} onClick={() => void save('patient')}>
          {t('registration.save-only')}
        </Button>
      </div>
    </form>
  )
}

function DraftState({ draft }: { draft: KeptDraft<RegistrationForm> }) {
  const t = useT()
  const { zone } = useClinic()
  if (!draft.savedAt) return null
  const time = timeText(draft.savedAt, zone)
  const isRestored = draft.savedAt === draft.restoredAt
  return (
    <p className="soft small">{isRestored ? t('drafts.restored', { time }) : t('drafts.kept', { time })}</p>
  )
}

/** The sentence of a fault. */
function faultText({ problem }: FormFault, form: RegistrationForm, t: Translate): string {
  if (problem === 'nik.nik-not-16-digits') {
    return t('registration.nik.nik-not-16-digits', { n: bareNumber(form.nik).length })
  }
  return t(`registration.${problem}`)
}

/** Saves the form once, however often the keys are pressed, and goes where the clerk goes next. */
function useRegister({ id, draft, draftKey, form }: FormProps) {
  const t = useT()
  const ask = useAsk()
  const { go, setGuard } = useRouter()
  const { today } = useClinic()
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const running = useRef(false)

  const save = async (then: 'visit' | 'patient') => {
    if (running.current) return
    setTrouble(null)
    setAttempt((before) => before + 1)
    const reading = checkForm(form, today)
    if (!reading.ok) return
    running.current = true
    setSaving(true)
    // A draft still on its way would come back after the record has taken its place.
    await draft.keepNow()
    const answer = await ask('patients.register', { patient: id, ...reading.registration, draftKey }).catch(
      () => null,
    )
    running.current = false
    setSaving(false)
    if (!answer?.ok) {
      setTrouble(problemText(answer?.problem ?? 'unexpected', t))
      return
    }
    draft.finish()
    setGuard(null)
    go(then === 'visit' ? `/patients/${id}/visit` : `/patients/${id}`, {
      replace: true,
      carry: { saved: true },
    })
  }
  return { save, saving, trouble, attempt }
}
