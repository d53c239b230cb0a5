/** `npm run hub -- <command> …`: work on the hub's data from a terminal, beside the running server or without one. */
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { instantOf } from '../../shared/calendar/instant.ts'
import { accountStore } from '../accounts/account-store.ts'
import { readConfig, type StartProblem } from '../config.ts'
import { CouchFailure } from '../couch/couch.ts'
import { prepareHub } from '../prepare-databases.ts'
import { PROBLEMS } from '../problems.ts'
import { startSentence } from '../start-problems.ts'
import { account } from './account.ts'
import { ASKED_WRONGLY, REFUSED, type Command, type CommandNeeds } from './command.ts'
import { compile } from './compile.ts'
import { desk } from './desk.ts'
import { importCommand } from './import.ts'
import { restored } from './restored.ts'
import { useDatabases } from './use-databases.ts'

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['account', account],
  ['compile', compile],
  ['desk', desk],
  ['import', importCommand],
  ['restored', restored],
])

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

function giveUp(problem: StartProblem): never {
  complain(startSentence(problem))
  process.exit(REFUSED)
}

async function readSecret(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) return line
  return ''
}

const [name = '', ...args] = process.argv.slice(2)
const command = COMMANDS.get(name)
if (!command) {
  complain(`npm run hub -- ${[...COMMANDS.keys()].join(' | ')} …`)
  process.exit(ASKED_WRONGLY)
}

// A command signs nobody in, so it needs no key for tokens.
const reading = readConfig({ ...process.env, HUB_JWT_KEY: 'no command signs anybody in here' })
if (!reading.ok) giveUp(reading.problem)
const databases = await useDatabases(reading.config.couch?.url, reading.config.dataFolder)
if (!databases.ok) giveUp(databases.problem)

const { couch } = databases
const needs: CommandNeeds = { couch, accounts: accountStore(couch), now: Date.now, say, complain, readSecret }
try {
  if ((await couch.updateSeq('reference')) === undefined) {
    await prepareHub(couch, needs.accounts, randomUUID(), instantOf(Date.now()))
  }
  process.exitCode = await command(args, needs)
} catch (error) {
  if (!(error instanceof CouchFailure)) throw error
  complain(`${PROBLEMS['hub-not-ready'].title} / ${PROBLEMS['hub-not-ready'].titleEn} (${error.message})`)
  process.exitCode = REFUSED
} finally {
  await databases.release()
}
