/* What a result shows of its page. */

/** @typedef {import("./pages.js").Page} Page */
/** @typedef {import("./pages.js").Part} Part */
/** @typedef {import("./language.js").Language} Language */
/** @typedef {{ text: string, isFound: boolean }} Piece a word, or what stands between two words */

const AROUND = 16; // words and spaces before the first word found
const LONGEST = 44; // words and spaces of a passage

/** @type {WeakMap<Part, { title: Set<string>, text: Set<string> }>} stems; no part is read at every letter */
const known = new WeakMap();

/**
 * The part of a page that fits best. A practice or an article opens at its top, and so does a list of
 * countries or organizations unless the name of one was typed.
 * @param {Page} page
 * @param {Set<string>} found stems
 * @param {Language} language
 * @returns {Part}
 */
export function bestPart(page, found, language) {
  if (page.atTop) return page.parts[0];
  /** @param {Part} part */
  const fit = (part) => {
    const { title, text } = stemsOf(part, language);
    return count(title, found) * 4 + (page.byName ? 0 : count(text, found));
  };
  return page.parts.reduce((one, other) => (fit(other) > fit(one) ? other : one));
}

/**
 * The text around the first word found, wherever on the page it stands.
 * @param {Page} page
 * @param {Part} part the best one
 * @param {Set<string>} found
 * @param {Language} language
 */
export function passageOf(page, part, found, language) {
  if (part !== page.parts[0]) return part.text;
  const holding = page.parts.find((one) => count(stemsOf(one, language).text, found));
  return (holding || part).text;
}

/**
 * A text in pieces, around the first word found.
 * @param {string} text
 * @param {Set<string>} found
 * @param {Language} language
 * @returns {Piece[]}
 */
export function piecesOf(text, found, language) {
  const pieces = text.split(/([\p{L}\p{N}'’]+)/u);
  /** @param {string} piece */
  const holds = (piece) => language.plain(piece).split(" ").some((word) => found.has(language.stem(word)));
  const from = Math.max(0, pieces.findIndex(holds) - AROUND);
  const shown = pieces.slice(from, from + LONGEST).map((piece) => ({ text: piece, isFound: holds(piece) }));
  if (from) shown.unshift({ text: "… ", isFound: false });
  if (pieces.length > from + LONGEST) shown.push({ text: " …", isFound: false });
  return shown;
}

/**
 * The stems of a part.
 * @param {Part} part
 * @param {Language} language
 */
function stemsOf(part, language) {
  /** @param {string} text */
  const read = (text) => new Set(language.plain(text).split(" ").map(language.stem));
  const stems = known.get(part) || { title: read(part.title), text: read(part.text) };
  known.set(part, stems);
  return stems;
}

/**
 * How many of the stems that were found a text holds.
 * @param {Set<string>} stems of the text
 * @param {Set<string>} found
 */
function count(stems, found) {
  return Array.from(found).filter((stem) => stems.has(stem)).length;
}
