/* How what was found is shown, in the dialog of search and in the copy that is one file. */

import { make } from "./elements.js";
import { told } from "./strings.js";

/** @typedef {import("../search/passages.js").Piece} Piece */

export const LIMIT = 20; // results
export const PAUSE = 400; // a count after every letter would be too much to hear

/** @param {Piece} piece */
export function marked({ text, isFound }) {
  return isFound ? make("mark", {}, text) : text;
}

/** @param {number} total */
export function howMany(total) {
  if (total === 0) return told("search.nothing");
  return total > LIMIT ? told("search.best", { most: LIMIT, count: total }) : told("search.found", { count: total });
}
