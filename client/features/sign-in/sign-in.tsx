import { useState } from 'react'
import type { DeskIdentity, PersonHere } from '../../data/bridge/contract.ts'
import { useSyncStatus } from '../../data/bridge/use-data-worker.tsx'
import { useFacility } from '../../data/read-model/use-read.ts'
import { useT } from '../../i18n/language.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordForm } from './password-form.tsx'

type Props = { readonly desk: DeskIdentity; readonly people: readonly PersonHere[] }

/** Who works here: people who signed in on this PC before, or somebody new. */
export function SignIn({ desk, people }: Props) {
  const t = useT()
  const facility = useFacility()
  const waiting = useSyncStatus()?.waiting ?? 0
  const [chosen, setChosen] = useState<PersonHere | 'other' | null>(people.length === 0 ? 'other' : null)

  return (
    <section className="panel stack">
      <div>
        <h1>{t('sign-in.title')}</h1>
        <p className="soft">
          {facility ? `${facility.name}, ` : ''}
          {t('menu.desk', { letter: desk.letter })}
        </p>
      </div>
      {chosen === null ? (
        <Choose people={people} onChoose={setChosen} />
      ) : (
        <PasswordForm
          key={chosen === 'other' ? '' : chosen.username}
          person={chosen === 'other' ? null : chosen}
          aside={
            people.length > 0 && (
              <Button look="quiet" onClick={() => setChosen(null)}>
                {t('sign-in.not-me')}
              </Button>
            )
          }
        />
      )}
      {waiting > 0 && <p className="soft small">{t('sign-in.waiting', { n: waiting })}</p>}
    </section>
  )
}

type ChooseProps = {
  readonly people: readonly PersonHere[]
  readonly onChoose: (person: PersonHere | 'other') => void
}

function Choose({ people, onChoose }: ChooseProps) {
  const t = useT()
  return (
    <>
      <h2>{t('sign-in.who')}</h2>
      <ul className="people" aria-label={t('sign-in.people')}>
        {people.map((person, index) => (
          <li key={person.username}>
            <button type="button" className="person" autoFocus={index === 0} onClick={() => onChoose(person)}>
              <strong>{person.name}</strong>
              <span className="soft small">{rolesText(person, t)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <Button onClick={() => onChoose('other')}>{t('sign-in.other')}</Button>
      </p>
    </>
  )
}

/** A person's roles in words, each once. */
function rolesText(person: PersonHere, t: Translate): string {
  return [...new Set(person.grants.map((grant) => t(`role.${grant.role}`)))].join(', ')
}
