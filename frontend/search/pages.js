/* The pages of the site as search knows them. */

/** @typedef {{ href: string, title: string, text: string }} Part */
/** @typedef {[anchor: string, title: string, text: string]} Passage as a part of the index holds it */
/** @typedef {{ parts: Passage[], said: string[] }} Passages what a page says, and what people say who look for it */

/**
 * @typedef {[
 *   address: string, title: string, kind: string, facts: string, boost: number, tags: string[],
 *   atTop: number, headings: Record<string, string>, said: number, passages: string
 * ]} Row a page as the index holds it
 */

/**
 * @typedef {object} Page
 * @property {string} address from the root of the site
 * @property {string} title
 * @property {string} kind what it is, such as "Practice"
 * @property {string} facts such as "5 minutes, low energy"
 * @property {number} boost how much it counts
 * @property {string[]} tags
 * @property {boolean} atTop whether it opens at its top whatever was typed
 * @property {boolean} byName whether it opens at a heading only where that was typed, such as a country
 * @property {number} saidOf how many of its sayings are what people say, the first ones
 * @property {string[]} said those, once its passages were read
 * @property {Part[]} parts the first, and those that are known by now
 * @property {string} unread the part of the index that holds its passages; empty once that was read
 */

/**
 * A page of the index.
 * @param {Row} row
 * @param {URL} base the root of the site
 * @returns {Page}
 */
export function pageOf([address, title, kind, facts, boost, tags, atTop, headings, saidOf, unread], base) {
  const byName = Object.keys(headings).length > 0;
  const page = { address, title, kind, facts, boost, tags, atTop: Boolean(atTop), byName, saidOf, unread };
  const parts = Object.entries({ "": title, ...headings }).map(([anchor, name]) => partOf(page, base, anchor, name, ""));
  return { ...page, said: [], parts };
}

/**
 * Let a page know what it says, and what is said of it.
 * @param {Page} page
 * @param {Passages} passages
 * @param {URL} base
 */
export function readPassages(page, { parts, said }, base) {
  page.said = said;
  page.parts = parts.map(([anchor, title, text]) => partOf(page, base, anchor, title, text));
  page.unread = "";
}

/**
 * @param {{ address: string }} page
 * @param {URL} base
 * @param {string} anchor
 * @param {string} title
 * @param {string} text
 * @returns {Part}
 */
function partOf({ address }, base, anchor, title, text) {
  return { href: new URL(address + anchor, base).href, title, text };
}
