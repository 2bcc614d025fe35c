/* Files that a reader saves. */

import { make } from "./elements.js";

const MINUTE = 60000;

/**
 * Hand a text to the reader as a file.
 * @param {string} name
 * @param {string} type as in text/csv
 * @param {string} text
 */
export function download(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), MINUTE);
}
