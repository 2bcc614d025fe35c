/* Which effects of a cause are there by when. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { spread, tally } from "../ripples/spread.js";

/** @param {string} name @param {number} when @param {boolean} [harmful] */
const effect = (name, when, harmful = false) => ({ name, when, harmful });

const EFFECTS = [effect("a", 1), effect("b", 0), effect("c", 3, true), effect("d", 1, true), effect("e", 0)];

/** @param {number} until */
const names = (until) => spread(EFFECTS, until).map(({ name }) => name).join("");

test("effects come in the order of time, and within it in that of the table", () => {
  assert.deepEqual([0, 1, 2, 3].map(names), ["be", "bead", "bead", "beadc"]);
});

test("what is there stays where it is when more comes", () => {
  for (const until of [0, 1, 2]) assert.ok(names(until + 1).startsWith(names(until)));
});

test("those that help and those that harm are counted", () => {
  assert.deepEqual(tally(spread(EFFECTS, 1)), [3, 1]);
  assert.deepEqual(tally([]), [0, 0]);
});
