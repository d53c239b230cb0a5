import { describe, expect, it } from 'vitest'
import { allowRequest, type RawRequest } from './endpoints.ts'

const ID = 'patient:01JB7Q3M5N8P2R4S6T8V0W2X01'
const REV = `1-${'a'.repeat(32)}`

function verdictOn(method: string, rest: string, given: Partial<RawRequest> = {}) {
  return allowRequest({ method, rest, query: {}, body: undefined, ...given })
}

describe('the requests of a replicator', () => {
  it.each([
    ['GET', '', {}, undefined],
    [
      'GET',
      '_changes',
      { style: 'all_docs', since: '12-g1AAA', limit: '1000', heartbeat: '10000' },
      undefined,
    ],
    [
      'GET',
      '_changes',
      { feed: 'normal', include_docs: 'true', seq_interval: '100', timeout: '30000' },
      undefined,
    ],
    ['POST', '_changes', { filter: '_doc_ids' }, { doc_ids: [ID] }],
    [
      'POST',
      '_bulk_get',
      { revs: 'true', latest: 'true' },
      { docs: [{ id: ID, rev: REV }, { id: '_design/lock' }] },
    ],
    ['POST', '_revs_diff', {}, { [ID]: [REV] }],
    ['POST', '_bulk_docs', {}, { docs: [{ _id: ID }], new_edits: false }],
    ['GET', '_local/abc.DEF_123==', {}, undefined],
    ['PUT', '_local/abc.DEF_123==', {}, { _id: '_local/abc.DEF_123==', last_seq: '5' }],
    [
      'GET',
      '_all_docs',
      { startkey: '"encounter:2026-10-01"', endkey: '"encounter:2026-10-02"', limit: '50' },
      undefined,
    ],
    ['GET', '_all_docs', { keys: `["${ID}"]`, include_docs: 'true', conflicts: 'true' }, undefined],
    ['POST', '_all_docs', {}, { keys: [ID] }],
    ['GET', ID, { revs: 'true', open_revs: 'all', latest: 'true' }, undefined],
    ['GET', ID, { rev: REV, conflicts: 'true' }, undefined],
    ['GET', ID, { open_revs: `["${REV}"]` }, undefined],
    ['GET', '_all_docs', { key: `"${ID}"` }, undefined],
  ])('[GW1] %s /%s is passed on', (method, rest, query, body) => {
    expect(verdictOn(method, rest, { query, body })).toMatchObject({ ok: true, request: { query } })
  })
})

describe('every other request', () => {
  it.each([
    ['DELETE', ''],
    ['PUT', ''],
    ['POST', ''],
    ['PUT', ID],
    ['DELETE', ID],
    ['POST', ID],
    ['COPY', ID],
    ['HEAD', ID],
    ['GET', '_security'],
    ['PUT', '_security'],
    ['GET', '_design/lock'],
    ['PUT', '_design/lock'],
    ['GET', '_local_docs'],
    ['GET', '_design_docs'],
    ['POST', '_find'],
    ['POST', '_index'],
    ['POST', '_purge'],
    ['POST', '_compact'],
    ['POST', '_missing_revs'],
    ['PUT', '_revs_limit'],
    ['GET', '_changes/x'],
    ['PUT', '_changes'],
    ['POST', '_local/abc'],
    ['DELETE', '_local/abc'],
    ['GET', '_local/../_security'],
    ['GET', '_local/a/b'],
    ['GET', `${ID}/photo.jpg`],
    ['GET', '../_all_dbs'],
    ['GET', `${ID}?rev=1`],
    ['GET', 'patient'],
    ['GET', '_Changes'],
  ])('[GW1] %s /%s is refused', (method, rest) => {
    expect(verdictOn(method, rest, { body: {} })).toMatchObject({
      ok: false,
      problem: 'endpoint-not-allowed',
    })
  })
})

describe('a query', () => {
  it.each([
    ['_changes', { feed: 'continuous' }],
    ['_changes', { feed: 'longpoll' }],
    ['_changes', { filter: '_view', view: 'a/b' }],
    ['_changes', { limit: '-1' }],
    ['_changes', { attachments: 'true' }],
    ['_changes', { since: ['1', '2'] }],
    ['_all_docs', { reduce: 'false' }],
    ['_all_docs', { keys: '["_local/abc"]' }],
    ['_all_docs', { keys: 'not json' }],
    ['_all_docs', { key: '"_local/abc"' }],
    [ID, { open_revs: '["x"]' }],
    ['_all_docs', { limit: '1e9' }],
    ['_all_docs', { stale: 'ok' }],
    [ID, { att_encoding_info: 'true' }],
    [ID, { rev: '1-x' }],
    ['', { anything: '1' }],
  ])('[GW1] with an unknown key or value is refused: /%s %j', (rest, query) => {
    expect(verdictOn('GET', rest, { query })).toMatchObject({ ok: false, problem: 'request-not-valid' })
  })
})

describe('a body', () => {
  it.each([
    ['_bulk_docs', { docs: [] }, 'new_edits'],
    ['_bulk_docs', { docs: [], new_edits: true }, 'new_edits'],
    ['_bulk_docs', { docs: {}, new_edits: false }, 'docs'],
  ])('[GW2] pushes with the desk’s revisions only: /%s %j', (rest, body, field) => {
    expect(verdictOn('POST', rest, { body })).toEqual({ ok: false, problem: 'request-not-valid', field })
  })

  it.each([
    ['_bulk_docs', { docs: [], new_edits: false, all_or_nothing: true }],
    ['_bulk_get', { docs: [{ id: '_local/abc' }] }],
    ['_bulk_get', { docs: [{ id: '_design/other' }] }],
    ['_bulk_get', { docs: [{ id: ID, rev: 'all' }] }],
    ['_bulk_get', {}],
    ['_revs_diff', { [ID]: 'all' }],
    ['_revs_diff', { '_local/abc': [REV] }],
    ['_revs_diff', [1, 2]],
    ['_all_docs', { keys: ['_local/abc'] }],
    ['_all_docs', { queries: [] }],
    ['_changes', { doc_ids: [ID] }],
    ['_bulk_docs', undefined],
    ['_bulk_docs', null],
  ])('[GW1] of another shape is refused: /%s %j', (rest, body) => {
    expect(verdictOn('POST', rest, { body })).toMatchObject({ ok: false, problem: 'request-not-valid' })
  })

  it.each([
    ['another id', { _id: '_local/def' }],
    ['no id', { last_seq: 1 }],
    ['an attachment', { _id: '_local/abc', _attachments: {} }],
  ])('[GW7] of a checkpoint has the id of its path, not %s', (_what, body) => {
    expect(verdictOn('PUT', '_local/abc', { body })).toMatchObject({
      ok: false,
      problem: 'request-not-valid',
    })
  })
})
