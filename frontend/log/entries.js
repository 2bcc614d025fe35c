/* What an entry of the log is, and how two logs become one. Nothing here knows of a page or a file.

   A log is a Map from an id to a record. A record is an entry with the time of its last change; one
   that was removed keeps its id and that time, so that another tab does not bring it back. */

import { isDay } from "../shared/days.js";
import { quoted, refuseFor } from "./refusal.js";

/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {"date" | "what" | "whom" | "before" | "after" | "served" | "id"} Field */
/** @typedef {Record<Field, string>} Entry */
/** @typedef {Entry & { changed: number, removed?: undefined }} Kept */
/** @typedef {{ id: string, removed: true, changed: number }} Removed */
/** @typedef {Kept | Removed} LogRecord */
/** @typedef {Map<string, LogRecord>} Log */

/** @type {Field[]} */
export const FIELDS = ["date", "what", "whom", "before", "after", "served", "id"];

/** A new id, which no other entry has. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");
}

/**
 * An id made from an entry, so that the same words under the same id always get the same one.
 * @param {Entry} entry
 * @param {number} attempt
 */
export function idFrom(entry, attempt) {
  const text = JSON.stringify(FIELDS.map((field) => entry[field])) + attempt;
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    one = Math.imul(one ^ text.charCodeAt(i), 2654435761);
    two = Math.imul(two ^ text.charCodeAt(i), 1597334677);
  }
  return `c${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}

/**
 * A whole entry from what a form or a file gives; an id that is empty stays so. Refuses what does not fit.
 * @param {Record<string, unknown>} given
 * @param {Rules} rules
 * @returns {Entry}
 */
export function entryFrom(given, rules) {
  const values = { date: "", what: "", whom: "", before: "", after: "", served: "", id: "" };
  Object.entries(given).forEach(([field, value]) => {
    if (!isField(field)) refuseFor("field", { field: quoted(field) });
    if (typeof value !== "string") refuseFor("no_text", { field });
    values[field] = value;
  });
  const entry = {
    date: oneLine(values.date),
    what: lineOf(values, "what", rules),
    whom: choiceOf(values, "whom", rules.whoms, true),
    before: choiceOf(values, "before", rules.feelings, false),
    after: choiceOf(values, "after", rules.feelings, false),
    served: lineOf(values, "served", rules),
    id: oneLine(values.id)
  };
  if (!isDay(entry.date)) refuseFor("day", { field: "date", value: quoted(entry.date), example: "2026-11-22" });
  if (!entry.what) refuseFor("empty", { field: "what" });
  if (!/^([A-Za-z0-9][A-Za-z0-9-]{0,63})?$/.test(entry.id)) refuseFor("id", { field: "id", value: quoted(entry.id) });
  return entry;
}

/**
 * @param {string} name
 * @returns {name is Field}
 */
function isField(name) {
  return FIELDS.some((field) => field === name);
}

/**
 * One line of text: spaces evened out, and no half characters, which no file could hold.
 * @param {string} text
 */
function oneLine(text) {
  return text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/**
 * @param {Entry} values
 * @param {"what" | "served"} field
 * @param {Rules} rules
 */
function lineOf(values, field, { longest }) {
  const text = oneLine(values[field]);
  if (text.length > longest[field]) refuseFor("long", { field, longest: longest[field] });
  return text;
}

/**
 * @param {Entry} values
 * @param {Field} field
 * @param {string[]} words
 * @param {boolean} isNeeded
 */
function choiceOf(values, field, words, isNeeded) {
  const word = oneLine(values[field]);
  if ((word || isNeeded) && !words.includes(word)) {
    refuseFor(isNeeded ? "choice" : "choice_or_none", { field, value: quoted(word), words: words.join(", ") });
  }
  return word;
}

/**
 * Whether two entries say the same, whenever they were changed.
 * @param {Entry} one
 * @param {Entry} other
 */
export function isSame(one, other) {
  return FIELDS.every((field) => one[field] === other[field]);
}

/**
 * What a record says without the time of its change.
 * @param {Entry} record
 * @returns {Entry}
 */
export function entryOf({ date, what, whom, before, after, served, id }) {
  return { date, what, whom, before, after, served, id };
}

/**
 * Put an entry into a log, in the place of one with its id.
 * @param {Log} log
 * @param {Entry} entry
 */
export function put(log, entry) {
  log.set(entry.id, { ...entry, changed: changeAfter(log, entry.id) });
}

/**
 * Remove an entry from a log.
 * @param {Log} log
 * @param {string} id
 */
export function remove(log, id) {
  log.set(id, { id, removed: true, changed: changeAfter(log, id) });
}

/**
 * The time of a change, after that of the last one.
 * @param {Log} log
 * @param {string} id
 */
function changeAfter(log, id) {
  const before = log.get(id);
  return Math.max(Date.now(), before ? before.changed + 1 : 0);
}

/**
 * The entry of this id, unless it was removed.
 * @param {Log} log
 * @param {string} id
 */
export function findEntry(log, id) {
  const record = log.get(id);
  return record && isKept(record) ? record : null;
}

/**
 * All entries, in the order in which they came.
 * @param {Log} log
 */
export function allEntries(log) {
  return Array.from(log.values()).filter(isKept);
}

/**
 * All entries, those of the newest day first.
 * @param {Log} log
 */
export function newestFirst(log) {
  return allEntries(log).reverse().sort((one, other) => {
    if (one.date === other.date) return 0;
    return one.date < other.date ? 1 : -1;
  });
}

/**
 * @param {LogRecord} record
 * @returns {record is Kept}
 */
function isKept(record) {
  return !record.removed;
}

/**
 * Add an entry of a file: "added", "known", or "both" where the log has this entry in other words.
 * @param {Log} log
 * @param {Entry} entry
 * @returns {"added" | "known" | "both"}
 */
export function place(log, entry) {
  const here = findEntry(log, entry.id);
  if (here && isSame(here, entry)) return "known";
  if (!here) {
    put(log, entry);
    return "added";
  }
  for (let attempt = 0; ; attempt += 1) {
    const twin = { ...entry, id: idFrom(entry, attempt) };
    const there = findEntry(log, twin.id);
    if (there && isSame(there, twin)) return "known";
    if (!there) {
      put(log, twin);
      return "both";
    }
  }
}

/**
 * @param {LogRecord} record
 * @param {LogRecord | undefined} other
 */
function isNewer(record, other) {
  if (!other || record.changed !== other.changed) return !other || record.changed > other.changed;
  return JSON.stringify(record) > JSON.stringify(other); // any rule will do that both tabs share
}

/**
 * Take from another log whatever is newer there.
 * @param {Log} log
 * @param {Log} other
 */
export function merge(log, other) {
  other.forEach((record, id) => {
    if (isNewer(record, log.get(id))) log.set(id, record);
  });
}

/**
 * Whether this log knows something that the other does not.
 * @param {Log} log
 * @param {Log} other
 */
export function isAhead(log, other) {
  return Array.from(log.values()).some((record) => isNewer(record, other.get(record.id)));
}
