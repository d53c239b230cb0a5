import type { Household } from '../../../shared/documents/household.ts'
import type { Patient } from '../../../shared/documents/patient.ts'
import type { HouseholdHit } from '../../data/bridge/contract.ts'
import type { PatientView } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { ageText, groupedDigits } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { relationText } from '../../i18n/relation-text.ts'
import { Link } from '../../ui/router/router.tsx'

export function FamilyPanel({ view, mayAdd }: { view: PatientView; mayAdd: boolean }) {
  const t = useT()
  const { household, members, patient } = view
  const others = members.filter((member) => member._id !== patient._id)
  return (
    <section className="panel" aria-labelledby="family">
      <h2 id="family">{t('patient.family')}</h2>
      {household ? (
        <>
          <dl className="facts">
            <dt>{t('patient.family.head')}</dt>
            <dd>{household.headName}</dd>
            <dt>{t('patient.family.kk')}</dt>
            <dd className="number">{household.kk ? groupedDigits(household.kk) : t('common.later')}</dd>
          </dl>
          {others.length > 0 && (
            <>
              <h3 className="family-members">{t('patient.family.members')}</h3>
              <ul className="member-list">
                {others.map((member) => (
                  <Member key={member._id} member={member} />
                ))}
              </ul>
            </>
          )}
          {mayAdd && (
            <p className="panel-action">
              <Link to="/patients/new" carry={{ family: familyOf(household, members) }}>
                {t('patient.family.add')}
              </Link>
            </p>
          )}
        </>
      ) : (
        <p className="soft">{t('patient.family.none')}</p>
      )}
    </section>
  )
}

/** The family as the registration form takes it over. */
function familyOf(household: Household, members: readonly Patient[]): HouseholdHit {
  const { _id: id, kk, headName, address } = household
  return { id, kk, headName, address, members: members.map((member) => member.name) }
}

function Member({ member }: { member: Patient }) {
  const t = useT()
  const { today } = useClinic()
  return (
    <li>
      <Link to={`/patients/${member._id}`}>{member.name}</Link>{' '}
      <span className="soft small">
        {[
          member.sex,
          ageText(today, member.birth.on, t),
          ...(member.relation ? [relationText(member.relation, t)] : []),
        ].join(', ')}
      </span>
    </li>
  )
}
