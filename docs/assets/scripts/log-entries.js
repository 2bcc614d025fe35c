/* What an entry of the log is, and how two logs become one. Nothing here knows of a page or a file.

   A log is a Map from an id to a record. A record is an entry with the time of its last change; one
   that was removed keeps its id and that time, so that another tab does not bring it back. */
var logEntries = (function () {
  "use strict";

  var WHOMS = ["myself", "one person", "several people", "an animal or the world"];
  var FEELINGS = ["very bad", "bad", "so-so", "good", "very good"]; // from bad to good
  var FIELDS = ["date", "what", "whom", "before", "after", "served", "id"];
  var LONGEST = { what: 150, served: 500 };
  var MOST = 20000;

  /* An error whose message a reader may see. */
  function refuse(message) {
    var error = new Error(message);
    error.refused = true;
    throw error;
  }

  function shown(value) {
    var text = String(value);
    return "“" + (text.length > 40 ? text.slice(0, 40) + "…" : text) + "”";
  }

  /* A day by the reader's own clock. */
  function today() {
    var now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function isDay(text) {
    var time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text + "T00:00:00Z") : NaN;
    return !isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
  }

  /* One line of text: spaces evened out, and no half characters, which no file could hold. */
  function oneLine(text) {
    return text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\s\p{Cc}]+/gu, " ").trim();
  }

  function newId() {
    return Array.from(crypto.getRandomValues(new Uint32Array(3)), function (part) {
      return part.toString(36);
    }).join("");
  }

  /* An id made from an entry, so that the same words under the same id always get the same one. */
  function idFrom(entry, attempt) {
    var text = JSON.stringify(FIELDS.map(function (field) { return entry[field]; })) + attempt;
    var one = 0xdeadbeef, two = 0x41c6ce57;
    for (var i = 0; i < text.length; i += 1) {
      one = Math.imul(one ^ text.charCodeAt(i), 2654435761);
      two = Math.imul(two ^ text.charCodeAt(i), 1597334677);
    }
    return "c" + (one >>> 0).toString(36) + (two >>> 0).toString(36);
  }

  function choice(values, field, words, needed) {
    var word = oneLine(values[field]);
    if ((word || needed) && words.indexOf(word) < 0) {
      refuse(field + " is " + shown(word) + ", and can be: " + words.join(", ") + (needed ? "" : ", or nothing") + ".");
    }
    return word;
  }

  function line(values, field) {
    var text = oneLine(values[field]);
    if (text.length > LONGEST[field]) refuse(field + " is longer than " + LONGEST[field] + " letters.");
    return text;
  }

  /* A whole entry from what a form or a file gives; an id that is empty stays so. Refuses what does not fit. */
  function entryFrom(given) {
    var values = { date: "", what: "", whom: "", before: "", after: "", served: "", id: "" };
    Object.keys(given).forEach(function (field) {
      if (FIELDS.indexOf(field) < 0) refuse("there is a field " + shown(field) + " that is not known here.");
      if (typeof given[field] !== "string") refuse(field + " is not text.");
      values[field] = given[field];
    });
    var entry = {
      date: oneLine(values.date),
      what: line(values, "what"),
      whom: choice(values, "whom", WHOMS, true),
      before: choice(values, "before", FEELINGS),
      after: choice(values, "after", FEELINGS),
      served: line(values, "served"),
      id: oneLine(values.id)
    };
    if (!isDay(entry.date)) refuse("date is " + shown(entry.date) + ", and has to be a day such as 2026-11-22.");
    if (!entry.what) refuse("what is empty.");
    if (!/^([A-Za-z0-9][A-Za-z0-9-]{0,63})?$/.test(entry.id)) refuse("id is " + shown(entry.id) + ", and has to be letters and digits.");
    return entry;
  }

  function same(one, other) {
    return FIELDS.every(function (field) { return one[field] === other[field]; });
  }

  /* What a record says without the time of its change. */
  function entryOf(record) {
    var entry = {};
    FIELDS.forEach(function (field) { entry[field] = record[field]; });
    return entry;
  }

  function put(log, entry) {
    var before = log.get(entry.id);
    var changed = Math.max(Date.now(), before ? before.changed + 1 : 0);
    log.set(entry.id, Object.assign({}, entry, { changed: changed }));
  }

  function remove(log, id) {
    log.set(id, { id: id, removed: true, changed: Math.max(Date.now(), log.get(id).changed + 1) });
  }

  /* The entry of this id, unless it was removed. */
  function find(log, id) {
    var record = log.get(id);
    return record && !record.removed ? record : null;
  }

  /* All entries, in the order in which they came. */
  function all(log) {
    return Array.from(log.values()).filter(function (record) { return !record.removed; });
  }

  function newestFirst(log) {
    return all(log).reverse().sort(function (one, other) {
      return one.date < other.date ? 1 : one.date > other.date ? -1 : 0;
    });
  }

  /* Add an entry of a file: "added", "known", or "both" where the log has this entry in other words. */
  function place(log, entry) {
    var here = find(log, entry.id);
    if (here && same(here, entry)) return "known";
    if (!here) {
      put(log, entry);
      return "added";
    }
    for (var attempt = 0; ; attempt += 1) {
      var twin = Object.assign({}, entry, { id: idFrom(entry, attempt) });
      here = find(log, twin.id);
      if (here && same(here, twin)) return "known";
      if (!here) {
        put(log, twin);
        return "both";
      }
    }
  }

  function isNewer(record, other) {
    if (!other || record.changed !== other.changed) return !other || record.changed > other.changed;
    return JSON.stringify(record) > JSON.stringify(other); // any rule will do that both tabs share
  }

  /* Take from another log whatever is newer there. */
  function merge(log, other) {
    other.forEach(function (record, id) {
      if (isNewer(record, log.get(id))) log.set(id, record);
    });
  }

  /* Whether this log knows something that the other does not. */
  function isAhead(log, other) {
    return Array.from(log.values()).some(function (record) { return isNewer(record, other.get(record.id)); });
  }

  return {
    WHOMS: WHOMS, FEELINGS: FEELINGS, FIELDS: FIELDS, MOST: MOST,
    refuse: refuse, shown: shown, today: today, isDay: isDay, newId: newId, idFrom: idFrom, entryFrom: entryFrom, entryOf: entryOf, same: same,
    put: put, remove: remove, find: find, all: all, newestFirst: newestFirst,
    place: place, merge: merge, isAhead: isAhead
  };
})();
