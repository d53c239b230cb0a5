import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands } from '../../bridge/contract.ts'
import type { KnownPerson } from '../../desk/people.ts'
import type { Session } from '../../desk/settings.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { SessionAnswer } from '../hub/hub-client.ts'
import { troubleOf } from '../hub/hub-trouble.ts'
import { isPasswordOf, makeVerifier } from '../password-verifier.ts'

type DeskCommands = Pick<CommandTable, 'desk.open' | 'desk.enrol' | 'person.sign-in' | 'person.sign-out'>
type SignIn = Commands['person.sign-in']
type SignInProblem = 'sign-in-refused' | 'too-many-tries' | 'account-not-of-this-clinic' | 'desk-unknown'

const ENROL_PROBLEMS = ['enrolment-code-unknown', 'enrolment-code-expired', 'enrolment-code-used-up'] as const
const SIGN_IN_PROBLEMS: readonly SignInProblem[] = [
  'sign-in-refused',
  'too-many-tries',
  'account-not-of-this-clinic',
  'desk-unknown',
]

/** The problem the hub named, if it is one of those; `undefined` where it gave none or could not be asked. */
function named<Problem extends string>(error: unknown, problems: readonly Problem[]): Problem | undefined {
  const trouble = troubleOf(error)
  if (!trouble) throw error
  return problems.find((problem) => problem === trouble.problem)
}

function sessionOf(answer: SessionAnswer): Session {
  const { username, name, practitioner, grants, databases, token } = answer
  return { username, name, practitioner, grants, databases, token }
}

export function deskCommands(desk: Desk): DeskCommands {
  const state = () => desk.seats.state(desk.load.state())

  async function enrol({ code }: Commands['desk.enrol']['in']): Promise<Commands['desk.enrol']['out']> {
    if (desk.seats.enrolment()) return done(state())
    try {
      const { epoch, ...enrolment } = await desk.hub().enrol(code.trim())
      await desk.settings.set('epoch', epoch)
      await desk.settings.set('enrolment', enrolment)
      await desk.settings.remove('district')
    } catch (error) {
      return refuse(named(error, ENROL_PROBLEMS) ?? 'hub-unreachable')
    }
    await desk.seatsChanged()
    return done(state())
  }

  async function seat(person: KnownPerson): Promise<SignIn['out']> {
    await desk.people.put(person)
    await desk.settings.set('seated', { username: person.username })
    await desk.seatsChanged()
    desk.wantSync()
    return done(state())
  }

  /** Without the hub a person is known by the password with which they last signed in here. */
  async function signInHere({ username, password }: SignIn['in']): Promise<SignIn['out']> {
    const person = await desk.people.get(username)
    if (!person) return refuse(desk.seats.enrolment() ? 'never-signed-in-here' : 'hub-unreachable')
    return (await isPasswordOf(person.verifier, password)) ? seat(person) : refuse('sign-in-refused')
  }

  async function signIn(input: SignIn['in']): Promise<SignIn['out']> {
    const [username, password] = [input.username.trim().toLowerCase(), input.password]
    const enrolment = desk.seats.enrolment()
    try {
      const answer = await desk.hub().signIn(enrolment, username, password)
      const session = sessionOf(answer)
      if (enrolment) return await seat({ ...session, verifier: await makeVerifier(password) })
      await desk.settings.set('district', session)
      await desk.seatsChanged()
      return done(state())
    } catch (error) {
      const problem = named(error, SIGN_IN_PROBLEMS)
      if (problem) return refuse(problem)
      return signInHere({ username, password })
    }
  }

  /** The token stays: what the person wrote here still goes to the hub, and they may sign in again without it. */
  async function signOut(): Promise<Commands['person.sign-out']['out']> {
    const district = desk.seats.district()
    await desk.settings.remove('seated')
    await desk.settings.remove('district')
    if (district?.token)
      await desk
        .hub()
        .signOut(district.token)
        .catch(() => undefined)
    await desk.seatsChanged()
    return done(state())
  }

  return {
    'desk.open': () => Promise.resolve(done(state())),
    'desk.enrol': enrol,
    'person.sign-in': signIn,
    'person.sign-out': signOut,
  }
}
