/* Remembering a log on this device: off until chosen, under one key, and shared by all tabs.

   Nothing is written before `remember`. Each writing first reads what other tabs wrote, and takes in
   what is newer there, so that no tab overwrites another. A lock of the browser would not do in its
   place: a tab that could not store something must bring it later, and old phones know no locks. */

import { Refusal, refuse } from "./refusal.js";
import { VERSION, isRecord, refuseNewer } from "./files.js";
import { entryFrom, entryOf, isAhead, merge } from "./entries.js";
import { told } from "../shared/strings.js";

/** @typedef {import("./entries.js").Log} Log */
/** @typedef {import("./entries.js").LogRecord} LogRecord */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {"elsewhere" | "forgotten" | "stopped" | "unreadable" | "changed"} News of other tabs */
/** @typedef {ReturnType<typeof makeStore>} Store */

const KEY = "ripple-log";
const FORGOTTEN = "forgotten"; // stands under the key for a moment, so that other tabs forget, too
const MOMENT = 100; // milliseconds

/**
 * A store for a log.
 * @param {Log} log
 * @param {Rules} rules
 * @param {(news: News, isKept?: boolean) => void} tell hears what other tabs did, and whether everything
 *   in this page is remembered after it
 */
export function makeStore(log, rules, tell) {
  let isOn = false;
  let soon = 0; // the next look at what another tab wrote
  /** @type {string | null} what stands under the key, as far as this tab knows */
  let last = null;
  /** @type {WeakMap<LogRecord, string>} records as text; they never change, and are written often */
  const texts = new WeakMap();

  /** @param {LogRecord} record */
  function textOf(record) {
    const known = texts.get(record);
    if (known !== undefined) return known;
    const text = JSON.stringify(record);
    texts.set(record, text);
    return text;
  }

  /** @param {string} text */
  function takeIn(text) {
    if (text !== last) merge(log, logFrom(text, rules));
    last = text;
  }

  function write() {
    const text = `{"version":${VERSION},"records":[${Array.from(log.values(), textOf).join(",")}]}`;
    localStorage.setItem(KEY, text);
    last = text;
  }

  /** Bring back what was remembered, if anything was. */
  function start() {
    try {
      const text = localStorage.getItem(KEY);
      if (text === null) return;
      takeIn(text);
      isOn = true;
    } catch (error) {
      if (error instanceof Refusal) throw error; // a browser that forbids all this is no news before it is asked for
    }
  }

  /** Remember the log from now on. */
  function remember() {
    try {
      const text = localStorage.getItem(KEY);
      if (text !== null) takeIn(text);
      write();
      isOn = true;
    } catch (error) {
      refuseBy(error);
    }
  }

  /** Write what changed; return whether everything in the page is remembered now. */
  function keep() {
    if (!isOn) return false;
    try {
      const text = localStorage.getItem(KEY);
      if (text === null) { // another tab took it away while this one was asleep
        isOn = false;
        refuse(told("log_entries.tabs.stopped"));
      }
      takeIn(text);
      write();
      return true;
    } catch (error) {
      return refuseBy(error);
    }
  }

  function turnOff() {
    clearTimeout(soon);
    isOn = false;
    last = null;
  }

  /** Remember it no longer; other tabs keep what they show. */
  function stop() {
    turnOff();
    localStorage.removeItem(KEY);
  }

  /** Take away whatever is remembered; other tabs forget it, too. */
  function forget() {
    turnOff();
    try {
      if (localStorage.getItem(KEY) === null) return;
      localStorage.setItem(KEY, FORGOTTEN);
      localStorage.removeItem(KEY);
    } catch (error) {
      refuseBy(error);
    }
  }

  /** @param {string | null} text what stands under the key now, after another tab wrote it */
  function hear(text) {
    if (!isOn) {
      if (text && text !== FORGOTTEN) tell("elsewhere");
    } else if (text === null || text === FORGOTTEN) {
      turnOff();
      tell(text ? "forgotten" : "stopped");
    } else {
      hearLog(text);
    }
  }

  /** @param {string} text */
  function hearLog(text) {
    let other;
    try {
      other = logFrom(text, rules);
    } catch {
      turnOff();
      tell("unreadable");
      return;
    }
    merge(log, other);
    last = text;
    tell("changed", !isAhead(log, other) || canWrite());
  }

  function canWrite() {
    try {
      write();
      return true;
    } catch { // the page says that not all of it is remembered
      return false;
    }
  }

  addEventListener("pageshow", (event) => { // back from the browser's memory, where no word of other tabs came
    if (event.persisted && isOn) hear(localStorage.getItem(KEY) || FORGOTTEN);
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY && key !== null) return;
    clearTimeout(soon);
    if (!newValue || newValue === FORGOTTEN) hear(newValue);
    else soon = window.setTimeout(hear, MOMENT, newValue); // so that the other tab stays quick
  });

  return { start, remember, keep, stop, forget, isOn: () => isOn };
}

/**
 * What stands under the key, as a log.
 * @param {string} text
 * @param {Rules} rules
 * @returns {Log}
 */
export function logFrom(text, rules) {
  try {
    const whole = JSON.parse(text);
    if (whole.version > VERSION) refuseNewer(whole.version);
    /** @type {unknown[]} */
    const records = whole.records;
    return new Map(records.map((values) => recordFrom(values, rules)).map((record) => [record.id, record]));
  } catch {
    return refuse(told("log_entries.store.unknown"));
  }
}

/**
 * @param {unknown} values
 * @param {Rules} rules
 * @returns {LogRecord}
 */
function recordFrom(values, rules) {
  if (!isRecord(values)) throw new Error("not a record");
  const { changed } = values;
  if (typeof changed !== "number" || !Number.isFinite(changed)) throw new Error("not a record");
  if (values.removed) return { id: String(values.id), removed: true, changed };
  return { ...entryFrom(entryOf(/** @type {any} */ (values)), rules), changed };
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function refuseBy(error) {
  if (error instanceof Refusal) throw error;
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    refuse(told("log_entries.store.full"));
  }
  refuse(told("log_entries.store.forbidden"));
}
