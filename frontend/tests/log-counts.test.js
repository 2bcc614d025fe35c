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
  const found = countWeeks(entries, "2026-11-22", "myself").map(({ name, self, others }) => [name, self, others]);
  assert.deepEqual(found, [
    ["Nov 16 to Nov 22", 1, 1],
    ["Nov 9 to Nov 15", 1, 0],
    ["Nov 2 to Nov 8", 0, 0],
    ["Oct 26 to Nov 1", 0, 0],
    ["Oct 19 to Oct 25", 0, 0],
    ["Oct 12 to Oct 18", 0, 0],
    ["Oct 5 to Oct 11", 0, 0],
    ["Sep 28 to Oct 4", 1, 1]
  ]);
});

test("entries are counted by whom they are for", () => {
  const entries = ["one person", "myself", "one person"].map((whom) => entryWith({ whom }));
  assert.deepEqual(countWhoms(entries, RULES.whoms), [["myself", 1], ["one person", 2]]);
});
