/* The index of search, made when somebody first searches: a file to pass on has to be small, so it holds
   only what cannot be told from its texts. Where words are is counted here in the same way as
   macros/editions/search/pages.py does; tests hold the two together. */

import { labelOf, makeLanguage, plain } from "../search/language.js";

/** @typedef {import("../search/site.js").Index} Index */
/** @typedef {import("../search/pages.js").Passage} Passage */

/**
 * @typedef {Pick<Index, "words" | "needs" | "pages" | "meanings" | "sayings"> & {
 *   weights: { title: number, heading: number, need: number }
 * }} Seed with how much what stands out counts
 */

export const ALL = "all"; // the one part of the index that says where words are

/**
 * The whole index, and where each word is.
 * @param {Seed} seed
 * @param {Passage[][]} passages of each page
 * @returns {{ index: Index, places: Record<string, string> }}
 */
export function grown({ weights, ...seed }, passages) {
  const { stem } = makeLanguage(seed.words);
  const counts = passages.map((parts, page) => {
    const [, title, , , , tags] = seed.pages[page];
    const headings = parts.slice(1).map(([, heading]) => heading);
    const texts = [
      ...times(weights.title, title),
      ...times(weights.need, tags.map((tag) => labelOf(seed.words, tag)).join(" ")),
      ...times(weights.heading, headings.join(" ")),
      ...parts.map(([, , text]) => text)
    ];
    return counted(plain(texts.join(" ")).split(" ").filter(Boolean).map(stem));
  });
  const lengths = counts.map(({ size }) => size || 1);
  return { index: { ...seed, lengths, parts: { "": ALL } }, places: placesOf(counts) };
}

/**
 * @param {number} count
 * @param {string} text
 * @returns {string[]}
 */
function times(count, text) {
  return Array(count).fill(text);
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
