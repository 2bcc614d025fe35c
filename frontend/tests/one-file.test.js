/* The index that one file grows for itself is the one that the site has. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { ALL, grown } from "../one-file/index.js";
import { bytesOf } from "../one-file/unpacked.js";
import { readSite } from "../search/site.js";

const { index, parts } = JSON.parse(readFileSync(new URL("small-index.json", import.meta.url), "utf-8"));
const passages = index.pages.map((/** @type {string[]} */ row) => parts[row[row.length - 1]]);
const seed = {
  words: index.words,
  needs: index.needs,
  pages: index.pages,
  meanings: index.meanings,
  sayings: index.sayings,
  weights: { title: 5, heading: 3, need: 3 }
};
// The site counts what people say, too; the file shows none of it.
const whole = grown(seed, passages.map((/** @type {import("../search/pages.js").Passages} */ { parts: texts, said }) =>
  [...texts, ["", "", said.join(" ")]]));

test("pages are as long as on the site", () => {
  assert.deepEqual(whole.index.lengths, index.lengths);
});

test("words are where they are on the site", () => {
  const places = Object.values(index.parts).map((name) => parts[/** @type {string} */ (name)]);
  assert.deepEqual(whole.places, Object.assign({}, ...places));
});

test("a word that only texts have is known, and no other is put in its place", () => {
  const site = readSite(whole.index, new URL("file:///"));
  site.takeWords(ALL, whole.places);
  assert.deepEqual(site.lacking("anything at all"), []);
  const word = Object.keys(whole.places).find((each) => each.length > 5 && !index.meanings.join(" ").includes(each));
  assert.ok(word);
  assert.deepEqual(site.find(word)[0].terms, [word]);
});

/** @param {string} text */
function signs(text) {
  return [...text].map((sign) => sign.charCodeAt(0));
}

test("what is packed in signs is unpacked", () => {
  // As Python's base64.a85encode writes them, with v for <.
  assert.deepEqual([...bytesOf("z;JC)h")], [0, 0, 0, 0, ...signs("Ripp")]);
  assert.deepEqual([...bytesOf("v+U,m")], signs("Test"));
  assert.deepEqual([...bytesOf("s8W-!")], [255, 255, 255, 255]);
  assert.deepEqual([...bytesOf("87cURD]j6")].slice(0, 7), signs("Hello w"));
});
