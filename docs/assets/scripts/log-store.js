/* Remembering a log on this device: off until chosen, under one key, and shared by all tabs.

   Nothing is written before `remember`. Each writing first reads what other tabs wrote, and takes in
   what is newer there, so that no tab overwrites another. `tell(what, kept)` hears what other tabs did,
   and whether everything in this page is remembered after it. */
function makeLogStore(log, tell) {
  "use strict";

  var KEY = "ripple-log";
  var VERSION = logFile.VERSION;
  var FORGOTTEN = "forgotten"; // stands under the key for a moment, so that other tabs forget, too
  var isOn = false;
  var soon; // the next look at what another tab wrote
  var last = null; // what stands under the key, as far as this tab knows

  function refuseBy(error) {
    if (error.refused) throw error;
    if (error.name === "QuotaExceededError") {
      logEntries.refuse("There is no more room for the log in this browser. Save a file: your entries are still on this page.");
    }
    logEntries.refuse("This browser does not let the page remember anything. Save a file: your entries are still on this page.");
  }

  var texts = new WeakMap(); // each record as text; it never changes, and long logs are written often

  function textOf(record) {
    if (!texts.has(record)) texts.set(record, JSON.stringify(record));
    return texts.get(record);
  }

  function recordOf(values) {
    if (!logFile.isRecord(values) || !Number.isFinite(values.changed)) throw new Error("not a record");
    var record = values.removed ? { id: String(values.id), removed: true } : logEntries.entryFrom(logEntries.entryOf(values));
    record.changed = values.changed;
    return record;
  }

  /* What stands under the key, as a log. */
  function logOf(text) {
    var whole, records;
    try {
      whole = JSON.parse(text);
      if (whole.version > VERSION) logFile.refuseNewer(whole.version);
      records = whole.records.map(recordOf);
    } catch (error) {
      logEntries.refuse("This browser remembers a log that this page cannot read, and leaves as it is. A newer copy of the page may read it. “Forget everything” removes it.");
    }
    return new Map(records.map(function (record) { return [record.id, record]; }));
  }

  function takeIn(text) {
    if (text !== last) logEntries.merge(log, logOf(text));
    last = text;
  }

  function write() {
    var text = "{\"version\":" + VERSION + ",\"records\":[" + Array.from(log.values(), textOf).join(",") + "]}";
    localStorage.setItem(KEY, text);
    last = text;
  }

  /* Bring back what was remembered, if anything was. */
  function start() {
    try {
      var text = localStorage.getItem(KEY);
      if (text === null) return;
      takeIn(text);
      isOn = true;
    } catch (error) {
      if (error.refused) throw error; // a browser that forbids all this is no news before it is asked for
    }
  }

  function remember() {
    try {
      var text = localStorage.getItem(KEY);
      if (text !== null) takeIn(text);
      write();
      isOn = true;
    } catch (error) {
      refuseBy(error);
    }
  }

  /* Whether everything in the page is remembered now. */
  function keep() {
    if (!isOn) return false;
    try {
      var text = localStorage.getItem(KEY);
      if (text === null) { // another tab took it away while this one was asleep
        isOn = false;
        logEntries.refuse("Another tab stopped remembering the log. What you wrote is still on this page.");
      }
      takeIn(text);
      write();
      return true;
    } catch (error) {
      return refuseBy(error);
    }
  }

  function off() {
    clearTimeout(soon);
    isOn = false;
    last = null;
  }

  function stop() {
    off();
    localStorage.removeItem(KEY);
  }

  function forget() {
    off();
    try {
      if (localStorage.getItem(KEY) === null) return;
      localStorage.setItem(KEY, FORGOTTEN);
      localStorage.removeItem(KEY);
    } catch (error) {
      refuseBy(error);
    }
  }

  /* What stands under the key now, after another tab wrote it. */
  function hear(text) {
    if (!isOn) return text && text !== FORGOTTEN ? tell("elsewhere") : undefined;
    if (text === null || text === FORGOTTEN) {
      off();
      return tell(text ? "forgotten" : "stopped");
    }
    var other;
    try {
      other = logOf(text);
    } catch (error) {
      off();
      return tell("unreadable");
    }
    logEntries.merge(log, other);
    last = text;
    return tell("changed", !logEntries.isAhead(log, other) || writes());
  }

  function writes() {
    try {
      write();
      return true;
    } catch (error) { // the page says that not all of it is remembered
      return false;
    }
  }

  addEventListener("pageshow", function (event) { // back from the browser's memory, where no word of other tabs came
    if (event.persisted && isOn) hear(localStorage.getItem(KEY) || FORGOTTEN);
  });
  addEventListener("storage", function (event) {
    if (event.key !== KEY && event.key !== null) return;
    clearTimeout(soon);
    if (!event.newValue || event.newValue === FORGOTTEN) hear(event.newValue);
    else soon = setTimeout(hear, 100, event.newValue); // a moment later, so that the other tab stays quick
  });

  return { start: start, remember: remember, keep: keep, stop: stop, forget: forget, isOn: function () { return isOn; } };
}
