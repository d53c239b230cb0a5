import writeExcelFile from 'write-excel-file/node'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import { form11Sheets, type Satellites } from './form-11-sheet.ts'
import { plainSheets } from './plain-sheets.ts'

/** The report as a workbook: Form 11 in the form's own layout, the others as plain tables. */
export async function reportXlsx(
  report: Report,
  facility: Facility,
  satellites: Satellites,
): Promise<Buffer> {
  const sheets =
    report.form === 'form-11' ? form11Sheets(report, facility, satellites) : plainSheets(report, facility)
  return writeExcelFile([...sheets], { fontFamily: 'Calibri', fontSize: 10 }).toBuffer()
}
