/* No text of a page is read again at every letter. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bestPart, passageOf } from "../search/passages.js";
import { makeLanguage } from "../search/language.js";

const language = makeLanguage({
  skip: [], spellings: {}, slips: [], same: {}, labels: {}
});
const parts = ["Waving", "A hand"].map((title) => ({ href: "", title, text: `${title} is small.` }));
const page = {
  address: "articles/wave/", kind: "", boost: 1, title: "", tags: [], atTop: false, byName: false, facts: "", unread: "", saidOf: 0, said: [], parts
};

test("each text is read once, and later letters are answered from its stems", () => {
  /** @type {string[]} */
  const read = [];
  const noting = { ...language, plain: /** @param {string} text */ (text) => {
    read.push(text);
    return language.plain(text);
  } };
  ["wav", "waving", "hand", "small"].map(language.stem).forEach((stem) => {
    const best = bestPart(page, new Set([stem]), noting);
    assert.equal(best, stem === "hand" ? parts[1] : parts[0]);
    passageOf(page, best, new Set([stem]), noting);
  });
  assert.deepEqual(read.sort(), ["A hand", "A hand is small.", "Waving", "Waving is small."]);
});
