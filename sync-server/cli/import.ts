import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { CalendarDate, yearOf } from '../../shared/calendar/calendar-date.ts'
import { dayAt, instantOf } from '../../shared/calendar/instant.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import { clinicOf } from '../imports/clinic-knowledge.ts'
import { importSecret } from '../imports/hub/import-secret.ts'
import { importPatients } from '../imports/import-patients.ts'
import type { ImportReport } from '../imports/import-report.ts'
import { IMPORT_PROBLEMS, type ImportProblem } from '../imports/reasons.ts'
import { noteFile, rejectFile } from '../imports/report-files.ts'
import { LIMITS } from '../imports/spreadsheet/limits.ts'
import { summaryLines } from '../imports/summary.ts'
import { ASKED_WRONGLY, DONE, REFUSED, type Command, type CommandNeeds } from './command.ts'

const USAGE = `npm run hub -- import patients BERKAS.xlsx --facility 1031948 [--on 2026-10-31] [--year 2026] [--out DITOLAK.csv]
  --on    hari saat buku ini benar; umur dihitung dari hari itu (biasanya tanggal berkas) / the day on which the register was true
  --year  tahun basis data untuk kunjungan dan penyakit terdahulu (biasanya tahun mulai) / the year whose databases take the evidence
  --out   berkas baris yang ditolak / the file of rejected rows`

const OPTIONS = {
  facility: { type: 'string' },
  on: { type: 'string' },
  year: { type: 'string' },
  out: { type: 'string' },
} as const

type Asked = {
  readonly path: string
  readonly facility: string
  readonly on: CalendarDate | undefined
  readonly year: number | undefined
  readonly out: string
}

function withoutExtension(path: string): string {
  const extension = extname(path)
  return extension === '' ? path : path.slice(0, -extension.length)
}

/** What was asked, or `undefined` where it was asked wrongly. */
function read(args: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const [what, path, ...rest] = positionals
    const on = values.on === undefined ? undefined : CalendarDate.parse(values.on)
    const yearIsOne = values.year === undefined || /^20\d{2}$/.test(values.year)
    if (what !== 'patients' || path === undefined || rest.length > 0 || values.facility === undefined)
      return undefined
    if (!yearIsOne) return undefined
    return {
      path,
      facility: values.facility,
      on,
      year: values.year === undefined ? undefined : Number(values.year),
      out: values.out ?? `${withoutExtension(path)}-ditolak.csv`,
    }
  } catch {
    return undefined
  }
}

type OpenedFile = { readonly bytes: Uint8Array; readonly changedMs: number }

async function open(path: string): Promise<OpenedFile | 'file-too-large' | undefined> {
  try {
    const { size, mtimeMs } = await stat(path)
    if (size > LIMITS.fileBytes) return 'file-too-large'
    return { bytes: new Uint8Array(await readFile(path)), changedMs: mtimeMs }
  } catch {
    return undefined
  }
}

/** People's numbers stand in these files; only the owner reads them. */
async function keep(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { mode: 0o600 })
    return true
  } catch {
    return false
  }
}

function refuse(problem: ImportProblem, needs: CommandNeeds): number {
  needs.complain(IMPORT_PROBLEMS[problem])
  return REFUSED
}

async function tell(
  report: ImportReport,
  asked: Asked,
  facts: { readonly clinic: Facility; readonly on: CalendarDate; readonly seconds: number },
  needs: CommandNeeds,
): Promise<number> {
  const notes = `${withoutExtension(asked.out).replace(/-ditolak$/, '')}-catatan.csv`
  const kept = (await keep(asked.out, rejectFile(report))) && (await keep(notes, noteFile(report)))
  const lines = summaryLines(report, {
    fileName: basename(asked.path),
    clinic: `${facts.clinic.name} (${facts.clinic.code})`,
    on: facts.on,
    rejectFile: asked.out,
    noteFile: notes,
    seconds: facts.seconds,
  })
  for (const line of lines) needs.say(line)
  if (kept) return DONE
  needs.complain(`Berkas ${asked.out} tidak dapat ditulis. / The file ${asked.out} cannot be written.`)
  return REFUSED
}

/** `npm run hub -- import patients FILE --facility CODE`: takes over the register that a clinic keeps. */
export const importCommand: Command = async (args, needs) => {
  const asked = read(args)
  if (!asked) {
    needs.complain(USAGE)
    return ASKED_WRONGLY
  }
  const started = needs.now()
  const file = await open(asked.path)
  if (file === 'file-too-large') return refuse(file, needs)
  if (!file) {
    needs.complain(`Berkas ${asked.path} tidak dapat dibaca. / The file ${asked.path} cannot be read.`)
    return REFUSED
  }
  const clinic = await clinicOf(needs.couch, asked.facility)
  if (!clinic) return refuse('facility-unknown', needs)
  const on = asked.on ?? dayAt(instantOf(Math.floor(file.changedMs)), clinic.zone)
  const year = asked.year ?? yearOf(clinic.goLive)
  const secret = await importSecret(needs.couch, randomBytes(32).toString('hex'))
  const request = { clinic, bytes: file.bytes, on, year }
  const result = await importPatients(request, { couch: needs.couch, now: instantOf(started), secret })
  if (!result.ok) return refuse(result.problem, needs)
  return tell(result.report, asked, { clinic, on, seconds: (needs.now() - started) / 1000 }, needs)
}
