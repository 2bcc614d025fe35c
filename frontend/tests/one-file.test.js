/* The index that one file grows for itself is the one that the site has. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { grown } from "../one-file/index.js";

const { index, parts } = JSON.parse(readFileSync(new URL("small-index.json", import.meta.url), "utf-8"));
const seed = {
  words: index.words,
  needs: index.needs,
  pages: index.pages,
  sayings: index.sayings.map((/** @type {[number, string]} */ [page, text]) => [page, text])
};
const passages = index.pages.map((/** @type {string[]} */ row) => parts[row[row.length - 1]]);
const whole = grown(seed, passages);

test("sayings have the meanings that they have on the site", () => {
  assert.deepEqual(whole.index.meanings, index.meanings);
  assert.deepEqual(whole.index.sayings, index.sayings);
  assert.deepEqual(whole.index.lengths, index.lengths);
});

test("words are where they are on the site", () => {
  const places = Object.values(index.parts).map((name) => parts[/** @type {string} */ (name)]);
  assert.deepEqual(whole.places, Object.assign({}, ...places));
});

test("titles, needs and headings are found as on the site", () => {
  const { index: terms, fieldLength, averageFieldLength } = JSON.parse(JSON.stringify(whole.index.heads));
  /** @param {[string, object][]} all */
  const sorted = (all) => [...all].sort(([one], [other]) => (one < other ? -1 : 1));
  assert.deepEqual(sorted(terms), sorted(index.heads.index));
  assert.deepEqual(fieldLength, index.heads.fieldLength);
  assert.deepEqual(averageFieldLength, index.heads.averageFieldLength);
});
