/* The log as a file: JSON, and CSV for spreadsheets. What one writes, the other gives back unchanged. */

import { FIELDS, entryFrom, entryOf, idFrom } from "./entries.js";
import { Refusal, placed, quoted, refuse, refuseAt, refuseFor } from "./refusal.js";
import { readRows, rowNamed, writeRows } from "./csv.js";
import { download } from "../shared/download.js";
import { told } from "../shared/strings.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./rules.js").Rules} Rules */

const FORMAT = "ripple-log";
export const VERSION = 1;
const LARGEST = 50 * 1000 * 1000; // bytes; a full log of the longest entries is smaller
const COLUMNS = [...FIELDS, "version"];
const NEEDED = ["date", "what", "whom"];

/**
 * Stop where a file or what was stored is from a newer Ripple.
 * @param {unknown} version
 */
export function refuseNewer(version) {
  refuseFor("newer", { version: String(version), known: VERSION });
}

/**
 * The values of entries as entries.
 * @param {Record<string, unknown>[]} list
 * @param {(index: number) => string} where names one in a message, such as "row 3"
 * @param {Rules} rules
 * @returns {Entry[]}
 */
function entriesFrom(list, where, rules) {
  if (list.length > rules.most) {
    refuseFor("many", { total: told("log_entries.total", { count: list.length }), most: rules.most });
  }
  /** @type {Map<string, number>} how often the same words came without an id */
  const times = new Map();
  return list.map((values, index) => {
    const entry = readEntry(values, where(index), rules);
    if (entry.id) return entry;
    const first = idFrom(entry, 0);
    const before = times.get(first) || 0;
    times.set(first, before + 1);
    return { ...entry, id: idFrom(entry, before) };
  });
}

/**
 * @param {Record<string, unknown>} values
 * @param {string} where
 * @param {Rules} rules
 */
function readEntry(values, where, rules) {
  try {
    return entryFrom(values, rules);
  } catch (error) {
    if (error instanceof Refusal) refuse(placed(where, error.message));
    throw error;
  }
}

/**
 * Whether a value of JSON has fields.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return Boolean(value) && typeof value === "object" && !Array.isArray(value);
}

/**
 * Entries as JSON, one on each line.
 * @param {Entry[]} entries
 */
export function writeJson(entries) {
  const lines = entries.map((entry) => JSON.stringify(entryOf(entry)));
  return `{\n"format": "${FORMAT}",\n"version": ${VERSION},\n"entries": [\n${lines.join(",\n")}\n]\n}\n`;
}

/**
 * The entries of a JSON file.
 * @param {string} text
 * @param {Rules} rules
 */
export function readJson(text, rules) {
  const whole = parse(text);
  if (!isRecord(whole) || whole.format !== FORMAT) refuseFor("foreign", { word: FORMAT });
  const { version, entries } = whole;
  if (Number.isInteger(version) && Number(version) > VERSION) refuseNewer(version);
  if (version !== VERSION || !Array.isArray(entries)) refuseFor("part");
  /** @param {number} index */
  const where = (index) => told("log_entries.refusals.entry", { number: index + 1 });
  entries.forEach((values, index) => {
    if (!isRecord(values)) refuseAt(where(index), "fields");
  });
  return entriesFrom(entries, where, rules);
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return refuseFor("broken");
  }
}

/**
 * Entries as CSV.
 * @param {Entry[]} entries
 */
export function writeCsv(entries) {
  const rows = entries.map((entry) => [...FIELDS.map((field) => entry[field]), String(VERSION)]);
  return writeRows([COLUMNS, ...rows]);
}

/**
 * The entries of a CSV file.
 * @param {string} text
 * @param {Rules} rules
 */
export function readCsv(text, rules) {
  const [head, ...rows] = readRows(text);
  const names = head ? head.cells : [];
  const at = names.indexOf("version");
  /** @param {import("./csv.js").Row} row */
  const versionOf = ({ cells }) => (at >= 0 && cells[at]) || String(VERSION);
  rows.map(versionOf).forEach((version) => {
    if (/^\d+$/.test(version) && Number(version) > VERSION) refuseNewer(version);
  });
  checkColumns(names);
  const list = rows.map((row) => {
    const where = rowNamed(row.number);
    if (row.cells.length !== names.length) refuseAt(where, "cells", { cells: row.cells.length, columns: names.length });
    if (versionOf(row) !== String(VERSION)) refuseAt(where, "version", { field: "version", value: quoted(versionOf(row)), known: VERSION });
    const values = names.map((name, position) => [name, row.cells[position]]);
    return Object.fromEntries(values.filter(([name]) => name !== "version"));
  });
  return entriesFrom(list, (index) => rowNamed(rows[index].number), rules);
}

/** @param {string[]} names */
function checkColumns(names) {
  const head = rowNamed(1);
  if (!names.some((name) => COLUMNS.some((column) => name.includes(column)))) refuseFor("neither");
  names.forEach((name, position) => {
    if (!COLUMNS.includes(name)) refuseAt(head, "column", { column: quoted(name), columns: COLUMNS.join(", ") });
    if (names.indexOf(name) < position) refuseAt(head, "twice", { column: quoted(name) });
  });
  NEEDED.forEach((name) => {
    if (!names.includes(name)) refuseAt(head, "column_missing", { column: quoted(name) });
  });
}

/**
 * A promise of the entries in a file that a reader picked; refused with a line that says why.
 * @param {Blob & { name: string }} file
 * @param {Rules} rules
 */
export async function openFile(file, rules) {
  if (file.size > LARGEST) refuseFor("huge");
  const text = decode(await bytesOf(file));
  if (!text.trim()) refuseFor("nothing");
  return /^\s*[[{]/.test(text) ? readJson(text, rules) : readCsv(text, rules); // systems rename files
}

/** @param {Blob} file */
async function bytesOf(file) {
  try {
    return await new Response(file).arrayBuffer(); // that of the file itself is too new
  } catch {
    return refuseFor("unreadable");
  }
}

/** @param {ArrayBuffer} bytes */
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuseFor("letters");
  }
}

/**
 * Hand entries to the reader as a file.
 * @param {Entry[]} entries
 * @param {"json" | "csv"} kind
 */
export function saveFile(entries, kind) {
  if (kind === "csv") download("ripple-log.csv", "text/csv", writeCsv(entries));
  else download("ripple-log.json", "application/json", writeJson(entries));
}
