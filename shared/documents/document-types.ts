import { CodeListDocument } from './code-list.ts'
import { ConditionDocument } from './condition.ts'
import { CoverageDocument } from './coverage.ts'
import type { DocumentDefinition } from './define-document.ts'
import { EncounterDocument } from './encounter.ts'
import { FacilityDocument } from './facility.ts'
import { FormMappingDocument } from './form-mapping.ts'
import { HolidaysDocument } from './holidays.ts'
import { HouseholdDocument } from './household.ts'
import { KnownConditionDocument } from './known-condition.ts'
import { LeaveDocument } from './leave.ts'
import { PatientDocument } from './patient.ts'
import { PovertyDocument } from './poverty.ts'
import { PractitionerDocument } from './practitioner.ts'
import { PunchDocument } from './punch.ts'
import { ReportDocument } from './report.ts'
import { ReportFactsDocument, StaffReportFactsDocument } from './report-facts.ts'
import { SeenBeforeDocument } from './seen-before.ts'
import { SettingDocument } from './setting.ts'
import { UnitDocument } from './unit.ts'

/** Every type of document that is stored, by its name. */
export const DOCUMENT_TYPES: ReadonlyMap<string, DocumentDefinition> = new Map(
  [
    CodeListDocument,
    ConditionDocument,
    CoverageDocument,
    EncounterDocument,
    FacilityDocument,
    FormMappingDocument,
    HolidaysDocument,
    HouseholdDocument,
    KnownConditionDocument,
    LeaveDocument,
    PatientDocument,
    PovertyDocument,
    PractitionerDocument,
    PunchDocument,
    ReportDocument,
    ReportFactsDocument,
    SeenBeforeDocument,
    SettingDocument,
    StaffReportFactsDocument,
    UnitDocument,
  ].map((definition) => [definition.type, definition as DocumentDefinition]),
)
