import { DOCUMENT_TYPES } from '../documents/document-types.ts'
import type { DocumentDefinition } from '../documents/define-document.ts'
import type { DatabaseRef } from './databases.ts'
import { couchRole, DISTRICT_ROLES, FACILITY_ROLES, HUB_ROLE, mayWrite } from './roles.ts'

/** What the lock of one database knows of a type: whether it is ever changed, and who may write it there. */
type LockedType = { readonly change: DocumentDefinition['change']; readonly roles: readonly string[] }

function rolesThatWrite(type: string, ref: DatabaseRef): readonly string[] {
  const ofDistrict = DISTRICT_ROLES.filter((role) => mayWrite(role, type)).map((role) => couchRole({ role }))
  if (!('facility' in ref)) return ofDistrict
  const ofClinic = FACILITY_ROLES.filter((role) => mayWrite(role, type))
  return [...ofClinic.map((role) => couchRole({ role, facility: ref.facility })), ...ofDistrict]
}

function lockedTypes(ref: DatabaseRef): Readonly<Record<string, LockedType>> {
  const here = [...DOCUMENT_TYPES.values()].filter((definition) => definition.database === ref.kind)
  return Object.fromEntries(
    here.map(({ type, change }) => [type, { change, roles: rolesThatWrite(type, ref) }]),
  )
}

/**
 * The `validate_doc_update` function of a database, as text: the second lock behind the gateway's guards. It is made
 * from the table of rights, uses no library and only ES5, because it runs in SpiderMonkey, QuickJS or our embedded
 * hub for every document written (rules SL1-SL10 in RULES.md). Its reasons use the gateway's codes. What it cannot see stands in `design.md` 10.
 */
export function secondLock(ref: DatabaseRef): string {
  return `function (newDoc, oldDoc, userCtx) {
  var TYPES = ${JSON.stringify(lockedTypes(ref))};
  var id = newDoc._id;
  var roles = userCtx.roles || [];

  function has(role) { return roles.indexOf(role) >= 0; }
  function refuse(code, field, fault) { throw({ forbidden: code + ': ' + field + ': ' + fault }); }
  function need(field, kind) {
    var value = newDoc[field];
    var found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    if (found !== kind) refuse('not-valid', field, kind + ' expected, ' + found + ' found');
  }

  if (has('_admin')) return;
  if (String(id).indexOf('_design/') === 0) refuse('type-unknown', '_id', 'design documents are the server\\'s');
  if (has(${JSON.stringify(HUB_ROLE)})) return;

  var name = userCtx.name;
  if (typeof name !== 'string' || name === '' || name.charAt(0) === '_') refuse('author-not-of-token', 'by', 'no account');
  if (newDoc._deleted) refuse('deletion-refused', '_id', 'nothing is deleted; withdraw it as entered in error');
  if (newDoc._attachments) refuse('attachment-refused', '_attachments', 'documents carry no attachments');

  var type = String(id).split(':')[0];
  if (!Object.prototype.hasOwnProperty.call(TYPES, type)) refuse('wrong-database', '_id', 'not kept in this database');
  if (newDoc.type !== type) refuse('not-valid', 'type', 'not the type that the id names');
  var locked = TYPES[type];
  if (!locked.roles.some(has)) refuse('role-may-not-write', 'type', 'your roles do not write this type');

  need('schema', 'number');
  need('by', 'string');
  need('device', 'string');
  need('at', 'string');
  need('stamp', 'string');
  if (newDoc.schema < 1 || newDoc.schema % 1 !== 0) refuse('not-valid', 'schema', 'not a version');
  if (locked.change === 'edited') need('stamps', 'object');
  if (newDoc.by !== name) refuse('author-not-of-token', 'by', 'not the account that sends it');
  if (locked.change === 'added' && oldDoc) refuse('already-written', '_id', 'this type is only added');
}`
}
