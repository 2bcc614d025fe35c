/* Which answers of the finder fit what was chosen. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, hashOf, matches, nearest, pickedFirst, stateOf, toggled } from "../finder/matching.js";

const FACETS = new Map([["needs", ["lonely", "burned out"]], ["efforts", ["low", "medium"]]]);
/** @type {import("../finder/matching.js").Item[]} */
const ITEMS = [
  { id: "wave", words: { needs: ["lonely"], efforts: ["low"] }, ranks: {} },
  { id: "rest", words: { needs: ["burned out"], efforts: ["low"] }, ranks: { "burned out": 1 } },
  { id: "call", words: { needs: ["lonely", "burned out"], efforts: ["medium"] }, ranks: { "burned out": 0, lonely: 0 } }
];
/** @param {{ id: string }[]} items */
const ids = (items) => items.map(({ id }) => id);

test("an address says what was chosen, and nothing it cannot know", () => {
  const state = stateOf("#efforts=low&needs=burned+out&needs=lonely&mood=x&one=wave&from=6", FACETS);
  assert.deepEqual(state, { picked: { needs: "burned out", efforts: "low" }, one: "wave", from: 6 });
  assert.deepEqual(Object.keys(state.picked), ["needs", "efforts"]); // in the order of the page
  const nothing = { picked: {}, one: "", from: 0 };
  ["", "#", "#rp-finder", "#needs=happy", "#from=-1", "#from=x", "#__proto__=x", "#needs=__proto__"].forEach((hash) =>
    assert.deepEqual(stateOf(hash, FACETS), nothing, hash));
});

test("an address gives back what it was made from", () => {
  const picked = { needs: "burned out", efforts: "low" };
  assert.equal(hashOf(picked), "#needs=burned+out&efforts=low");
  assert.deepEqual(stateOf(hashOf(picked, { from: 6 }), FACETS), { picked, one: "", from: 6 });
  assert.deepEqual(stateOf(hashOf(picked, { one: "a&b=c" }), FACETS), { picked, one: "a&b=c", from: 0 });
});

test("a word is chosen, changed, and taken away again", () => {
  const lonely = toggled({}, "needs", "lonely");
  assert.deepEqual(lonely, { needs: "lonely" });
  assert.deepEqual(toggled(toggled(lonely, "efforts", "low"), "needs", "burned out"), { needs: "burned out", efforts: "low" });
  assert.deepEqual(toggled(lonely, "needs", "lonely"), {});
});

test("what fits fits all of it; else what comes nearest", () => {
  assert.deepEqual(ids(fitting(ITEMS, {})), ["wave", "rest", "call"]);
  assert.deepEqual(ids(fitting(ITEMS, { needs: "burned out" })), ["rest", "call"]);
  assert.deepEqual(ids(fitting(ITEMS, { needs: "burned out", efforts: "low" })), ["rest"]);
  assert.deepEqual(fitting(ITEMS, { needs: "lonely", efforts: "high" }), []);
  assert.deepEqual(ids(nearest(ITEMS, { needs: "lonely", efforts: "high" })), ["wave", "call"]);
  assert.deepEqual(ids(nearest(ITEMS, { efforts: "high" })), ["wave", "rest", "call"]);
  assert.deepEqual(matches(ITEMS[2], { needs: "lonely", efforts: "low" }), ["needs"]);
});

test("what was chosen by hand for a need comes first, in its order", () => {
  assert.deepEqual(ids(pickedFirst(ITEMS, "burned out")), ["call", "rest", "wave"]);
  assert.deepEqual(ids(pickedFirst(ITEMS, "lonely")), ["call", "wave", "rest"]);
  assert.deepEqual(ids(pickedFirst(ITEMS, undefined)), ids(ITEMS));
});
