/* The index of search, made when somebody first searches: a file to pass on has to be small, so it holds
   only what cannot be told from its texts. What the site's own index holds besides is made here in the
   same way as macros/editions/search/index.py does; tests hold the two together. */

import MiniSearch from "minisearch";

import { makeLanguage, plain } from "../search/language.js";

/** @typedef {import("../search/site.js").Index} Index */
/** @typedef {import("../search/pages.js").Passage} Passage */
/** @typedef {Pick<Index, "words" | "needs" | "pages"> & { sayings: [page: number, text: string][] }} Seed */

const FIELDS = ["address", "title", "tags", "headings"];

/**
 * The whole index, and where each word is.
 * @param {Seed} seed
 * @param {Passage[][]} passages of each page
 * @returns {{ index: Index, places: Record<string, string> }}
 */
export function grown(seed, passages) {
  const { meanings, stem } = makeLanguage(seed.words);
  /** @param {string} text */
  const terms = (text) => meanings(text).filter(({ said }) => said).flatMap((one) => [one.stem, ...one.groups]);
  const said = seed.pages.map(([, title], page) => {
    const all = seed.sayings.filter(([of]) => of === page).map(([, text]) => text);
    return all.slice(0, all.indexOf(title)); // its title and other names come after
  });
  const texts = passages.map((parts, page) => [...parts.map(([, , text]) => text), ...said[page]].join(" "));
  const counts = texts.map((text) => counted(plain(text).split(" ").filter(Boolean).map(stem)));

  const heads = new MiniSearch({ fields: FIELDS, tokenize: (text) => text.split(" "), processTerm: (term) => term });
  heads.addAll(seed.pages.map(([address, title, , , , tags], id) => ({
    id,
    address,
    title: terms(title).join(" "),
    tags: terms(tags.join(" ")).join(" "),
    headings: passages[id].slice(1).flatMap(([, heading]) => terms(heading)).join(" ")
  })));
  const lengths = counts.map(({ size }) => size || 1);
  return {
    index: { ...seed, ...numbered(seed.sayings, meanings), heads: heads.toJSON(), lengths, parts: { "": "" } },
    places: placesOf(counts)
  };
}

/**
 * Sayings, each with the numbers of its meanings.
 * @param {[page: number, text: string][]} sayings
 * @param {(text: string) => import("../search/language.js").Meaning[]} meanings
 * @returns {Pick<Index, "meanings" | "sayings">}
 */
function numbered(sayings, meanings) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Index["meanings"]} */
  const all = [];
  /** @param {import("../search/language.js").Meaning} meaning */
  const number = ({ stem, groups, said }) => {
    const key = [stem, ...groups, said].join(" ");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, all.length);
    return all.push([stem, groups.join(" "), Number(said)]) - 1;
  };
  return { sayings: sayings.map(([page, text]) => [page, text, meanings(text).map(number)]), meanings: all };
}

/**
 * How often each word is there.
 * @param {string[]} words
 */
function counted(words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  words.forEach((word) => counts.set(word, (counts.get(word) || 0) + 1));
  return counts;
}

/**
 * Where each word is: steps from page to page, and how often.
 * @param {Map<string, number>[]} pages
 * @returns {Record<string, string>}
 */
function placesOf(pages) {
  /** @type {Map<string, { last: number, steps: string[] }>} */
  const places = new Map();
  pages.forEach((counts, page) => counts.forEach((count, word) => {
    const place = places.get(word) || { last: -1, steps: [] };
    place.steps.push(count > 1 ? `${page - place.last}:${count}` : String(page - place.last));
    place.last = page;
    places.set(word, place);
  }));
  return Object.fromEntries([...places].map(([word, { steps }]) => [word, steps.join(" ")]));
}
