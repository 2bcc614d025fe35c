/* Two logs become one, and nothing is lost. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { allEntries, entryFrom, findEntry, isAhead, merge, newId, newestFirst, place, put, remove } from "../log/entries.js";
import { readJson, writeJson } from "../log/files.js";
import "./strings.js";
import { RULES, entryWith } from "./log-samples.js";
import { Refusal } from "../log/refusal.js";
import { logFrom } from "../log/store.js";
import { rulesFrom } from "../log/rules.js";

/** @typedef {import("../log/entries.js").Log} Log */
/** @typedef {import("../log/entries.js").LogRecord} LogRecord */

const records = fc.array(fc.record({
  id: fc.constantFrom(..."abcd"),
  changed: fc.integer({ min: 1, max: 4 }),
  isRemoved: fc.boolean(),
  what: fc.constantFrom("tea", "rest")
}).map(({ id, changed, isRemoved, what }) =>
  /** @type {LogRecord} */ (isRemoved ? { id, removed: true, changed } : { ...entryWith({ id, what }), changed })), { maxLength: 8 });

/**
 * @param {...LogRecord[]} lists
 * @returns {Log}
 */
function merged(...lists) {
  /** @type {Log} */
  const whole = new Map();
  lists.forEach((list) => merge(whole, new Map(list.map((record) => [record.id, record]))));
  return whole;
}

/** @param {Log} log */
function sorted(log) {
  return [...log.values()].map((record) => JSON.stringify(record)).sort();
}

test("tabs agree in whatever order they hear of each other", () => {
  fc.assert(fc.property(records, records, records, (one, other, third) => {
    assert.deepEqual(sorted(merged(one, other, third)), sorted(merged(third, other, one)));
    assert.deepEqual(sorted(merged(one, other, third)), sorted(merged(other, third, one, other)));
    const first = merged(one);
    const both = merged([...first.values()], other);
    assert.equal(isAhead(both, first), sorted(both).join() !== sorted(first).join());
    assert.equal(isAhead(first, both), false);
  }), { seed: 1, numRuns: 1000 });
});

test("opening files loses nothing and adds nothing twice", () => {
  const few = fc.array(fc.record({
    date: fc.constant("2026-11-22"),
    what: fc.constantFrom("tea", "rest", "a call"),
    whom: fc.constant("myself"),
    id: fc.constantFrom("a", "b", "")
  }), { maxLength: 5 });
  fc.assert(fc.property(fc.array(few, { minLength: 1, maxLength: 3 }), (files) => {
    /** @type {Log} */
    const log = new Map();
    const texts = files.map((entries) => JSON.stringify({ format: "ripple-log", version: 1, entries }));
    const open = () => texts.flatMap((text) => readJson(text, RULES).map((entry) => place(log, entry)));
    open();
    const { size } = log;
    assert(open().every((answer) => answer === "known"));
    assert.equal(log.size, size);
    const kept = allEntries(log).map(({ what }) => what);
    files.forEach((file) => ["tea", "rest", "a call"].forEach((what) => { // at least as often as a file says it
      const all = file.filter((entry) => entry.what === what);
      const named = new Set(all.map(({ id }) => id).filter(Boolean)).size;
      const unnamed = all.filter(({ id }) => !id).length;
      assert(kept.filter((one) => one === what).length >= Math.max(named, unnamed));
    }));
  }), { seed: 2, numRuns: 1000 });
});

test("what was changed here and comes from a file in other words is kept both ways", () => {
  /** @type {Log} */
  const log = new Map();
  put(log, entryWith({ id: "x1", what: "two cups of tea" }));
  assert.equal(place(log, entryWith({ id: "x1" })), "both");
  assert.equal(place(log, entryWith({ id: "x1" })), "known");
  assert.deepEqual(allEntries(log).map(({ what }) => what), ["two cups of tea", "tea"]);
});

test("a removal counts over what was there in the same moment", () => {
  /** @type {Log} */
  const log = new Map();
  put(log, entryWith({ id: "a" }));
  /** @type {Log} */
  const before = new Map(log);
  remove(log, "a");
  assert.equal(findEntry(log, "a"), null);
  merge(before, log);
  assert.equal(findEntry(before, "a"), null);
  put(log, entryWith({ id: "a" }));
  merge(before, log);
  assert.equal(findEntry(before, "a")?.what, "tea");
});

test("the newest day comes first, and of one day what came last", () => {
  /** @type {Log} */
  const log = new Map();
  [["a", "2026-11-20"], ["b", "2026-11-22"], ["c", "2026-11-20"]].forEach(([id, date]) => put(log, entryWith({ id, date })));
  assert.deepEqual(newestFirst(log).map(({ id }) => id), ["b", "c", "a"]);
});

test("ids are new each time, and what an entry may have", () => {
  const ids = Array.from({ length: 100 }, newId);
  assert.equal(new Set(ids).size, 100);
  ids.forEach((id) => assert.equal(entryFrom(entryWith({ id }), RULES).id, id));
});

test("what stands under the key is read, or refused whole", () => {
  const record = { ...entryWith({ id: "a" }), changed: 3 };
  const gone = { id: "b", removed: true, changed: 4 };
  const text = JSON.stringify({ version: 1, records: [record, gone] });
  assert.deepEqual([...logFrom(text, RULES).values()], [record, gone]);
  const bad = ["{\"version\":2,\"records\":[]}", "not ours", "{\"version\":1,\"records\":[{\"id\":\"a\"}]}", "7", "null",
    JSON.stringify({ version: 1, records: [{ ...record, whom: "nobody" }] }), writeJson([record])];
  bad.forEach((one) => assert.throws(() => logFrom(one, RULES), Refusal, one));
});

test("the rules are those that the page carries", () => {
  const carried = { whoms: RULES.whoms.join("|"), feelings: RULES.feelings.join("|"), longestWhat: "150", longestServed: "500", most: "20000" };
  assert.deepEqual(rulesFrom(carried), RULES);
});
