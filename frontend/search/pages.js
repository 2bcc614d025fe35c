/* The pages of the site as the index of search knows them. */

/**
 * @typedef {object} Doc a part of a page
 * @property {string} location
 * @property {string} title
 * @property {string} text
 * @property {string[]} [tags]
 * @property {string[]} [said] what people say who look for the page; on its first part
 * @property {string} [facts] what the page takes; on its first part
 */
/** @typedef {{ href: string, title: string, text: string }} Part */

/**
 * @typedef {object} Page
 * @property {string} address from the root of the site
 * @property {string} folder
 * @property {string} kind what it is, such as "Practice"
 * @property {number} boost how much it counts
 * @property {string} title
 * @property {string[]} tags
 * @property {string} need the need it is about, if any
 * @property {string} facts such as "5 minutes, low energy"
 * @property {string[]} said what people say who look for it
 * @property {Part[]} parts
 */

/**
 * The pages of an index, by their addresses.
 * @param {Doc[]} docs
 * @param {URL} base the root of the site
 * @param {import("./language.js").Words} data
 * @returns {Map<string, Page>}
 */
export function readPages(docs, base, data) {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  docs.forEach((doc) => {
    const [address] = doc.location.split("#");
    const page = pages.get(address) || newPage(address, doc, data);
    pages.set(address, page);
    addPart(page, doc, base);
  });
  return pages;
}

/**
 * @param {string} address
 * @param {Doc} doc
 * @param {import("./language.js").Words} data
 * @returns {Page}
 */
function newPage(address, doc, data) {
  const [folder, name] = address.split(/[/.]/);
  return {
    address,
    folder,
    kind: data.kinds[folder] || "",
    boost: data.boosts[folder] || 1,
    title: titleOf(doc),
    tags: doc.tags || [],
    need: folder === "needs" ? name.replace(/-/g, " ") : "",
    facts: doc.facts || "",
    said: doc.said || [],
    parts: []
  };
}

/**
 * @param {Page} page
 * @param {Doc} doc
 * @param {URL} base
 */
function addPart(page, doc, base) {
  page.parts.push({ href: new URL(doc.location, base).href, title: titleOf(doc), text: textOf(doc.text) });
}

/** @param {Doc} doc */
function titleOf(doc) {
  return textOf(doc.title).replace(/ ?[#¶]$/, "");
}

/** @param {string} html as both builders write it: plain elements, three entities */
function textOf(html) {
  return html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
    .replace(/\s+/g, " ").trim();
}
