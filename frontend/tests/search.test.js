/* What typed words mean, with the words that the site itself uses, and which pages answer. */

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

import { bestPart, piecesOf } from "../search/passages.js";
import { isSlip, makeLanguage, plain } from "../search/language.js";
import { likeness, sayingOf, weigh } from "../search/sayings.js";
import { readSite } from "../search/site.js";

/** @param {string} file */
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf-8");

const page = { window: /** @type {Partial<Window>} */ ({}) };
runInNewContext(read("docs/assets/scripts/search-words.js"), page);
const words = /** @type {import("../search/language.js").Words} */ (page.window.rippleSearch?.words);
const language = makeLanguage(words);
test("words are read without accents, apostrophes, capitals and drawn-out letters", () => {
  assert.equal(plain("  I’m SOOOO déprimé!! (x2)"), "im so deprime x2");
  assert.equal(plain("ﬁght I´m ｗｉｄｅ so\u00adft n\u200bo"), "fight im wide soft no");
  assert.equal(plain(""), "");
});

test("a slip is one letter wrong, missing, too many, or swapped with the next", () => {
  ["suicidd", "suicde", "suiccide", "suicdie"].forEach((word) => assert(isSlip(word, "suicide"), word));
  ["duicide", "sucde", "homicide", "suicidal"].forEach((word) => assert(!isSlip(word, "suicide"), word));
});

test("words have stems, and a spelling is put right", () => {
  assert.equal(language.stem("worries"), language.stem("worry"));
  assert.equal(language.stem("stopping"), language.stem("stopped"));
  const [[right, [wrong]]] = Object.entries(words.spellings);
  assert.equal(language.spelled(wrong), right);
});

test("words that mean the same belong to one group, and some words say little", () => {
  const [[group, [same]]] = Object.entries(words.same);
  assert(language.meanings(same).some(({ groups }) => groups.includes(language.group(group))));
  const [little] = words.skip;
  assert(!language.meanings(`${little} lonely`)[0].said);
  assert(language.meanings(little)[0].said); // where nothing else is said, it counts
  assert.deepEqual(language.meanings(""), []);
});

/* A small language of its own. */

const small = makeLanguage({
  needs: {}, kinds: {}, boosts: {}, skip: ["i"], spellings: {}, slips: [],
  same: { reconciling: ["make up", "made peace"], deciding: ["make up my mind"], afraid: ["scared"] }
});

test("a phrase hides what is named within it", () => {
  /** @param {string} text */
  const groups = (text) => [...sayingOf(small, text).groups];
  assert.deepEqual(groups("we make up"), ["~reconciling"]);
  assert.deepEqual(groups("i make up my mind"), ["~deciding"]);
});

test("the same words are most alike, then words that mean the same", () => {
  /** @param {string} text */
  const weighed = (text) => {
    const saying = sayingOf(small, text);
    weigh(saying, new Map(), 10);
    return saying;
  };
  const [same, alike, half, other] = ["i am scared", "i am afraid", "i am sca", "we play chess"].map((text) =>
    likeness(weighed(text), weighed("i am scared")));
  assert.equal(same, 1);
  assert(same > alike && alike > half && half > other, [same, alike, half, other].join());
  assert.equal(other, 0);
});

/* A site of four pages, as both builders index it. */

const BASE = new URL("https://example.org/ripple/");
const docs = [
  { location: "practices/wave/", title: "Wave to a neighbor", text: "A wave.", tags: ["lonely"], said: ["nobody talks to me", "i feel invisible"], facts: "1 minute, low energy" },
  { location: "practices/wave/#steps", title: "Steps ¶", text: "Raise a hand &amp; smile." },
  { location: "articles/why-wave/", title: "Why wave", text: "Waves are small.", facts: "about 2 minutes" },
  { location: "help/", title: "Help now", text: "Call somebody." },
  { location: "help/#germany", title: "Germany", text: "Call 112." },
  { location: "needs/lonely/", title: "When you are lonely", text: "You miss people." }
];
/** @type {import("../search/site.js").Site} */
let site;

before(async () => {
  site = await readSite({ docs }, BASE, words, language);
});

/** @param {string} query */
function found(query) {
  return site.find(query).map((result) => result.page.address);
}

test("pages are read with what they are, and from either builder", async () => {
  const wave = site.pages.get("practices/wave/");
  assert.deepEqual([wave?.kind, wave?.facts, wave?.said], ["Practice", "1 minute, low energy", ["nobody talks to me", "i feel invisible"]]);
  assert.deepEqual(wave?.parts.map(({ title }) => title), ["Wave to a neighbor", "Steps"]);
  assert.equal(wave?.parts[1].text.endsWith("Raise a hand & smile."), true);
  assert.equal(wave?.parts[1].href, "https://example.org/ripple/practices/wave/#steps");
  assert.equal(site.pages.get("articles/why-wave/")?.facts, "about 2 minutes");
  const other = await readSite({ items: docs }, BASE, words, language);
  assert.deepEqual([...other.pages.keys()], [...site.pages.keys()]);
});

test("what people say counts most, also with other words and not typed to its end", () => {
  assert.equal(found("nobody talks to me")[0], "practices/wave/");
  assert.equal(found("invisib")[0], "practices/wave/");
  assert.equal(site.find("i feel invisible")[0].said, "i feel invisible");
  assert.equal(found("germany")[0], "help/");
});

test("what no page has is read as an everyday word nearby, or finds nothing", () => {
  assert.equal(found("invisibel")[0], "practices/wave/");
  assert.deepEqual(found("xyzzyplugh"), []);
  assert.deepEqual(found("…"), []);
  assert.deepEqual(site.needs.map((need) => need.page.address), ["needs/lonely/"]);
});

test("a practice opens at its top, help at a country that was named", () => {
  const [wave] = site.find("raise a hand");
  assert.equal(site.part(wave).title, "Wave to a neighbor");
  assert.equal(site.part(site.find("germany")[0]).title, "Germany");
  const help = /** @type {import("../search/pages.js").Page} */ (site.pages.get("help/"));
  assert.equal(bestPart(help, new Set(["somebody"]), language).title, "Help now");
});

test("a passage begins a little before what was found, and marks it", () => {
  const text = `${"word ".repeat(30)}lonely ${"word ".repeat(60)}`;
  const pieces = piecesOf(text, new Set([language.stem("lonely")]), language);
  assert.equal(pieces[0].text, "… ");
  assert.equal(pieces[pieces.length - 1].text, " …");
  assert.deepEqual(pieces.filter(({ isFound }) => isFound).map((piece) => piece.text), ["lonely"]);
  assert.deepEqual(piecesOf("short", new Set(), language).map((piece) => piece.text).join(""), "short");
});
