import type { CouchDoc } from './client.ts'

/** Roles of CouchDB users that the validation knows. Who has none of them works as a 组员: the database's own members decide who comes in. */
export const ROLES = { lead: 'duwang-lead', member: 'duwang-member', reader: 'duwang-reader' } as const

/** What the validation gives as its reason. */
export const REFUSALS = { readonly: 'duwang:readonly', lead: 'duwang:lead', malformed: 'duwang:malformed' } as const

/** Version of the design document: a later one replaces it. */
export const DESIGN_VERSION = 1

/**
 * Runs in the server, also in CouchDB's old JavaScript: nothing newer than ES5. What a newer version writes (other kinds, other forms)
 * passes as long as it is a document at all, because servers of two offices replicate whatever their extensions' versions.
 */
const VALIDATE = `function (doc, old, user) {
  function no(why) { throw({ forbidden: 'duwang:' + why }); }
  function is(role) { return user.roles.indexOf(role) !== -1; }
  function object(value) { return typeof value === 'object' && value !== null && !Array.isArray(value); }
  function stamp(value) { return typeof value === 'string' && /^[0-9a-z]{21}$/.test(value); }
  var lead = is('_admin') || is('${ROLES.lead}');
  if (!lead && is('${ROLES.reader}') && !is('${ROLES.member}')) no('readonly');
  if (doc._id.indexOf('_design/') === 0) return;
  if (doc._id === 'space') {
    if (!lead && old) no('lead');
    if (!doc._deleted && (typeof doc.format !== 'number' || typeof doc.spaceId !== 'string' || typeof doc.name !== 'string')) no('malformed');
    return;
  }
  if (doc._deleted) return;
  var kind = (/^([a-z]{1,20}):[^]+$/.exec(doc._id) || [])[1];
  if (!kind || typeof doc.form !== 'number' || doc.form < 1 || doc.form % 1 !== 0) no('malformed');
  if (kind === 'member') {
    if (!/^member:[0-9a-z]{8}$/.test(doc._id) || typeof doc.mark !== 'string' || typeof doc.reader !== 'string') no('malformed');
    return;
  }
  if (!stamp(doc.base) || !object(doc.values) || !object(doc.stamps)) no('malformed');
  for (var cell in doc.stamps) {
    var one = doc.stamps[cell];
    if (!stamp(one) && !(object(one) && stamp(one.t))) no('malformed');
  }
  if ((kind === 'setting' || kind === 'round') && !lead) no('lead');
  if (doc.form !== 1 || doc.values.deleted) return;
  var required = {
    issue: { url: 'string', foundAt: 'string', status: 'object' }, event: { issueId: 'string', at: 'string', kind: 'string' },
    unit: { name: 'string' }, site: { name: 'string', prefix: 'string' }, column: { name: 'string', prefix: 'string' }, account: { name: 'string' },
    shot: { type: 'string', bytes: 'number' }, page: { type: 'string', bytes: 'number' }
  }[kind] || {};
  for (var name in required) if (typeof doc.values[name] !== required[name]) no('malformed');
  if ((kind === 'shot' || kind === 'page' || kind === 'burnt') && !/^[a-z]+:[0-9a-f]{64}$/.test(doc._id)) no('malformed');
}`

/** Histories by issue, for a PC that takes the issues of some units only. */
const HISTORIES = "function (doc) { if (doc._id.indexOf('event:') === 0 && doc.values) emit(doc.values.issueId, null); }"

export function designDoc(): CouchDoc {
  return { _id: '_design/duwang', language: 'javascript', version: DESIGN_VERSION, validate_doc_update: VALIDATE, views: { histories: { map: HISTORIES } } }
}
