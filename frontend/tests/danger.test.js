/* What may mean danger, with the words and rules that the site itself uses, and with small ones. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { parse } from "yaml";

import { makeDanger, plural, verbForms } from "../search/danger.js";

const SOON = 50; // milliseconds from a letter to its answer
const SLOWED = 4; // times that a phone is slower

/** @param {string} file */
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf-8");
/** @param {string} name */
const corpus = (name) => parse(read(`tests/questions/danger-${name}.yml`));

const page = { window: /** @type {Partial<Window>} */ ({}) };
runInNewContext(read("docs/assets/scripts/danger-words.js"), page);
const words = /** @type {import("../search/danger.js").DangerWords} */ (page.window.rippleDanger?.words);
const real = makeDanger(words);

/** @param {string} text */
const isShown = (text) => real.dangers(text).length > 0;

for (const [name, least] of Object.entries(corpus("shares"))) {
  test(`words of danger are heard, and harmless ones are not: ${name}`, () => {
    const { danger, harmless } = corpus(name);
    const phrases = Object.values(danger).flat();
    const shown = phrases.filter(isShown).length / phrases.length;
    const wrong = harmless.filter(isShown).length / harmless.length;
    // Phrases that are only counted are named by nobody, not even here.
    assert(shown >= least.shown, `${shown} of ${phrases.length} shown`);
    assert(wrong <= least.wrong, `${wrong} of ${harmless.length} shown for nothing`);
  });
}

test("every rule finds its examples, and none a harmless one", () => {
  Object.entries(parse(read("data/danger.yml"))).forEach(([id, { matches, passes = [] }]) => {
    matches.forEach((/** @type {string} */ text) => assert(real.found(text).includes(id), text));
    passes.forEach((/** @type {string} */ text) => assert(!isShown(text), text));
  });
});

test("where a life may be at risk now, the rule says so", () => {
  const urgent = ["i took too many pills", "he is not breathing", "chest pain", "my baby is choking", "need an ambulance"];
  urgent.forEach((text) => assert(real.dangers(text).some(({ emergency }) => emergency), text));
  ["my ex is stalking me", "i want to die"].forEach((text) =>
    assert(isShown(text) && !real.dangers(text).some(({ emergency }) => emergency), text));
});

test("an answer comes within a letter", () => {
  const all = [...new Set(Object.values(words.classes).flatMap(({ words: list = "" }) => list.split(",")))];
  const texts = [0, 900, 1800, 2700].map((from) => all.slice(from).join(" ").slice(0, 200));
  // The fastest of several: what else the machine does is not measured.
  const fastest = texts.map((text) => Math.min(...Array.from({ length: 9 }, () => {
    const start = performance.now();
    real.dangers(text);
    return performance.now() - start;
  })));
  assert(Math.max(...fastest) * SLOWED < SOON, `${Math.max(...fastest)} ms`);
});

test("any text can be read", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => Array.isArray(real.dangers(text))));
});

/* Small words and rules of their own. */

const small = makeDanger({
  classes: {
    who: { words: "he,she" },
    hit: { verbs: "hit,stab", words: "hits", emoji: "👊" },
    death: { words: "die,suicide" },
    wish: { words: "want to" },
    harm: { of: "hit,death" },
    slips: { words: "suicide" }
  },
  spellings: { "want to": ["wanna"] },
  rules: [
    { id: "sayings", harmless: true, ordered: ["hits me up"], within: 3, near: 0 },
    { id: "hits", emergency: true, ordered: ["WHO HARM me"], mixed: ["WISH DEATH", "LARGE NUMBER"], within: 4, unless: ["lightly"], near: 1 }
  ]
});

test("a class holds its parts, and a window its words", () => {
  assert.deepEqual(small.dangers("She stabbed me!"), [{ id: "hits", emergency: true }]);
  ["he 👊🏽 me", "die? i want to", "wanna suic1de", "20mg and 3"].forEach((text) => assert.deepEqual(small.found(text), ["hits"], text));
  ["me hits he", "he really really really hits me", "he hits me lightly", ""].forEach((text) => assert.deepEqual(small.found(text), [], text));
  assert.deepEqual(small.found("she hits me up"), ["sayings"]);
  assert.deepEqual(small.found("she hits me up, he hits me"), ["sayings", "hits"]);
});

test("words are read as they are meant", () => {
  /** @type {[string, string][]} */
  const typed = [
    ["suicdie", "suicide"], ["su*cide", "suicide"], ["suuuicide", "suicide"], ["hehitsme", "he hits me"],
    ["sui\u00adci\u200bde", "suicide"], ["ｗａｎｎａ", "want to"], ["20mg", "20 mg"], ["other", "other"]
  ];
  typed.forEach(([text, meant]) => assert.equal(small.read(text).join(" "), meant));
});

test("verbs and nouns have their forms", () => {
  assert.deepEqual(verbForms("stab"), ["stab", "stabs", "stabbed", "stabbing", "stabbin"]);
  assert.deepEqual(verbForms("bury").slice(1, 4), ["buries", "buried", "burying"]);
  assert.deepEqual(["beat", "strangle", "agree"].map((verb) => verbForms(verb)[3]), ["beating", "strangling", "agreeing"]);
  assert.deepEqual(["baby", "boy", "bus"].map(plural), ["babies", "boys", "buses"]);
});
