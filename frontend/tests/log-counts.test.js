/* The figures behind the pictures of the log. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { countChanges, countWeeks, countWhoms } from "../log/counts.js";
import { RULES, entryWith } from "./log-samples.js";

/**
 * @param {string} what
 * @param {string} before
 * @param {string} after
 */
function felt(what, before, after) {
  return entryWith({ what, before, after });
}

test("nothing is counted from a single entry, or from one that leaves out how it felt", () => {
  const once = [felt("Sang", "bad", "good"), felt("Walked", "bad", "bad"), felt("Walked", "bad", "bad"), felt("Sang", "", "good"), felt("Sang", "bad", "")];
  assert.deepEqual(countChanges(once, RULES.feelings), []);
  const twice = [...once, felt("sang", "bad", "so-so"), felt("sang", "good", "very bad")]; // case does not count
  assert.deepEqual(countChanges(twice, RULES.feelings), [{ name: "Sang", better: 2, same: 0, worse: 1 }]);
});

test("what was done most often comes first", () => {
  const lifts = [felt("tea", "bad", "good"), felt("tea", "bad", "good")];
  const drains = Array.from({ length: 3 }, () => felt("mail", "good", "bad"));
  assert.deepEqual(countChanges([...lifts, ...drains], RULES.feelings).map(({ name }) => name), ["mail", "tea"]);
});

test("weeks are counted back from a day", () => {
  const days = ["2026-11-23", "2026-11-22", "2026-11-16", "2026-11-15", "2026-10-04", "2026-09-28", "2026-09-27"];
  const entries = days.map((date, n) => entryWith({ date, whom: n % 2 ? "myself" : "one person" }));
  const found = countWeeks(entries, "2026-11-22", "myself").map(({ first, last, self, others }) => [first, last, self, others]);
  assert.deepEqual(found, [
    ["2026-11-16", "2026-11-22", 1, 1],
    ["2026-11-09", "2026-11-15", 1, 0],
    ["2026-11-02", "2026-11-08", 0, 0],
    ["2026-10-26", "2026-11-01", 0, 0],
    ["2026-10-19", "2026-10-25", 0, 0],
    ["2026-10-12", "2026-10-18", 0, 0],
    ["2026-10-05", "2026-10-11", 0, 0],
    ["2026-09-28", "2026-10-04", 1, 1]
  ]);
});

test("entries are counted by whom they are for", () => {
  const entries = ["one person", "myself", "one person"].map((whom) => entryWith({ whom }));
  assert.deepEqual(countWhoms(entries, RULES.whoms), [["myself", 1], ["one person", 2]]);
});
