/* Where words are in the texts of pages. The index holds that in parts, by the letters that words begin
   with; only those of the words that are typed are read. */

import MiniSearch from "minisearch";

/** @typedef {Record<string, string>} Places words, and the steps from page to page: "3 1:2" is page 2, and 3 twice */

const FIELD = "text";

/**
 * The places of words, as far as they are known.
 * @param {Record<string, string>} parts the part for each beginning of words
 * @param {number[]} lengths of the text of each page, in different words
 */
export function makePlaces(parts, lengths) {
  const longest = Math.max(0, ...Object.keys(parts).map((start) => start.length));
  const average = lengths.reduce((one, other) => one + other, 0) / lengths.length;
  const pages = lengths.map((_, page) => [page, page]);
  const fieldLength = Object.fromEntries(lengths.map((length, page) => [page, [length]]));
  /** @type {Map<string, { words: Set<string>, engine: MiniSearch }>} by the names of parts */
  const read = new Map();

  /**
   * The part of a word; none where no word of the site begins so.
   * @param {string} word
   */
  function partOf(word) {
    for (let end = longest; end >= 0; end -= 1) {
      const part = parts[word.slice(0, end)];
      if (part && end <= word.length) return part;
    }
    return "";
  }

  /**
   * @param {string} part
   * @param {Places} places
   */
  function take(part, places) {
    const engine = MiniSearch.loadJS(/** @type {any} */ ({
      documentCount: lengths.length,
      nextId: lengths.length,
      documentIds: Object.fromEntries(pages),
      fieldIds: { [FIELD]: 0 },
      fieldLength,
      averageFieldLength: [average],
      storedFields: {},
      dirtCount: 0,
      index: Object.entries(places).map(([word, steps]) => [word, { 0: counts(steps) }]),
      serializationVersion: 2
    }), { fields: [FIELD], tokenize: (text) => text.split(" "), processTerm: (term) => term });
    read.set(part, { words: new Set(Object.keys(places)), engine });
  }

  /**
   * The words of the texts that begin as this one does, or null where they have not been read.
   * @param {string} word
   */
  function around(word) {
    const part = partOf(word);
    if (!part) return new Set();
    const known = read.get(part);
    return known ? known.words : null;
  }

  /**
   * The parts that are still to be read for some words.
   * @param {string[]} words
   */
  function lacking(words) {
    return [...new Set(words.map(partOf))].filter((part) => part && !read.has(part));
  }

  /**
   * What is found of some words, by each part.
   * @param {string[]} words
   * @param {import("minisearch").SearchOptions} options
   */
  function search(words, options) {
    return [...new Set(words.map(partOf))].flatMap((part) => {
      const known = read.get(part);
      return known ? [known.engine.search(words.filter((word) => partOf(word) === part).join(" "), options)] : [];
    });
  }

  return { around, lacking, take, search };
}

/** @param {string} steps */
function counts(steps) {
  let page = -1;
  return Object.fromEntries(steps.split(" ").map((step) => {
    const [forward, count = 1] = step.split(":");
    page += Number(forward);
    return [page, Number(count)];
  }));
}
