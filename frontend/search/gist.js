/* What all sayings of a page say together. A question that is like no single saying may still speak of what
   many of them speak of: "dumped, can't stop crying" has a word of each of several. */

import { BEGUN, begun } from "./sayings.js";

/** @typedef {import("./sayings.js").Saying} Saying */

// Beside a word that tells:
const LIGHT = 0.4; // a word that says little
const ALIKE = 0.75; // a word that means the same
const HALF = 2; // sayings that have a word, of which more would only say it twice as well

/**
 * What the sayings of pages say.
 * @template Page
 * @param {(Saying & { page: Page })[]} sayings
 */
export function makeGists(sayings) {
  /** @type {Map<Page, Map<string, number>>} by pages: in how many sayings a stem or group is */
  const gists = new Map();
  sayings.forEach(({ page, stems, groups }) => {
    const gist = gists.get(page) || new Map();
    gists.set(page, gist);
    [stems, groups].forEach((terms) => terms.forEach((term) => gist.set(term, (gist.get(term) || 0) + 1)));
  });
  /** @type {Map<string, number>} how many pages speak of a term */
  const pages = new Map();
  gists.forEach((gist) => gist.forEach((_, term) => pages.set(term, (pages.get(term) || 0) + 1)));

  /**
   * How much a term tells: the more, the fewer pages speak of it.
   * @param {string} term
   */
  function weight(term) {
    return Math.log(1 + gists.size / ((pages.get(term) || 0) + 0.5));
  }

  /**
   * How much of a question each page speaks of, from nothing to nearly 1.
   * @param {Saying} asked
   */
  return function speaking({ meanings }) {
    const words = meanings.map(({ word, stem, groups, said }, at) => {
      const tells = weight(stem);
      const isOpen = at === meanings.length - 1 && !pages.has(stem);
      const same = [
        ...groups.map((term) => ({ term, part: ALIKE * Math.min(1, weight(term) / tells) })),
        ...(isOpen ? begun(word, pages.keys()).map((term) => ({ term, part: BEGUN })) : [])
      ];
      return { stem, same, weight: said ? tells : LIGHT * tells };
    });
    const all = words.reduce((sum, word) => sum + word.weight, 0);
    /** @type {Map<Page, number>} */
    const found = new Map();
    gists.forEach((gist, page) => {
      const sum = words.reduce((known, { stem, same, weight: counts }) =>
        known + counts * Math.max(spread(gist, stem), ...same.map(({ term, part }) => part * spread(gist, term))), 0);
      if (sum) found.set(page, sum / all);
    });
    return found;
  };
}

/**
 * @param {Map<string, number>} gist
 * @param {string} term
 */
function spread(gist, term) {
  const sayings = gist.get(term) || 0;
  return sayings / (sayings + HALF);
}
