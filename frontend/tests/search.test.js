/* What typed words mean, with the words that the site itself uses, and which pages answer. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { parse } from "yaml";
import { readFileSync } from "node:fs";

import { bestPart, piecesOf } from "../search/passages.js";
import { isSlip, makeLanguage, plain } from "../search/language.js";
import { likeness, sayingOf, Sayings } from "../search/sayings.js";
import { makeGists } from "../search/gist.js";
import { readSite } from "../search/site.js";

/** @param {string} file */
const read = (file) => readFileSync(new URL(file, import.meta.url), "utf-8");

/** @type {import("../search/language.js").Words} */
const words = { ...parse(read("../../data/search.yml")), labels: {} };
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
  skip: ["i"], spellings: {}, slips: [], labels: {},
  same: { reconciling: ["make up", "made peace"], deciding: ["make up my mind"], afraid: ["scared"] }
});

test("a group that is named by an id is found by what readers see, and not by the id", () => {
  const other = makeLanguage({ skip: [], spellings: {}, slips: [], same: { sad: ["triste"] }, labels: { sad: "con tristeza" } });
  ["con tristeza", "triste"].forEach((text) => assert.deepEqual([...sayingOf(other, text).groups], ["~sad"]));
  assert.deepEqual([...sayingOf(other, "sad").groups], []);
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
    sayings.weigh(saying);
    return saying;
  };
  const sayings = new Sayings(["we play chess", "they sing"].map((text) => sayingOf(small, text)));
  const [same, alike, half, other] = ["i am scared", "i am afraid", "i am sca", "we play chess"].map((text) =>
    likeness(weighed(text), weighed("i am scared")));
  assert.equal(same, 1);
  assert(same > alike && alike > half && half > other, [same, alike, half, other].join());
  assert.equal(other, 0);
});

/* A site of four pages; tests/unit/test_search_index.py makes its index, with words of its own. */

const BASE = new URL("https://example.org/ripple/");
/** @type {{ index: import("../search/site.js").Index, parts: Record<string, any> }} */
const { index, parts } = JSON.parse(read("small-index.json"));
/** @type {import("../search/site.js").Site} */
let site;

beforeEach(() => {
  site = readSite(index, BASE);
});

/**
 * The pages that answer, once everything was read that the question needs.
 * @param {string} query
 */
function found(query) {
  for (let missing = site.lacking(query); missing.length; missing = site.lacking(query)) {
    missing.forEach((name) => site.takeWords(name, parts[name]));
  }
  return site.find(query).map((result) => result.page.address);
}

/** @param {string} address */
function pageAt(address) {
  return /** @type {import("../search/pages.js").Page} */ (site.pages.find((one) => one.address === address));
}

test("pages are read with what they are, and know what they say once their passages came", () => {
  const wave = pageAt("practices/wave/");
  assert.deepEqual([wave.kind, wave.facts, wave.boost], ["Practice", "1 minute, low energy", 3]);
  assert.deepEqual(wave.parts, [{ href: "https://example.org/ripple/practices/wave/", title: "Wave to a neighbor", text: "" }]);
  site.takePassages(wave, parts[wave.unread]);
  assert.equal(wave.unread, "");
  assert.deepEqual(wave.parts[1], {
    href: "https://example.org/ripple/practices/wave/#steps", title: "Steps", text: "Raise a hand & smile."
  });
});

test("titles, needs and what people say answer before anything else is read", () => {
  assert.equal(site.find("nobody talks to me")[0].page.address, "practices/wave/");
  assert.equal(site.find("germany")[0].page.address, "help/");
  assert.deepEqual(site.find("smile"), []);
  assert.deepEqual(site.lacking("smile"), ["words/s"]);
  assert.deepEqual(site.lacking("nobody smiles"), ["words/n", "words/s"]);
  assert.deepEqual(site.lacking("xyzzyplugh …"), []); // no word of the site begins so
});

test("what people say counts most, also with other words and not typed to its end", () => {
  assert.equal(found("nobody talks to me")[0], "practices/wave/");
  assert.equal(found("invisib")[0], "practices/wave/");
  assert.equal(found("germany")[0], "help/");
  assert.deepEqual(found("smile"), ["practices/wave/"]);
  assert.equal(found("no friends")[0], "needs/lonely/");
});

test("what people say is shown once its page was read, and a title never as such", () => {
  const [best] = site.find("i feel invisible");
  assert.equal(best.said, 1);
  assert.deepEqual(site.saying(best), [{ text: "", isFound: false }]);
  site.takePassages(best.page, parts[best.page.unread]);
  assert.equal(site.saying(best).map(({ text }) => text).join(""), "i feel invisible");
  const [title] = site.find("wave neighbor");
  assert(title.said >= title.page.saidOf && title.page.saidOf === 2);
});

test("words of a question in several sayings of a page count together; a word that says little finds nothing", () => {
  const texts = [["dumped", "i cry"], ["i laugh", "we cry"], ["we sing"]];
  const said = texts.flatMap((of, page) => of.map((text) => ({ ...sayingOf(small, text), page })));
  const speaking = makeGists(said);
  const gists = speaking(sayingOf(small, "dumped and cry"));
  assert(Number(gists.get(0)) > Number(gists.get(1)) && Number(gists.get(1)) > 0, [...gists].join());
  assert.equal(gists.has(2), false);
  assert(Number(speaking(sayingOf(small, "dump")).get(0)) > 0); // not typed to its end
  assert.deepEqual([...new Sayings(said).near(sayingOf(small, "i dump"))], [said[0]]);
  const twice = makeGists([...said, ...said])(sayingOf(small, "dumped"));
  assert(Number(twice.get(0)) > Number(speaking(sayingOf(small, "dumped")).get(0))); // the more say it, the more it counts
  assert.deepEqual([...new Sayings(said).near(sayingOf(small, "i dumped"))], [said[0]]); // others say "i" too
});

test("a page counts the more, the more words of the question it has, wherever they are", () => {
  found("germany somebody people");
  const [first, second] = site.find("germany somebody people");
  assert.deepEqual([first.page.address, second.page.address], ["help/", "needs/lonely/"]);
  assert(first.score > 2 * second.score);
});

test("what no page has is read as an everyday word nearby, or finds nothing", () => {
  assert.equal(found("invisibel")[0], "practices/wave/");
  assert.deepEqual(found("xyzzyplugh"), []);
  assert.deepEqual(found("…"), []);
  assert.deepEqual(site.needs.map((need) => need.page.address), ["needs/lonely/"]);
});

test("a practice opens at its top, help at a country that was named, another page where the words are", () => {
  ["practices/wave/", "articles/why-wave/"].map(pageAt).forEach((page) => site.takePassages(page, parts[page.unread]));
  found("raise a hand");
  assert.equal(site.part(site.find("raise a hand")[0]).title, "Wave to a neighbor");
  assert.equal(site.part(site.find("germany")[0]).title, "Germany"); // before its passages came
  found("seldom");
  const [seldom] = site.find("seldom");
  assert.equal(site.part(seldom).title, "In the long run");
  assert.equal(site.passage(seldom).filter(({ isFound }) => isFound).length, 1);
  const help = pageAt("help/");
  site.takePassages(help, parts[help.unread]);
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
