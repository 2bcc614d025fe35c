/* Numbers as readers write them. */

import { language } from "./strings.js";

/**
 * A number: 1,234.
 * @param {number} value
 */
export function written(value) {
  return value.toLocaleString(language());
}

/**
 * How many there are of something: 1 entry, 1,234 entries.
 * @param {number} value
 * @param {string} word
 */
export function counted(value, word) {
  return `${written(value)} ${value === 1 ? word : `${word.replace(/y$/, "ie")}s`}`;
}
