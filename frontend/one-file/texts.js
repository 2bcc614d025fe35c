/* What the sections of the file say, for search: the file holds its texts once, to be read and to be found. */

import { findAll } from "../shared/elements.js";

/** @typedef {import("../search/pages.js").Passage} Passage */

// eslint-disable-next-line no-restricted-syntax -- what programs read
const BLOCKS = "p, li, h3, h4, h5, blockquote, br, div, section, ol, ul"; // no space is kept before them
const SILENT = ".rp-always, .rp-care, time"; // the same on many pages

/**
 * The parts of a section, each from one heading with an id to the next.
 * @param {HTMLElement} section
 * @returns {Passage[]}
 */
export function passagesOf(section) {
  const copy = /** @type {HTMLElement} */ (section.cloneNode(true));
  findAll(copy, SILENT).forEach((each) => each.remove());
  findAll(copy, BLOCKS).forEach((each) => each.before(" "));
  const headings = findAll(copy, "h2, h3[id], h4[id]");
  return headings.map((heading, n) => {
    const range = document.createRange();
    range.setStartAfter(heading);
    if (headings[n + 1]) range.setEndBefore(headings[n + 1]);
    else range.setEnd(copy, copy.childNodes.length);
    const anchor = n ? heading.id.slice(section.id.length) : "";
    return [anchor, spaced(heading.textContent || ""), spaced(range.toString())];
  });
}

/** @param {string} text */
function spaced(text) {
  return text.replace(/\s+/g, " ").trim();
}
